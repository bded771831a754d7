// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <filesystem>
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
  const auto found = std::ranges::find(k_endings, ending, &std::pair<std::string_view, Format>::first);
  return found == k_endings.end() ? Format::automatic : found->second;
}

/// What the first bytes look like. An ending other than .txt is believed before this is asked.
Format format_of_content(std::string_view bytes) {
  if (bytes.starts_with("%PDF-")) return Format::pdf;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
  const std::string start = to_lower(bytes.substr(0, 256));
  if (start.starts_with("<!doctype html") || start.starts_with("<html") ||
      (start.starts_with("<?xml") && start.find("<html") != std::string::npos)) {
    return Format::html;
  }
  if (start.starts_with("{") &&
      bytes.substr(0, bytes.find('\n')).find("\"text\"") != std::string_view::npos) {
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
  for (Document& document : documents) {
    document.source = is_valid_utf8(name) ? name : repair_utf8(name);
    if (!lines) document.id = id_of(name);
    const std::string wanted = document.id;
    for (std::size_t n = 2; !taken.insert(document.id).second; ++n)
      document.id = wanted + "-" + std::to_string(n);
  }
}

bool has_word(const Document& document) {
  const std::string_view text(document.text);
  for (std::size_t i = 0; i < text.size();) {
    if (is_letter(next_code_point(text, i))) return true;
  }
  return false;
}

}  // namespace

std::vector<Document> parse_documents(std::string_view bytes, const std::string& name,
                                      const ReadOptions& options, Diagnostics& diagnostics) {
  const std::string shown = shown_name(name);
  const Format format = choose_format(options.format, name, bytes);
  std::vector<Document> documents;
  if (format == Format::jsonl) {
    documents = parse_jsonl(bytes, shown, diagnostics);
    // Every line is a failure of its own already.
    if (documents.empty() && diagnostics.failed()) return documents;
  } else if (format == Format::pdf) {
    throw Error(ErrorCode::input, "a PDF cannot be read from a stream", {.file = shown}, "Give it as a file");
  } else {
    const Decoded decoded = decode_text(bytes, shown, diagnostics);
    Document document = format == Format::html       ? parse_html(decoded, shown)
                        : format == Format::markdown ? parse_markdown(decoded)
                                                     : parse_plain(decoded);
    if (has_word(document)) documents.push_back(std::move(document));
  }
  finish(documents, name, format == Format::jsonl);
  return documents;
}

std::vector<Document> read_documents(const std::string& path, const ReadOptions& options,
                                     Diagnostics& diagnostics) {
  const std::string bytes = read_file(path, options.max_bytes);
  if (path != "-" && choose_format(options.format, path, bytes) == Format::pdf) {
    std::vector<Document> documents;
    Document document = read_pdf(path);
    if (has_word(document)) documents.push_back(std::move(document));
    finish(documents, path, false);
    return documents;
  }
  return parse_documents(bytes, path, options, diagnostics);
}

}  // namespace relgraph
