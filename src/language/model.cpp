// SPDX-License-Identifier: Apache-2.0
#include "language/model.hpp"

#include <cstdlib>
#include <filesystem>
#include <string>

#include "language/network/network.hpp"

namespace relgraph {

namespace {

namespace fs = std::filesystem;

constexpr const char* k_name = "relgraph-de-en.model";

std::string language_model_path() {
  if (const char* named = std::getenv("RELGRAPH_MODEL"); named != nullptr && *named != '\0') return named;
  return model_path(k_name);
}

}  // namespace

std::string model_path(const std::string& name) {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    fs::path installed = program.parent_path().parent_path() / "share" / "relgraph" / name;
    if (fs::exists(installed, error)) return installed.string();
  }
  return std::string(RELGRAPH_MODELS) + "/" + name;
}

const network::Network& language_model() {
  static const network::Network model(language_model_path());
  return model;
}

}  // namespace relgraph
