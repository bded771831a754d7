// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/utf8.hpp"
#include "reading/metadata.hpp"
#include "reading/plain.hpp"
#include "reading/readers.hpp"

namespace relgraph {

namespace {

using Json = nlohmann::json;

std::string field(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end()) return {};
  if (found->is_string()) return found->get<std::string>();
  return found->is_number_integer() ? found->dump() : std::string();
}

/// What keeps the line from being a document; empty if nothing does.
std::string read_line(std::string_view line, Document& document) {
  Json object = Json::parse(line, nullptr, false);
  if (object.is_discarded()) return "is not JSON";
  if (!object.is_object()) return "is not a JSON object";
  const auto text = object.find("text");
  if (text == object.end() || !text->is_string()) return "has no \"text\"";
  const Decoded decoded{std::move(text->get_ref<std::string&>()), {}};
  TextBuilder builder(decoded);
  add_plain_text(builder, decoded, {});
  builder.finish(document);
  if (!has_word(document.text)) return "holds no text";
  document.id = one_line(field(object, "id"));
  document.title = one_line(field(object, "title"));
  document.date = normalise_date(field(object, "date"));
  document.language = normalise_language(field(object, "language"));
  document.url = one_line(field(object, "url"));
  return {};
}

}  // namespace

std::vector<Document> parse_jsonl(std::string_view text, const std::string& file, Diagnostics& diagnostics) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<Document> documents;
  std::size_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    Document document;
    if (const std::string problem = read_line(line, document); !problem.empty()) {
      diagnostics.fail(problem, {.file = file, .line = number});
      continue;
    }
    if (document.id.empty()) document.id = "line-" + std::to_string(number);
    documents.push_back(std::move(document));
  }
  return documents;
}

}  // namespace relgraph
