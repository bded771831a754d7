// SPDX-License-Identifier: Apache-2.0
#include "cli/corrections.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>
#include <system_error>

#include "base/file.hpp"

namespace relgraph::cli {

void add_corrections_option(CLI::App& command, std::vector<std::string>& files) {
  command.add_option("--corrections", files, "Apply the corrections in this file (see 'relgraph correct')")
      ->type_name("FILE")
      ->allow_extra_args(false);
}

Corrections read_corrections(const std::vector<std::string>& files) {
  Corrections out;
  for (const std::string& file : files) {
    Corrections more =
        parse_corrections(read_file(file, k_max_corrections_bytes), file == "-" ? "standard input" : file);
    std::ranges::move(more.items, std::back_inserter(out.items));
  }
  return out;
}

void note_unused_corrections(const std::vector<std::string>& inputs, const std::vector<std::string>& files,
                             const Session& session) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  std::set<fs::path> candidates;
  for (const std::string& input : inputs) {
    if (input == "-") continue;
    const fs::path path(input);
    candidates.insert((fs::is_directory(path, ignored) ? path : path.parent_path()) / k_corrections_name);
  }
  for (const fs::path& candidate : candidates) {
    if (!fs::is_regular_file(candidate, ignored)) continue;
    const auto used = [&](const std::string& file) { return fs::equivalent(candidate, file, ignored); };
    if (std::ranges::none_of(files, used))
      session.note(candidate.string() + " is not applied; --corrections " + candidate.string() + " does so");
  }
}

Graph corrected(Graph graph, const Corrections& corrections, const Session& session) {
  if (corrections.items.empty()) return graph;
  Diagnostics diagnostics;
  graph = apply_corrections(std::move(graph), corrections, diagnostics);
  session.report(diagnostics);
  return graph;
}

}  // namespace relgraph::cli
