// SPDX-License-Identifier: Apache-2.0
#include "relgraph/extraction.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "base/joined.hpp"
#include "base/sha256.hpp"
#include "base/utf8.hpp"
#include "extraction/amounts.hpp"
#include "extraction/dates.hpp"
#include "extraction/grammar/combine.hpp"
#include "extraction/grammar/gaps.hpp"
#include "extraction/grammar/match.hpp"
#include "extraction/labels.hpp"
#include "extraction/reading.hpp"
#include "extraction/speakers.hpp"
#include "graph/node_id.hpp"
#include "relgraph/error.hpp"

namespace relgraph {

namespace {

std::vector<std::string> add_nodes(Graph& graph, const Reading& reading) {
  std::vector<std::string> ids;
  NodeIds unique;
  for (const Entity& entity : reading.entities) {
    Node node;
    node.id = unique.make(entity.label);
    node.label = entity.label;
    node.type = k_type_names[entity.type];
    node.aliases = entity.aliases;
    ids.push_back(node.id);
    graph.nodes.push_back(std::move(node));
  }
  for (const EntityMention& mention : reading.mentions) {
    if (!mention.entity) continue;
    const Span span = span_of(reading.analysis, mention);
    const bool handle = span.of(reading.document.text).starts_with('@');
    const auto form = k_form_names[static_cast<std::size_t>(mention.form)];
    graph.nodes[*mention.entity].mentions.push_back(
        {reading.document.id, span, handle ? "handle" : std::string(form)});
  }
  return ids;
}

Span trigger_of(const Reading& reading, const Statement& statement) {
  return {reading.analysis.tokens[statement.first_trigger].span.begin,
          reading.analysis.tokens[statement.last_trigger].span.end};
}

bool is_one_of(std::string_view id, std::span<const std::string_view> types) {
  return std::ranges::find(types, id) != types.end();
}

std::vector<std::string> small_words(const Reading& reading, const Sentence& sentence) {
  std::vector<std::string> words;
  for (std::size_t i = sentence.first_token; i < sentence.end_token; ++i)
    words.push_back(to_lower(reading.analysis.tokens[i].word(reading.document.text)));
  return words;
}

/// Money of the relations that are about money, and the date.
void put_numbers(const Reading& reading, const Statement& statement, Properties& attributes) {
  constexpr std::array<std::string_view, 9> k_money = {"invests_in", "funds",        "acquires",
                                                       "divests",    "sanctions",    "supplies",
                                                       "sues",       "demands_from", "partners_with"};
  const Sentence& sentence = reading.analysis.sentences[statement.sentence];
  const std::vector<std::string> words = small_words(reading, sentence);
  const bool german = reading.analysis.language == "de";
  const std::size_t near = statement.first_trigger - sentence.first_token;
  if (is_one_of(statement.type->id, k_money)) {
    if (const auto amount = find_amount(words, german, near)) {
      set_number(attributes, "amount", amount->value);
      set_string(attributes, "currency", amount->currency);
    }
  }
  if (const auto date = find_date(words, german, near, reading.document.date))
    set_string(attributes, "date", *date);
}

/// An office as the text writes it: the noun that carries the relation.
void put_role(const Reading& reading, const Statement& statement, Properties& attributes) {
  constexpr std::array<std::string_view, 4> k_types = {"leads", "works_for", "advises", "member_of"};
  if (!is_one_of(statement.type->id, k_types)) return;
  if (reading.analysis.tokens[statement.last_trigger].upos == "NOUN")
    set_string(attributes, "role", trigger_of(reading, statement).of(reading.document.text));
}

Edge make_edge(const Reading& reading, const Statement& statement) {
  Edge edge;
  edge.source = static_cast<std::uint32_t>(statement.source);
  edge.target = static_cast<std::uint32_t>(statement.target);
  edge.type = statement.type->id;
  edge.polarity = statement.type->polarity;
  edge.status = statement.status;
  edge.confidence = statement.confidence;
  put_numbers(reading, statement, edge.attributes);
  put_role(reading, statement, edge.attributes);
  return edge;
}

void add_edges(Graph& graph, const Reading& reading, std::vector<Statement> statements,
               const std::vector<std::string>& ids) {
  const auto key = [](const Statement& s) {
    return std::tuple(s.source, s.target, std::string_view(s.type->id), s.status);
  };
  for (Statement& s : statements) {
    // A symmetric type has no direction: one edge; canonical form says which way it is written.
    if (s.type->symmetric && s.target < s.source) std::swap(s.source, s.target);
  }
  std::ranges::stable_sort(statements, {}, key);
  const Speakers speakers(reading);
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Statement& statement = statements[i];
    const Span span = reading.analysis.sentences[statement.sentence].span;
    if (i == 0 || key(statements[i - 1]) != key(statement)) {
      graph.edges.push_back(make_edge(reading, statement));
    } else {
      // The probability was fitted to the surest sentence of an edge.
      graph.edges.back().confidence = std::max(graph.edges.back().confidence, statement.confidence);
      if (graph.edges.back().evidence.back().span == span) continue;
    }
    Evidence evidence;
    evidence.document = reading.document.id;
    evidence.span = span;
    evidence.text = span.of(reading.document.text);
    evidence.trigger = trigger_of(reading, statement);
    if (const auto speaker = speakers.at(*evidence.trigger)) evidence.speaker = ids[*speaker];
    evidence.by = statement.pattern == nullptr ? "model" : "grammar:" + statement.pattern->id;
    graph.edges.back().evidence.push_back(std::move(evidence));
  }
}

using Stated = std::set<std::tuple<std::size_t, std::size_t, std::size_t, const RelationType*>>;

/// What became of the reader's proposals when the grammar had its say.
void settle(std::vector<Weighing>& weighed, const std::vector<Statement>& stated, const Stated& denied) {
  Stated kept;
  for (const Statement& s : stated) kept.insert({s.sentence, s.source, s.target, s.type});
  for (Weighing& w : weighed) {
    const Stated::value_type key{w.sentence, w.source, w.target, w.type};
    if (kept.contains(key))
      w.verdict = Verdict::accepted;
    else if (w.verdict == Verdict::accepted)
      w.verdict = denied.contains(key) ? Verdict::denied : Verdict::weaker;
  }
}

/// What was weighed, in entities and words.
struct Considered {
  std::vector<Weighing> weighed;
  std::vector<Trial> trials;
};

std::vector<Statement> statements_of(Reading& reading, Extractor extractor, Considered* considered) {
  std::vector<Weighing>* weighed = considered == nullptr ? nullptr : &considered->weighed;
  if (extractor == Extractor::model) return find_statements(reading, weighed);
  const Grammar* grammar = Grammar::shipped(reading.analysis.language);
  std::vector<Statement> by_grammar;
  if (grammar != nullptr)
    by_grammar = grammar_statements(reading, *grammar, considered == nullptr ? nullptr : &considered->trials);
  if (extractor == Extractor::grammar) return by_grammar;
  Stated denied;
  for (const Statement& s : by_grammar)
    if (s.status == Status::negated) denied.insert({s.sentence, s.source, s.target, s.type});
  std::vector<Statement> out = combine(find_statements(reading, weighed), std::move(by_grammar));
  if (weighed != nullptr) settle(*weighed, out, denied);
  return out;
}

/// As nodes of the finished graph and bytes of the document.
void put_considered(Weighed& out, const Graph& graph, const Reading& reading, const Considered& considered,
                    const std::vector<std::string>& ids) {
  std::vector<std::uint32_t> nodes;
  for (const std::string& id : ids) {
    const auto node = std::ranges::lower_bound(graph.nodes, id, {}, &Node::id);
    nodes.push_back(static_cast<std::uint32_t>(node - graph.nodes.begin()));
  }
  const auto& sentences = reading.analysis.sentences;
  for (const Weighing& w : considered.weighed)
    out.candidates.push_back({nodes[w.source], nodes[w.target], w.type, w.probability, w.verdict,
                              sentences[w.sentence].span,
                              span_of(reading.analysis, reading.mentions[w.source_mention]),
                              span_of(reading.analysis, reading.mentions[w.target_mention])});
  const auto nodes_of = [&](const std::vector<std::size_t>& entities) {
    std::vector<std::uint32_t> list;
    for (const std::size_t entity : entities) list.push_back(nodes[entity]);
    return list;
  };
  for (const Trial& t : considered.trials) {
    if (t.pattern->type == nullptr) continue;
    out.trials.push_back({t.pattern->id, t.pattern->type, sentences[t.sentence].span,
                          reading.analysis.tokens[t.word].span, nodes_of(t.sources), nodes_of(t.targets),
                          joined(t.pattern->source.roles, "|"), joined(t.pattern->target.roles, "|"),
                          t.outcome});
  }
}

/// A document as far as its entities. Precondition: it has words.
Reading reading_of(const Document& document, const Analysis& analysis) {
  const ReaderModel& model = reader_model();
  if (analysis.vectors.width != model.sizes.hidden || analysis.vectors.words.size() != analysis.tokens.size())
    throw Error(ErrorCode::internal, "the analysis comes without the vectors that extraction reads");
  thread_local const std::unique_ptr<network::Workspace> work = network::make_workspace(model.maker);
  Reading reading{document, analysis, model, *work};
  read_words(reading);
  find_mentions(reading);
  find_entities(reading);
  return reading;
}

/// The graph; `weighed` gets it with all that was weighed, null: nobody wants to know.
Graph read(const Document& document, const Analysis& analysis, Extractor extractor, Weighed* weighed) {
  Graph graph;
  graph.documents.push_back({document.id, document.title, analysis.language, document.date, document.source,
                             sha256(document.text)});
  if (analysis.tokens.empty()) return graph;
  Reading reading = reading_of(document, analysis);
  const std::vector<std::string> ids = add_nodes(graph, reading);
  Considered considered;
  add_edges(graph, reading, statements_of(reading, extractor, weighed == nullptr ? nullptr : &considered),
            ids);
  canonicalise(graph);
  if (weighed != nullptr) put_considered(*weighed, graph, reading, considered, ids);
  return graph;
}

}  // namespace

std::size_t extraction_layers() { return reader_model().sizes.lower; }

double extraction_threshold() { return reader_model().thresholds.relation; }

Graph extract(const Document& document, const Analysis& analysis, Extractor extractor) {
  return read(document, analysis, extractor, nullptr);
}

Weighed extract_weighed(const Document& document, const Analysis& analysis, Extractor extractor) {
  Weighed out;
  out.graph = read(document, analysis, extractor, &out);
  return out;
}

std::vector<Gap> find_gaps(const Document& document, const Analysis& analysis, Extractor extractor) {
  const Grammar* grammar = Grammar::shipped(analysis.language);
  if (analysis.tokens.empty() || grammar == nullptr) return {};
  Reading reading = reading_of(document, analysis);
  return grammar_gaps(reading, *grammar, statements_of(reading, extractor, nullptr));
}

}  // namespace relgraph
