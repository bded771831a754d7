// SPDX-License-Identifier: Apache-2.0
// Pattern files of users: entries of both languages in one file.
#include <array>
#include <string>

#include "extraction/grammar/grammar.hpp"
#include "relgraph/error.hpp"
#include "relgraph/teaching.hpp"

namespace relgraph {

namespace {

constexpr std::string_view k_mark = "# language:";
constexpr std::array<std::string_view, 2> k_languages = {"de", "en"};

/// Of a line such as `# language: de`; empty for other lines.
std::string language_of(std::string_view line) {
  if (!line.starts_with(k_mark)) return {};
  line.remove_prefix(k_mark.size());
  std::string out;
  for (const char c : line)
    if (c != ' ' && c != '\t' && c != '\r') out += c;
  return out.empty() ? "nothing" : out;
}

bool is_entry(std::string_view line) {
  return line.find_first_not_of(" \t\r") != std::string_view::npos && !line.starts_with('#');
}

/// Calls `take(line, language, number)` for every line.
template <typename Take>
void each_line(std::string_view text, Take take) {
  std::string language;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    if (std::string named = language_of(line); !named.empty()) language = std::move(named);
    take(line, language, number);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
}

}  // namespace

void extend_grammar(std::string_view text, const std::string& file) {
  std::array<std::string, 2> parts;  // the lines of a language; those of the other one are empty
  each_line(text, [&](std::string_view line, const std::string& language, std::size_t number) {
    if (language.empty() && is_entry(line))
      throw Error(ErrorCode::input, "the language of this entry is not told", {.file = file, .line = number},
                  "write '# language: de' or '# language: en' on a line above");
    if (!language.empty() && language != "de" && language != "en")
      throw Error(ErrorCode::input, "there is no grammar of '" + language + "'",
                  {.file = file, .line = number}, "write '# language: de' or '# language: en'");
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (language == k_languages[i]) parts[i] += line;
      parts[i] += '\n';
    }
  });
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (parts[i].find_first_not_of('\n') != std::string::npos)
      Grammar::shared(k_languages[i])->add(parts[i], file);
}

std::string with_pattern(std::string text, const TaughtPattern& pattern) {
  bool known = false;
  std::string last;
  each_line(text, [&](std::string_view line, const std::string& language, std::size_t) {
    known = known || (language == pattern.language && line == pattern.line);
    last = language;
  });
  if (known) return text;
  if (!text.empty() && text.back() != '\n') text += '\n';
  if (last != pattern.language)
    text += (text.empty() ? "" : "\n") + std::string(k_mark) + " " + pattern.language + "\n";
  return text + pattern.line + "\n";
}

}  // namespace relgraph
