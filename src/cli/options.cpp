// SPDX-License-Identifier: Apache-2.0
#include "cli/options.hpp"

#include <algorithm>
#include <utility>

#include "base/file.hpp"
#include "base/utf8.hpp"
#include "cli/session.hpp"
#include "relgraph/ontology.hpp"

namespace relgraph::cli {

namespace {

const std::vector<std::pair<std::string, Format>> k_formats{
    {"auto", Format::automatic},    {"text", Format::text}, {"html", Format::html},
    {"markdown", Format::markdown}, {"pdf", Format::pdf},   {"jsonl", Format::jsonl}};

const std::vector<std::pair<std::string, LayoutEngine>> k_engines{
    {"auto", LayoutEngine::automatic}, {"dot", LayoutEngine::dot}, {"neato", LayoutEngine::neato}};

const std::vector<std::pair<std::string, Weight>> k_weights{{"none", Weight::none},
                                                            {"evidence", Weight::evidence},
                                                            {"amount", Weight::amount},
                                                            {"confidence", Weight::confidence}};

template <typename Value>
std::vector<std::string> names_of(const std::vector<std::pair<std::string, Value>>& table) {
  std::vector<std::string> names;
  names.reserve(table.size());
  for (const auto& row : table) names.push_back(row.first);
  return names;
}

template <typename Value>
Value value_of(const std::vector<std::pair<std::string, Value>>& table, const std::string& name) {
  return std::ranges::find(table, name, &std::pair<std::string, Value>::first)->second;
}

/// Throws unless every name is among the known ones; the nearest of them is the hint.
void check_names(const std::vector<std::string>& names, const std::vector<std::string>& known,
                 const std::string& what) {
  for (const std::string& name : names) {
    if (std::ranges::find(known, name) != known.end()) continue;
    std::string nearest;
    std::size_t best = 4;
    for (const std::string& candidate : known) {
      const std::size_t distance = edit_distance(fold(name), fold(candidate), 3);
      if (distance < best) {
        best = distance;
        nearest = candidate;
      }
    }
    std::string hint;
    if (!nearest.empty()) hint.append("Did you mean '").append(nearest).append("'?");
    throw Error(ErrorCode::usage, "there is no " + what + " '" + name + "'", {}, std::move(hint));
  }
}

std::vector<std::string> known_types(const Graph& graph) {
  std::vector<std::string> known;
  for (const RelationType& type : relation_types()) known.push_back(type.id);
  for (const Edge& edge : graph.edges) known.push_back(edge.type);
  std::ranges::sort(known);
  known.erase(std::unique(known.begin(), known.end()), known.end());
  return known;
}

std::vector<std::uint32_t> resolve_all(const Graph& graph, const std::vector<std::string>& names) {
  std::vector<std::uint32_t> nodes;
  nodes.reserve(names.size());
  for (const std::string& name : names) nodes.push_back(resolve_node(graph, name));
  return nodes;
}

}  // namespace

ReadOptions InputOptions::read_options() const { return {.format = value_of(k_formats, format)}; }

void add_language_option(CLI::App& command, std::string& language) {
  command.add_option("--language", language, "Take the text as this language (default: detected)")
      ->type_name("de|en")
      ->check(CLI::IsMember({"de", "en"}).description(""));
}

void add_input_options(CLI::App& command, InputOptions& options) {
  command.add_option("INPUT", options.inputs, "Articles: files, folders, or - for standard input")
      ->required()
      ->type_name("");
  command.add_option("--input", options.format, "Format of the articles (default: by ending and content)")
      ->type_name("text|html|markdown|pdf|jsonl")
      ->check(CLI::IsMember(names_of(k_formats)).description(""));
  add_language_option(command, options.language);
  add_extractor_option(command, options.extractor);
  add_grammar_option(command, options.grammars);
}

void add_extractor_option(CLI::App& command, std::string& extractor) {
  command
      .add_option(
          "--extractor", extractor,
          "What finds relations: the trained reader, the grammar, or both (default: " + extractor + ")")
      ->type_name("model|grammar|both")
      ->check(CLI::IsMember({"model", "grammar", "both"}).description(""));
}

void add_grammar_option(CLI::App& command, std::vector<std::string>& grammars) {
  command
      .add_option("--grammar", grammars, "Patterns of your own, beside those of relgraph (docs/grammar.md)")
      ->type_name("FILE")
      ->allow_extra_args(false);
}

Extractor extractor_of(std::string_view name) {
  if (name == "grammar") return Extractor::grammar;
  return name == "model" ? Extractor::model : Extractor::both;
}

namespace {

void add_filter_list(CLI::App& command, const char* name, std::vector<std::string>& to, const char* what,
                     const char* type) {
  command.add_option(name, to, what)
      ->type_name(type)
      ->delimiter(',')
      ->allow_extra_args(false)
      ->group("Filters");
}

}  // namespace

void add_edge_filter_options(CLI::App& command, FilterOptions& options) {
  add_filter_list(command, "--types,--type", options.types, "Only these relation types", "TYPE,...");
  add_filter_list(command, "--families", options.families,
                  "Only these families of types (see 'relgraph types')", "FAMILY,...");
  add_filter_list(command, "--status", options.statuses,
                  "Only asserted, reported, planned, former or negated ones", "STATUS,...");
  command.add_option("--min-confidence", options.min_confidence, "Only relations at least this certain")
      ->type_name("0..1")
      ->check(CLI::Range(0.0, 1.0).description(""))
      ->group("Filters");
}

void add_filter_options(CLI::App& command, FilterOptions& options) {
  add_edge_filter_options(command, options);
  add_filter_list(command, "--documents", options.documents, "Only what these documents say", "ID,...");
  add_filter_list(command, "--focus", options.focus, "Only what is near these entities", "ENTITY,...");
  command.add_option("--hops", options.hops, "How near: number of relations away (default 1)")
      ->type_name("N")
      ->check(CLI::Range(0U, 1000U).description(""))
      ->group("Filters");
  add_filter_list(command, "--exclude", options.exclude, "Without these entities", "ENTITY,...");
}

Graph FilterOptions::apply(Graph graph) const {
  Filter wanted;
  check_names(types, types.empty() ? types : known_types(graph), "relation type");
  wanted.types = types;
  std::vector<std::string> known_families;
  known_families.reserve(relation_families().size());
  for (const RelationFamily& family : relation_families()) known_families.push_back(family.id);
  check_names(families, known_families, "family");
  wanted.families = families;
  check_names(statuses, {"asserted", "reported", "planned", "former", "negated"}, "status");
  for (const std::string& name : statuses) wanted.statuses.push_back(*parse_status(name));
  std::vector<std::string> known_documents;
  known_documents.reserve(graph.documents.size());
  for (const DocumentInfo& document : graph.documents) known_documents.push_back(document.id);
  check_names(documents, known_documents, "document");
  wanted.documents = documents;
  wanted.focus = resolve_all(graph, focus);
  wanted.exclude = resolve_all(graph, exclude);
  wanted.hops = hops;
  wanted.min_confidence = min_confidence;
  const bool asks = !types.empty() || !families.empty() || !statuses.empty() || !documents.empty() ||
                    !focus.empty() || !exclude.empty() || min_confidence > 0;
  return asks ? filter(graph, wanted) : std::move(graph);
}

void add_projection_options(CLI::App& command, ProjectionOptions& options) {
  command.add_flag("--undirected", options.undirected, "Directions do not matter");
  add_weight_option(command, options);
}

void add_weight_option(CLI::App& command, ProjectionOptions& options) {
  command
      .add_option(
          "--weight", options.weight,
          "What a relation counts: 1 with all parallel ones, its sentences, its amount, its confidence")
      ->type_name("none|evidence|amount|confidence")
      ->check(CLI::IsMember(names_of(k_weights)).description(""));
}

Weight ProjectionOptions::kind() const { return value_of(k_weights, weight); }

Projection ProjectionOptions::apply(const Graph& graph) const { return project(graph, !undirected, kind()); }

namespace {

/// A theme with a slash or the ending .toml is a file.
bool is_theme_file(const std::string& theme) {
  return theme.find('/') != std::string::npos || theme.ends_with(".toml");
}

CLI::Validator theme_name() {
  const CLI::Validator known =
      CLI::IsMember(theme_names());  // copied as what it is, IsMember takes itself for a list
  CLI::Validator out([known](std::string& text) { return is_theme_file(text) ? std::string() : known(text); },
                     "");
  return out;
}

CLI::Validator length() {
  return CLI::Validator(
      [](std::string& text) {
        return parse_length(text) ? std::string()
                                  : "'" + text + "' is no length such as 85mm, 17cm, 6.5in, 420pt or 600px";
      },
      "");
}

}  // namespace

void add_picture_options(CLI::App& command, PictureOptions& options) {
  RenderOptions& render = options.render;
  const auto add = [&](const char* name, auto& to, const char* what, const char* type) {
    return command.add_option(name, to, what)->type_name(type)->group("Picture");
  };
  add("--labels", render.labels, "Language of the labels (default: that of the documents)", "de|en")
      ->check(CLI::IsMember({"de", "en"}).description(""));
  add("--title", render.title, "Title of the picture (default: that of the article)", "TEXT");
  std::string themes;
  for (const std::string& name : theme_names()) themes.append(name).append("|");
  add("--theme", render.theme, "Colours and fonts, or a .toml file of your own (default: default)",
      (themes + "FILE").c_str())
      ->check(theme_name());
  add("--width", options.width, "Width on the page: 85mm, 17cm, 6.5in, 420pt, 600px (default: as drawn)",
      "LENGTH")
      ->check(length());
  add("--dpi", render.dpi, "Pixels an inch of a PNG (default: 192)", "N")
      ->check(CLI::Range(10.0, 2400.0).description(""));
  add("--engine", options.engine, "Layout engine of Graphviz", "auto|dot|neato")
      ->check(CLI::IsMember(names_of(k_engines)).description(""));
  add("--max-nodes", render.max_nodes, "Draw at most so many entities, the core of the graph", "N")
      ->check(CLI::Range(1U, 500U).description(""));
  add("--max-edges", render.max_edges, "Draw at most so many lines", "N")
      ->check(CLI::Range(1U, 1000U).description(""));
  add("--id-prefix", render.id_prefix, "Start of every id in the SVG (default: from the graph)", "TEXT");
  command.add_flag("--no-legend", options.no_legend, "Draw no legend")->group("Picture");
}

void add_top_option(CLI::App& command, PictureOptions& options) {
  command.add_option("--top", options.render.max_edges, "Only the N weightiest lines: --max-edges in short")
      ->type_name("N")
      ->check(CLI::Range(1U, 1000U).description(""))
      ->group("Picture");
}

RenderOptions PictureOptions::render_options() const {
  RenderOptions out = render;
  out.engine = value_of(k_engines, engine);
  out.legend = !no_legend;
  if (!width.empty()) out.width = parse_length(width);
  constexpr std::size_t k_max_theme_bytes = 1U << 20U;
  if (is_theme_file(out.theme)) out.theme_toml = read_file(out.theme, k_max_theme_bytes);
  return out;
}

Graph load_graph(const std::string& path, Diagnostics& diagnostics) {
  return parse_graph(read_file(path, k_max_graph_bytes), path == "-" ? "standard input" : path, diagnostics);
}

std::string default_output(const std::string& file_name) { return stdout_is_terminal() ? file_name : "-"; }

}  // namespace relgraph::cli
