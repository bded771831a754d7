// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "base/wording.hpp"
#include "cli/explanation.hpp"
#include "cli/table.hpp"
#include "relgraph/ontology.hpp"

namespace relgraph::cli {

namespace {

/// `{1}`, `{2}` … are places to fill in.
struct Words {
  std::string_view confidence;  ///< {1}: of a relation
  std::array<std::string_view, 5> statuses;
  std::string_view by_model, by_user, by_grammar, by_other, by_nobody;
  std::string_view said_by, said_by_article;
  std::string_view named, not_named, mentioned, only_before, name_in;
  std::string_view unknown_words;
  std::array<std::string_view, 4> kinds;  ///< name, nominal, pronoun, handle
  std::string_view open_quote, close_quote;
};

constexpr Words k_english{
    "confidence {1}",
    {"stated as a fact", "reported: somebody's claim", "planned", "former", "negated: the text denies it"},
    "read by the trained model",
    "confirmed by a user",
    "read by the pattern {1}",
    "decided by {1}",
    "not said what decided",
    "said by {1}",
    "said by the article itself",
    "{1} is named: {2}",
    "{1} is not mentioned in the sentence or before it",
    "{1} is mentioned as {2}",
    "{1} is not in the sentence; before it: {2}",
    "the name is in: {1}",
    "words not in the graph",
    {"name", "description", "pronoun", "handle"},
    "“",
    "”"};

constexpr Words k_german{"Sicherheit {1}",
                         {"als Tatsache dargestellt", "berichtet: die Aussage von jemandem", "geplant",
                          "früher", "verneint: der Text bestreitet es"},
                         "gelesen vom trainierten Modell",
                         "von einem Nutzer bestätigt",
                         "gelesen vom Muster {1}",
                         "entschieden von {1}",
                         "nicht vermerkt, was entschied",
                         "gesagt von {1}",
                         "gesagt vom Artikel selbst",
                         "{1} ist genannt: {2}",
                         "{1} ist weder im Satz noch davor erwähnt",
                         "{1} ist erwähnt als {2}",
                         "{1} steht nicht im Satz; davor: {2}",
                         "der Name steht in: {1}",
                         "Wörter nicht im Graphen",
                         {"Name", "Beschreibung", "Pronomen", "Handle"},
                         "„",
                         "“"};

std::string decimals(double value) { return table_number(value, false).substr(0, 4); }

/// Writes one explanation after the other.
class Writer {
 public:
  Writer(const Graph& graph, std::string_view language, Marking marking)
      : m_graph(graph),
        m_language(language),
        m_words(language == "de" ? k_german : k_english),
        m_marking(marking) {}

  std::string run(const std::vector<ExplainedEdge>& edges) {
    for (const ExplainedEdge& edge : edges) put(edge);
    return std::move(m_out);
  }

 private:
  [[nodiscard]] bool markdown() const { return m_marking == Marking::html; }
  [[nodiscard]] std::string shown(std::string_view text) const { return marked(text, {}, m_marking); }
  [[nodiscard]] std::string quoted(std::string_view text) const {
    return std::string(m_words.open_quote) + shown(text) + std::string(m_words.close_quote);
  }
  [[nodiscard]] std::string label(std::uint32_t node) const { return shown(m_graph.nodes[node].label); }

  void put(const ExplainedEdge& explained) {
    const Edge& edge = *explained.edge;
    if (!m_out.empty()) m_out += "\n";
    const std::string arrow = is_symmetric(edge.type) ? " — " : " → ";
    m_out += (markdown() ? "### " : "") + label(edge.source) + arrow +
             shown(relation_label(edge.type, m_language)) + arrow + label(edge.target) + "\n";
    if (markdown()) m_out += "\n";
    m_out += fill_in(m_words.confidence, {decimals(edge.confidence)}) + "; " +
             std::string(m_words.statuses[static_cast<std::size_t>(edge.status)]) + "\n";
    for (const ExplainedEvidence& evidence : explained.evidence) put(evidence);
  }

  void put(const ExplainedEvidence& explained) {
    const Evidence& evidence = *explained.evidence;
    const std::string sentence = marked(evidence.text, explained.marks, m_marking);
    const std::string place = shown(evidence.document) + ", " + std::to_string(evidence.span.begin) + "–" +
                              std::to_string(evidence.span.end);
    if (markdown()) {
      m_out += "\n> " + sentence + "\n>\n> (" + place + ")\n\n";
    } else {
      m_out += "\n  " + place + ": " + sentence + "\n";
    }
    line(decided(evidence.by) + "; " + said(evidence.speaker));
    for (const MentionedEnd& end : explained.ends) put(end);
  }

  void put(const MentionedEnd& end) {
    if (end.chain.empty()) {
      line(fill_in(m_words.not_named, {label(end.node)}));
      return;
    }
    std::string chain;
    for (const ChainStep& step : shortened(end.chain)) {
      if (!chain.empty()) chain += " ← ";
      chain += (step.words ? quoted(*step.words) : "(" + std::string(m_words.unknown_words) + ")") + " (" +
               kind(step.kind) + ")";
    }
    const std::string_view kind_here = end.chain.front().kind;
    const bool named = kind_here == "name" || kind_here == "handle";
    std::string text = fill_in(!end.in_sentence ? m_words.only_before
                               : named          ? m_words.named
                                                : m_words.mentioned,
                               {label(end.node), chain});
    if (end.at) text += "; " + fill_in(m_words.name_in, {quoted(*end.at)});
    line(text);
  }

  /// A long way is shown by its ends.
  static std::vector<ChainStep> shortened(std::vector<ChainStep> chain) {
    constexpr std::size_t k_most = 4;
    if (chain.size() > k_most) chain.erase(chain.begin() + (k_most - 1), chain.end() - 1);
    return chain;
  }

  [[nodiscard]] std::string kind(std::string_view name) const {
    constexpr std::array<std::string_view, 4> k_kinds = {"name", "nominal", "pronoun", "handle"};
    const auto found = std::ranges::find(k_kinds, name);
    return found == k_kinds.end()
               ? shown(name)
               : std::string(m_words.kinds[static_cast<std::size_t>(found - k_kinds.begin())]);
  }

  [[nodiscard]] std::string decided(std::string_view by) const {
    constexpr std::string_view k_grammar = "grammar:";
    if (by.empty()) return std::string(m_words.by_nobody);
    if (by == "model") return std::string(m_words.by_model);
    if (by == "user") return std::string(m_words.by_user);
    if (by.starts_with(k_grammar)) return fill_in(m_words.by_grammar, {shown(by.substr(k_grammar.size()))});
    return fill_in(m_words.by_other, {shown(by)});
  }

  [[nodiscard]] std::string said(const std::string& speaker) const {
    if (speaker.empty()) return std::string(m_words.said_by_article);
    const auto found = std::ranges::find(m_graph.nodes, speaker, &Node::id);
    return fill_in(m_words.said_by, {shown(found == m_graph.nodes.end() ? speaker : found->label)});
  }

  void line(const std::string& text) { m_out += (markdown() ? "- " : "    ") + text + "\n"; }

  const Graph& m_graph;
  std::string_view m_language;
  const Words& m_words;
  Marking m_marking;
  std::string m_out{};
};

}  // namespace

std::string to_text(const Graph& graph, const std::vector<ExplainedEdge>& edges, std::string_view language,
                    Marking marking) {
  return Writer(graph, language, marking).run(edges);
}

}  // namespace relgraph::cli
