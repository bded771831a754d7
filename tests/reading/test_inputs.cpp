// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "read.hpp"

using namespace relgraph;
namespace fs = std::filesystem;

TEST_CASE("inputs: folders are searched in order, links in circles end", "[reading]") {
  const fs::path root = fs::temp_directory_path() / ("relgraph-inputs-" + std::to_string(::getpid()));
  fs::create_directories(root / "b" / "deep");
  for (const char* name : {"c.txt", "a.html", ".hidden.txt", "picture.png", "b/deep/x.md"}) {
    std::ofstream(root / name) << "Ein Satz.";
  }
  fs::create_symlink(root, root / "b" / "up");
  fs::create_symlink(root / "c.txt", root / "z.txt");
  Diagnostics diagnostics;
  const std::vector<std::string> arguments{root.string(), (root / "missing.txt").string(), "-"};
  const auto paths = expand_inputs(arguments, diagnostics);
  const std::vector<std::string> expected{(root / "a.html").string(), (root / "b/deep/x.md").string(),
                                          (root / "c.txt").string(), "-"};
  CHECK(paths == expected);
  REQUIRE(diagnostics.entries.size() == 1);
  CHECK(diagnostics.entries[0].where.file == (root / "missing.txt").string());
  fs::remove_all(root);
}
