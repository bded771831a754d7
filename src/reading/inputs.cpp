// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "base/utf8.hpp"
#include "relgraph/reading.hpp"

namespace relgraph {

namespace {

namespace fs = std::filesystem;

/// A file or folder by what it is, whatever path leads to it.
using Identity = std::pair<dev_t, ino_t>;

class Collector {
 public:
  explicit Collector(Diagnostics& diagnostics) : m_diagnostics(diagnostics) {}

  void add_argument(const std::string& path) {
    struct stat info {};
    const bool there = path == "-" || ::stat(path.c_str(), &info) == 0;
    if (!there) {
      m_diagnostics.fail("cannot read: " + std::generic_category().message(errno), {.file = path});
    } else if (S_ISDIR(info.st_mode)) {
      m_folders.insert({info.st_dev, info.st_ino});
      add_folder(path);
    } else {
      m_paths.push_back(path);
    }
  }

  [[nodiscard]] std::vector<std::string> take() { return std::move(m_paths); }

 private:
  /// All articles below, folders in the order of their names; a folder or file that was seen already is left
  /// out.
  void add_folder(const std::string& start) {
    std::vector<std::string> waiting{start};
    std::vector<std::string> found;
    std::set<Identity> files;
    while (!waiting.empty()) {
      const std::string folder = std::move(waiting.back());
      waiting.pop_back();
      std::error_code failed;
      for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
           entry.increment(failed)) {
        const std::string path = entry->path().string();
        if (entry->path().filename().string().starts_with(".")) continue;
        struct stat info {};
        if (::stat(path.c_str(), &info) != 0) continue;
        const Identity identity{info.st_dev, info.st_ino};
        if (S_ISDIR(info.st_mode)) {
          if (m_folders.insert(identity).second) waiting.push_back(path);
        } else if (S_ISREG(info.st_mode) && is_article(path)) {
          found.push_back(path);
        }
      }
      if (failed) m_diagnostics.fail("cannot read the folder: " + failed.message(), {.file = folder});
    }
    std::ranges::sort(found);
    for (std::string& path : found) {
      struct stat info {};
      if (::stat(path.c_str(), &info) == 0 && files.insert({info.st_dev, info.st_ino}).second) {
        m_paths.push_back(std::move(path));
      }
    }
  }

  static bool is_article(const std::string& path) {
    constexpr std::array<std::string_view, 10> k_endings{".txt", ".text",     ".html", ".htm",   ".xhtml",
                                                         ".md",  ".markdown", ".pdf",  ".jsonl", ".ndjson"};
    return std::ranges::find(k_endings, to_lower(fs::path(path).extension().string())) != k_endings.end();
  }

  Diagnostics& m_diagnostics;
  std::vector<std::string> m_paths;
  std::set<Identity> m_folders;
};

}  // namespace

std::vector<std::string> expand_inputs(std::span<const std::string> inputs, Diagnostics& diagnostics) {
  Collector collector(diagnostics);
  for (const std::string& input : inputs) collector.add_argument(input);
  return collector.take();
}

}  // namespace relgraph
