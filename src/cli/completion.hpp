// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace relgraph::cli {

/// A completion script made from the declared commands and options, so that it never lags behind them.
/// `shell` is `bash`, `zsh` or `fish`.
[[nodiscard]] std::string completion_script(const CLI::App& app, const std::string& shell);

}  // namespace relgraph::cli
