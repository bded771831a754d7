// SPDX-License-Identifier: Apache-2.0
// Speed of the language stage on one thread: raw text to full analysis. Prints one JSON line; see README.md.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "language/model.hpp"
#include "language/network/kernels.hpp"
#include "language/network/network.hpp"
#include "relgraph/language.hpp"

namespace {

using namespace relgraph;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// Articles of a JSON lines file: objects with `text`.
std::vector<Document> read_articles(const char* path) {
  std::ifstream in(path);
  std::vector<Document> out;
  for (std::string line; std::getline(in, line);) {
    Document document;
    document.text = nlohmann::json::parse(line).at("text").get<std::string>();
    std::size_t begin = 0;
    while (begin < document.text.size()) {
      const std::size_t end = std::min(document.text.find('\n', begin), document.text.size());
      if (end > begin) document.blocks.push_back({{begin, end}, BlockKind::paragraph});
      begin = end + 1;
    }
    out.push_back(std::move(document));
  }
  return out;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::fputs("usage: bench_language de|en ARTICLES.jsonl\n", stderr);
    return 2;
  }
  const auto articles = read_articles(arguments[2]);
  Diagnostics diagnostics;
  Document first;
  first.text = "Das ist ein Satz. This is a sentence.";
  auto begin = Clock::now();
  (void)analyse(first, diagnostics, arguments[1]);
  const double start = seconds_since(begin);
  std::vector<double> times;
  std::size_t tokens = 0;
  for (int round = 0; round < 3; ++round) {
    tokens = 0;
    begin = Clock::now();
    for (const Document& article : articles)
      tokens += analyse(article, diagnostics, arguments[1]).tokens.size();
    times.push_back(seconds_since(begin));
  }
  std::ranges::sort(times);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf(
      "{\"kernels\":\"%s\",\"start_ms\":%.1f,\"words\":%zu,\"seconds\":%.3f,\"words_per_second\":%.0f,"
      "\"peak_mb\":%.0f}\n",
      network::kernels().name, start * 1000, tokens, times[1], static_cast<double>(tokens) / times[1],
      static_cast<double>(usage.ru_maxrss) / 1024);
  return 0;
}
