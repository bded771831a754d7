// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include "base/file.hpp"
#include "base/utf8.hpp"
#include "reading/encoding.hpp"
#include "reading/readers.hpp"
#include "relgraph/reading.hpp"

namespace relgraph {

namespace {

std::string ending_of(const std::string& path) {
  return to_lower(std::filesystem::path(path).extension().string());
}

Format format_of_ending(const std::string& ending) {
  constexpr std::array<std::pair<std::string_view, Format>, 10> k_endings{{{".txt", Format::text},
                                                                           {".text", Format::text},
                                                                           {".html", Format::html},
                                                                           {".htm", Format::html},
                                                                           {".xhtml", Format::html},
                                                                           {".md", Format::markdown},
                                                                           {".markdown", Format::markdown},
                                                                           {".pdf", Format::pdf},
                                                                           {".jsonl", Format::jsonl},
                                                                           {".ndjson", Format::jsonl}}};
  const auto* const found = std::ranges::find(k_endings, ending, &std::pair<std::string_view, Format>::first);
  return found == k_endings.end() ? Format::automatic : found->second;
}

/// The first bytes in lower case, without a byte order mark, leading white space, and the zero bytes of
/// UTF-16: what is told from them is ASCII.
std::string first_bytes(std::string_view bytes) {
  constexpr std::size_t k_enough = 1024;
  std::string start(bytes.substr(0, k_enough));
  if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) {
    start.erase(0, 2);
    std::erase(start, '\0');
  }
  if (start.starts_with("\xEF\xBB\xBF")) start.erase(0, 3);
  start.erase(0, std::min(start.find_first_not_of(" \t\r\n"), start.size()));
  return to_lower(start);
}

/// What the first bytes look like. An ending other than .txt is believed before this is asked.
Format format_of_content(std::string_view bytes) {
  if (bytes.starts_with("%PDF-")) return Format::pdf;
  const std::string start = first_bytes(bytes);
  constexpr std::array<std::string_view, 6> k_html{"<!doctype html", "<html",    "<head",
                                                   "<body",          "<article", "<main"};
  if (std::ranges::any_of(k_html, [&](std::string_view tag) { return start.starts_with(tag); })) {
    return Format::html;
  }
  if ((start.starts_with("<?xml") || start.starts_with("<!--")) && start.find("<html") != std::string::npos) {
    return Format::html;
  }
  if (start.starts_with("{") &&
      (start.find("\"text\"") < start.find('\n') ||
       bytes.substr(0, bytes.find('\n')).find("\"text\"") != std::string_view::npos)) {
    return Format::jsonl;
  }
  return Format::text;
}

std::string shown_name(const std::string& path) { return path == "-" ? "standard input" : path; }

Format choose_format(Format wish, const std::string& name, std::string_view bytes) {
  if (wish != Format::automatic) return wish;
  const Format by_ending = format_of_ending(ending_of(name));
  if (by_ending == Format::automatic || by_ending == Format::text) {
    // People save web pages as .txt, and streams have no ending.
    const Format by_content = format_of_content(bytes);
    return by_content == Format::jsonl && by_ending == Format::text ? Format::text : by_content;
  }
  return by_ending;
}

std::string id_of(const std::string& path) {
  if (path == "-") return "stdin";
  std::string stem = std::filesystem::path(path).stem().string();
  if (!is_valid_utf8(stem)) stem = repair_utf8(stem);
  return stem.empty() ? "document" : stem;
}

void finish(std::vector<Document>& documents, const std::string& name, bool lines) {
  if (documents.empty()) throw Error(ErrorCode::input, "holds no text", {.file = shown_name(name)});
  std::set<std::string> taken;
  std::map<std::string, std::size_t> last;  // highest number that each id was given
  for (Document& document : documents) {
    document.source = repair_utf8(name);
    if (!lines) document.id = id_of(name);
    if (taken.insert(document.id).second) continue;
    std::size_t& number = last.try_emplace(document.id, 1).first->second;
    const std::string wanted = document.id;
    do document.id = wanted + "-" + std::to_string(++number);
    while (!taken.insert(document.id).second);
  }
}

Document parse_text(std::string_view bytes, Format format, const std::string& file,
                    Diagnostics& diagnostics) {
  const bool html = format == Format::html;
  const Decoded decoded =
      decode_text(bytes, file, diagnostics, html ? declared_encoding(bytes) : std::string());
  if (html) return parse_html(decoded, file);
  return format == Format::markdown ? parse_markdown(decoded) : parse_plain(decoded);
}

/// The document if it holds a word.
std::vector<Document> only(Document document, const std::string& name) {
  std::vector<Document> documents;
  if (has_word(document.text)) documents.push_back(std::move(document));
  finish(documents, name, false);
  return documents;
}

}  // namespace

bool has_word(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (is_letter(next_code_point(text, i))) return true;
  }
  return false;
}

std::vector<Document> parse_documents(std::string_view bytes, const std::string& name,
                                      const ReadOptions& options, Diagnostics& diagnostics) {
  const std::string shown = shown_name(name);
  const Format format = choose_format(options.format, name, bytes);
  if (format == Format::pdf) {
    throw Error(ErrorCode::input, "a PDF can only be read from a file", {.file = shown});
  }
  if (format != Format::jsonl) return only(parse_text(bytes, format, shown, diagnostics), name);
  const Decoded decoded = decode_text(bytes, shown, diagnostics);
  const std::size_t before = diagnostics.entries.size();
  auto documents = parse_jsonl(decoded.text, shown, diagnostics);
  // When every line failed, all is said.
  if (documents.empty() && diagnostics.entries.size() > before) return documents;
  finish(documents, name, true);
  return documents;
}

std::vector<Document> read_documents(const std::string& path, const ReadOptions& options,
                                     Diagnostics& diagnostics) {
  const std::string bytes = read_file(path, options.max_bytes);
  if (choose_format(options.format, path, bytes) == Format::pdf) {
    return only(parse_pdf(bytes, shown_name(path)), path);
  }
  return parse_documents(bytes, path, options, diagnostics);
}

}  // namespace relgraph
