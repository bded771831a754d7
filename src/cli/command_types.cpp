// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <nlohmann/json.hpp>

#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/table.hpp"
#include "relgraph/ontology.hpp"

namespace relgraph::cli {

namespace {

using Json = nlohmann::ordered_json;

/// Empty means that there is none, and none is null.
Json known(const std::string& value) { return value.empty() ? Json() : Json(value); }

std::string to_json() {
  Json families = Json::array();
  for (const RelationFamily& family : relation_families()) {
    families.push_back({{"id", family.id}, {"label", {{"en", family.label_en}, {"de", family.label_de}}}});
  }
  Json types = Json::array();
  for (const RelationType& type : relation_types()) {
    types.push_back({{"id", type.id},
                     {"family", type.family},
                     {"polarity", static_cast<int>(type.polarity)},
                     {"symmetric", type.symmetric},
                     {"label", {{"en", type.label_en}, {"de", type.label_de}}},
                     {"inverse", {{"en", type.inverse_en}, {"de", type.inverse_de}}},
                     {"meaning", {{"en", type.meaning_en}, {"de", type.meaning_de}}},
                     {"sources", type.sources},
                     {"targets", type.targets},
                     {"wikidata", known(type.wikidata)},
                     {"ftm", type.ftm},
                     {"plover", known(type.plover)}});
  }
  return Json{{"families", std::move(families)}, {"types", std::move(types)}}.dump(2) + "\n";
}

Table to_table() {
  Table table{{{"type"}, {"family"}, {"polarity", true}, {"symmetric"}, {"English"}, {"German"}, {"meaning"}},
              {}};
  for (const RelationType& type : relation_types()) {
    const int polarity = static_cast<int>(type.polarity);
    table.rows.push_back({type.id, type.family, (polarity > 0 ? "+" : "") + std::to_string(polarity),
                          type.symmetric ? "yes" : "no", type.label_en, type.label_de, type.meaning_en});
  }
  return table;
}

int run_types(const std::string& format) {
  switch (parse_table_format(format)) {
    case TableFormat::json: write_file("-", to_json()); break;
    case TableFormat::csv: write_file("-", to_csv(to_table())); break;
    case TableFormat::markdown: write_file("-", to_markdown(to_table())); break;
    case TableFormat::table: write_file("-", to_text(to_table())); break;
  }
  return 0;
}

}  // namespace

void add_types(CLI::App& app, Session& session) {
  auto format = std::make_shared<std::string>("table");
  CLI::App* command = app.add_subcommand("types", "List the relation types");
  command->footer(
      "Examples:\n"
      "  relgraph types\n"
      "  relgraph types --format json\n");
  add_format_option(*command, *format);
  command->callback([format, &session] {
    session.command = "types";
    session.run = [format] { return run_types(*format); };
  });
}

}  // namespace relgraph::cli
