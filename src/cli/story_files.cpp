// SPDX-License-Identifier: Apache-2.0
#include "cli/story_files.hpp"

#include <filesystem>
#include <system_error>

#include "base/file.hpp"
#include "relgraph/error.hpp"

namespace relgraph::cli {

namespace fs = std::filesystem;

std::vector<std::string> story_files(const std::string& output, std::size_t count) {
  const fs::path path(output);
  if (path.extension() != ".svg") {
    throw Error(ErrorCode::usage, "the pictures of a story need a name that ends in .svg",
                {.file = output == "-" ? "" : output},
                "-o story.svg writes story-1.svg, story-2.svg and so on");
  }
  std::vector<std::string> out;
  for (std::size_t i = 1; i <= count; ++i) {
    fs::path file = path.parent_path() / path.stem();
    file += "-" + std::to_string(i) + ".svg";
    out.push_back(file.string());
  }
  return out;
}

void write_story(const std::vector<std::string>& files, std::span<const Drawing> pictures) {
  const auto beside = [](const std::string& file) { return file + ".new"; };
  std::size_t written = 0;
  try {
    for (const std::string& file : files) {
      if (fs::is_directory(file)) throw Error(ErrorCode::output, "this is a folder", {.file = file});
    }
    for (; written < files.size(); ++written) write_file(beside(files[written]), pictures[written].svg);
    for (const std::string& file : files) fs::rename(beside(file), file);
  } catch (const fs::filesystem_error& error) {
    for (std::size_t i = 0; i < written; ++i) {
      std::error_code ignored;
      fs::remove(beside(files[i]), ignored);
    }
    throw Error(ErrorCode::output, "cannot be written: " + error.code().message(),
                {.file = error.path1().string()});
  } catch (...) {
    for (std::size_t i = 0; i < written; ++i) {
      std::error_code ignored;
      fs::remove(beside(files[i]), ignored);
    }
    throw;
  }
}

}  // namespace relgraph::cli
