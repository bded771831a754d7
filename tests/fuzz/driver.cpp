// SPDX-License-Identifier: Apache-2.0
// Stands in for libFuzzer where there is none: runs a target on every seed and on mutations of it, the same
// ones each time.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr int k_mutations = 2000;

void run(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

std::string mutate(std::string input, const std::string& other, std::mt19937& random) {
  const auto place = [&](const std::string& in) { return in.empty() ? 0 : random() % in.size(); };
  for (unsigned edits = 1 + random() % 4; edits > 0; --edits) {
    const std::size_t at = place(input);
    switch (random() % 6) {
      case 0:
        if (!input.empty()) input[at] = static_cast<char>(random());
        break;
      case 1: input.insert(at, 1, static_cast<char>(random())); break;
      case 2: input.erase(at, 1 + random() % 16); break;
      case 3: input.insert(at, input.substr(place(input), random() % 64)); break;
      case 4: input.insert(at, other.substr(place(other), random() % 64)); break;
      default: input.resize(at); break;
    }
  }
  return input;
}

}  // namespace

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  std::vector<fs::path> paths;
  for (int i = 1; i < argc; ++i) {
    for (const auto& entry : fs::directory_iterator(argv[i])) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> seeds;
  for (const fs::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  if (seeds.empty()) {
    std::fputs("no seeds\n", stderr);
    return 1;
  }
  std::mt19937 random(1);
  for (const std::string& seed : seeds) {
    run(seed);
    for (int i = 0; i < k_mutations; ++i) run(mutate(seed, seeds[random() % seeds.size()], random));
  }
  std::printf("%zu seeds, %zu inputs\n", seeds.size(), seeds.size() * (1 + k_mutations));
  return 0;
}
