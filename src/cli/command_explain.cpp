// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>

#include "base/file.hpp"
#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/edge_json.hpp"
#include "cli/explanation.hpp"
#include "cli/long_documents.hpp"
#include "cli/options.hpp"
#include "cli/pipeline.hpp"
#include "cli/why_not.hpp"
#include "relgraph/ontology.hpp"

namespace relgraph::cli {

namespace {

struct ExplainOptions {
  std::string input;
  std::string from;
  std::string to;
  std::string format = "text";
  std::string labels;
  std::string language;
  std::string extractor = InputOptions{}.extractor;
  bool why_not = false;
  std::vector<std::string> grammars;
  FilterOptions filter{};
};

Marking marking_of(const ExplainOptions& options, const Session& session) {
  if (options.format == "markdown") return Marking::html;
  return session.colour_on_output() ? Marking::colour : Marking::brackets;
}

int explain_graph(const ExplainOptions& options, const Session& session) {
  Diagnostics diagnostics;
  Graph graph = load_graph(options.input, diagnostics);
  session.report(diagnostics);
  canonicalise(graph);
  const std::uint32_t a = resolve_node(graph, options.from);
  const std::uint32_t b = resolve_node(graph, options.to);
  if (a == b) throw Error(ErrorCode::usage, "both names are of " + printable(graph.nodes[a].label));
  // Filtered for its edges alone: mentions and names are those of the whole graph.
  const std::string ends[] = {graph.nodes[a].id, graph.nodes[b].id};
  Graph wanted = options.filter.apply(graph);
  std::erase_if(wanted.edges, [&](const Edge& edge) {
    const std::string& source = wanted.nodes[edge.source].id;
    const std::string& target = wanted.nodes[edge.target].id;
    return !(source == ends[0] && target == ends[1]) && !(source == ends[1] && target == ends[0]);
  });
  DocumentTexts texts(graph, options.input);
  std::vector<ExplainedEdge> edges;
  if (!wanted.edges.empty())
    edges = explain(wanted, resolve_node(wanted, ends[0]), resolve_node(wanted, ends[1]), texts);
  if (options.format == "json") {
    write_file("-", json_document({{"a", node_json(graph.nodes[a])},
                                   {"b", node_json(graph.nodes[b])},
                                   {"edges", to_json(wanted, edges)}}));
  } else {
    const std::string language = options.labels.empty() ? main_language(graph) : options.labels;
    write_file("-", to_text(wanted, edges, language, marking_of(options, session)));
  }
  if (edges.empty())
    session.note("no such relation; 'relgraph explain --why-not ARTICLE' says what stands in its way");
  return 0;
}

/// Types that the filters name, one by one or by family.
std::vector<std::string> wanted_types(const FilterOptions& filter) {
  static_cast<void>(filter.apply({}));  // says what is misspelt
  std::vector<std::string> out = filter.types;
  for (const RelationType& type : relation_types())
    if (std::ranges::find(filter.families, type.family) != filter.families.end()) out.push_back(type.id);
  return out;
}

int explain_article(const ExplainOptions& options, const Session& session) {
  if (!options.filter.statuses.empty() || options.filter.min_confidence > 0)
    throw Error(ErrorCode::usage, "--status and --min-confidence go with a graph, not with --why-not");
  const std::vector<std::string> wanted = wanted_types(options.filter);
  InputOptions input;
  input.inputs = {options.input};
  input.extractor = options.extractor;
  input.grammars = options.grammars;
  Corpus corpus = read_corpus(input, session);
  std::vector<WeighedDocument> documents;
  Diagnostics diagnostics;
  for (Document& document : corpus.documents) {
    std::vector<Weighed> parts =
        read_parts(document, diagnostics, options.language, extractor_of(options.extractor), true);
    documents.push_back({std::move(document), std::move(parts)});
  }
  session.report(diagnostics);
  std::string language = options.labels;
  if (language.empty()) language = main_language(documents.front().parts.front().graph);
  const WhyNot found = why_not(documents, options.from, options.to, wanted, language);
  write_file("-", options.format == "json" ? json_document(to_json(found))
                                           : to_text(found, language, marking_of(options, session)));
  return corpus.failed ? 1 : 0;
}

}  // namespace

void add_explain(CLI::App& app, Session& session) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* command = app.add_subcommand("explain", "Say why two entities are in a relation");
  command->footer(
      "Examples:\n"
      "  relgraph explain graph.json Musk OpenAI\n"
      "  relgraph explain graph.json Musk OpenAI --types criticizes --format markdown\n"
      "  relgraph explain --why-not article.txt Musk OpenAI --type sues    why is this not in the graph?\n");
  command
      ->add_option("GRAPH", options->input, "Graph file, or - for standard input; an article with --why-not")
      ->required()
      ->type_name("");
  command->add_option("A", options->from, "An entity: a name, alias or id")->required()->type_name("");
  command->add_option("B", options->to, "Another one")->required()->type_name("");
  command->add_option("--format", options->format, "How to write the result (default: text)")
      ->type_name("text|json|markdown")
      ->check(CLI::IsMember({"text", "json", "markdown"}).description(""));
  command->add_option("--labels", options->labels, "Language of the words (default: that of the documents)")
      ->type_name("de|en")
      ->check(CLI::IsMember({"de", "en"}).description(""));
  command->add_flag("--why-not", options->why_not,
                    "Read an article instead, and say what keeps the two from being related");
  add_language_option(*command, options->language);
  add_extractor_option(*command, options->extractor);
  add_grammar_option(*command, options->grammars);
  add_edge_filter_options(*command, options->filter);
  command->callback([options, &session] {
    session.command = "explain";
    session.run = [options, &session] {
      return options->why_not ? explain_article(*options, session) : explain_graph(*options, session);
    };
  });
}

}  // namespace relgraph::cli
