// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace relgraph {

namespace network {
class Network;
}

/// The trained network, loaded at its first use. It is looked for in the file that RELGRAPH_MODEL names; else
/// beside the installed program, in share/relgraph; else where the source tree has it.
/// Errors: `Error{input}` that names the file and says what to do.
const network::Network& language_model();

/// Where a file of trained weights lies: in share/relgraph beside the installed program, else in the source
/// tree.
[[nodiscard]] std::string model_path(const std::string& name);

}  // namespace relgraph
