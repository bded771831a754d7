// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <tuple>

#include "base/file.hpp"
#include "base/utf8.hpp"
#include "base/wording.hpp"
#include "cli/commands.hpp"
#include "cli/edge_json.hpp"
#include "cli/explanation.hpp"
#include "cli/pipeline.hpp"
#include "cli/table.hpp"

namespace relgraph::cli {

namespace {

constexpr std::size_t k_rows_for_reading = 20;

struct GapsOptions {
  InputOptions input{};
  std::optional<std::size_t> top;
  std::size_t examples = 0;
  std::string format = "table";
};

struct Occurrence {
  const Gap* gap = nullptr;
  std::size_t document = 0;  ///< index into the corpus
};

/// A predicate with one frame, wherever it occurs, in the order of the documents.
struct Row {
  std::vector<Occurrence> occurrences;
  std::size_t documents = 0;

  [[nodiscard]] const Gap& gap() const { return *occurrences.front().gap; }
};

/// The most frequent first, then what more documents say, then by the alphabet.
std::vector<Row> rows_of(const std::vector<std::vector<Gap>>& gaps) {
  std::map<std::tuple<std::string, std::string, std::string, std::string>, Row> known;
  for (std::size_t document = 0; document < gaps.size(); ++document) {
    for (const Gap& gap : gaps[document]) {
      Row& row = known[{gap.predicate, gap.language, gap.kind, gap.frame()}];
      if (row.occurrences.empty() || row.occurrences.back().document != document) ++row.documents;
      row.occurrences.push_back({&gap, document});
    }
  }
  std::vector<Row> rows;
  for (auto& [key, row] : known) rows.push_back(std::move(row));
  std::ranges::stable_sort(rows, [](const Row& a, const Row& b) {
    return std::pair(a.occurrences.size(), a.documents) > std::pair(b.occurrences.size(), b.documents);
  });
  return rows;
}

struct Totals {
  std::size_t documents = 0, predicates = 0, occurrences = 0;
};

/// What is written: the first rows, with what they speak of.
struct Listing {
  const std::vector<Document>& documents;
  std::vector<Row> rows;
  Totals totals{};
  std::size_t examples = 0;

  [[nodiscard]] std::size_t examples_of(const Row& row) const {
    return std::min(examples, row.occurrences.size());
  }
  [[nodiscard]] const Document& document(const Occurrence& o) const { return documents[o.document]; }
};

/// The sentence with both actors and the trigger marked, as `explain` marks them.
std::string example(const Listing& listing, const Occurrence& occurrence, Marking marking) {
  const Gap& gap = *occurrence.gap;
  const std::size_t begin = gap.sentence.begin;
  const auto mark = [&](Span span, bool trigger) {
    return Mark{{span.begin - begin, span.end - begin}, trigger};
  };
  return marked(gap.sentence.of(listing.document(occurrence).text),
                {mark(gap.source_mention, false), mark(gap.target_mention, false), mark(gap.trigger, true)},
                marking);
}

/// With a column for each example, where examples are asked for and stand in cells.
Table to_table(const Listing& listing, bool examples_in_cells) {
  Table table{{{"count", true},
               {"documents", true},
               {"language"},
               {"predicate"},
               {"kind"},
               {"source"},
               {"target"},
               {"frame"}},
              {}};
  const std::size_t examples = examples_in_cells ? listing.examples : 0;
  std::size_t widest = 0;
  for (const Row& row : listing.rows) {
    const Gap& gap = row.gap();
    std::vector<std::string> cells{std::to_string(row.occurrences.size()),
                                   std::to_string(row.documents),
                                   gap.language,
                                   gap.predicate,
                                   gap.kind,
                                   gap.source_role,
                                   gap.target_role,
                                   gap.kind + "  " + gap.frame()};
    const std::size_t count = std::min(examples, row.occurrences.size());
    widest = std::max(widest, count);
    for (std::size_t i = 0; i < count; ++i)
      cells.push_back(example(listing, row.occurrences[i], Marking::brackets));
    table.rows.push_back(std::move(cells));
  }
  for (std::size_t i = 0; i < widest; ++i) table.columns.push_back({"example " + std::to_string(i + 1)});
  for (auto& cells : table.rows) cells.resize(table.columns.size());
  return table;
}

/// The table for reading: the frame alone says source and target.
Table for_reading(Table table) {
  constexpr std::ptrdiff_t k_kind = 4, k_frame = 7;
  const auto cut = [](auto& cells) { cells.erase(cells.begin() + k_kind, cells.begin() + k_frame); };
  cut(table.columns);
  for (auto& cells : table.rows) cut(cells);
  return table;
}

std::string place_of(const Listing& listing, const Occurrence& occurrence) {
  return listing.document(occurrence).id + ", " + std::to_string(occurrence.gap->sentence.begin) + "–" +
         std::to_string(occurrence.gap->sentence.end);
}

/// The table, with the examples of each row below it.
std::string to_reading_text(const Listing& listing, Marking marking) {
  const std::string table = to_text(for_reading(to_table(listing, false)));
  if (listing.examples == 0) return table;
  std::string out;
  std::size_t at = table.find('\n') + 1;
  out = table.substr(0, at);
  for (const Row& row : listing.rows) {
    const std::size_t end = table.find('\n', at) + 1;
    out += table.substr(at, end - at);
    at = end;
    for (std::size_t i = 0; i < listing.examples_of(row); ++i)
      out += "    " + printable(place_of(listing, row.occurrences[i])) + ": " +
             example(listing, row.occurrences[i], marking) + "\n";
  }
  return out;
}

/// The table, and below it the examples under headings.
std::string to_reading_markdown(const Listing& listing) {
  std::string out = to_markdown(for_reading(to_table(listing, false)));
  if (listing.examples == 0) return out;
  for (const Row& row : listing.rows) {
    out += "\n### " + marked(row.gap().predicate, {}, Marking::html) + " (" + row.gap().kind + " " +
           marked(row.gap().frame(), {}, Marking::html) + ")\n";
    for (std::size_t i = 0; i < listing.examples_of(row); ++i)
      out += "\n> " + example(listing, row.occurrences[i], Marking::html) + "\n>\n> (" +
             marked(place_of(listing, row.occurrences[i]), {}, Marking::html) + ")\n";
  }
  return out;
}

nlohmann::ordered_json span_json(Span span) { return {{"begin", span.begin}, {"end", span.end}}; }

std::string to_json(const Listing& listing) {
  using Json = nlohmann::ordered_json;
  Json out{{"totals",
            {{"documents", listing.totals.documents},
             {"predicates", listing.totals.predicates},
             {"occurrences", listing.totals.occurrences}}},
           {"gaps", Json::array()}};
  for (const Row& row : listing.rows) {
    const Gap& gap = row.gap();
    Json entry{{"predicate", gap.predicate},      {"kind", gap.kind},          {"source", gap.source_role},
               {"target", gap.target_role},       {"frame", gap.frame()},      {"language", gap.language},
               {"count", row.occurrences.size()}, {"documents", row.documents}};
    if (listing.examples > 0) entry["examples"] = Json::array();
    for (std::size_t i = 0; i < listing.examples_of(row); ++i) {
      const Occurrence& occurrence = row.occurrences[i];
      const Gap& of = *occurrence.gap;
      entry["examples"].push_back({{"document", listing.document(occurrence).id},
                                   {"begin", of.sentence.begin},
                                   {"end", of.sentence.end},
                                   {"text", of.sentence.of(listing.document(occurrence).text)},
                                   {"trigger", span_json(of.trigger)},
                                   {"source", of.source},
                                   {"source_mention", span_json(of.source_mention)},
                                   {"target", of.target},
                                   {"target_mention", span_json(of.target_mention)}});
    }
    out["gaps"].push_back(std::move(entry));
  }
  return json_document(out);
}

int run_gaps(const GapsOptions& options, const Session& session) {
  const TableFormat format = parse_table_format(options.format);
  const Corpus corpus = read_corpus(options.input, session);
  const std::vector<std::vector<Gap>> gaps = gaps_of(corpus.documents, options.input, session);
  Listing listing{corpus.documents, rows_of(gaps), {}, options.examples};
  listing.totals = {corpus.documents.size(), listing.rows.size(), 0};
  for (const auto& of_document : gaps) listing.totals.occurrences += of_document.size();
  const std::size_t top = options.top.value_or(format == TableFormat::table ? k_rows_for_reading : 0);
  if (top != 0 && top < listing.rows.size()) listing.rows.resize(top);
  switch (format) {
    case TableFormat::json: write_file("-", to_json(listing)); break;
    case TableFormat::csv: write_file("-", to_csv(to_table(listing, true))); break;
    case TableFormat::markdown: write_file("-", to_reading_markdown(listing)); break;
    case TableFormat::table:
      write_file("-",
                 to_reading_text(listing, session.colour_on_output() ? Marking::colour : Marking::brackets));
      break;
  }
  session.note(counted("1 predicate", "{1} predicates", listing.totals.predicates) + " without a relation, " +
               counted("1 occurrence", "{1} occurrences", listing.totals.occurrences) + " in " +
               counted("1 document", "{1} documents", listing.totals.documents));
  if (listing.rows.size() < listing.totals.predicates && !options.top)
    session.note(std::to_string(listing.rows.size()) + " of them shown; --top 0 shows all");
  return corpus.failed ? 1 : 0;
}

}  // namespace

void add_gaps(CLI::App& app, Session& session) {
  auto options = std::make_shared<GapsOptions>();
  CLI::App* command = app.add_subcommand("gaps", "Say what the relation grammar has no words for yet");
  command->footer(
      "Examples:\n"
      "  relgraph gaps articles/                        predicates between two actors that gave no relation\n"
      "  relgraph gaps articles/ --examples 3           with sentences, actors and trigger marked\n"
      "  relgraph gaps articles/ --extractor model      what the trained reader alone leaves open\n"
      "  relgraph gaps articles/ --format csv > todo.csv\n");
  add_input_options(*command, options->input);
  command->add_option("--top", options->top, "Only the first N, 0 for all (default: 20 in a table, else all)")
      ->type_name("N");
  command->add_option("--examples", options->examples, "So many sentences for each (default: none)")
      ->type_name("N");
  add_format_option(*command, options->format);
  command->callback([options, &session] {
    session.command = "gaps";
    session.run = [options, &session] { return run_gaps(*options, session); };
  });
}

}  // namespace relgraph::cli
