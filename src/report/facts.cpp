// SPDX-License-Identifier: Apache-2.0
#include "report/facts.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include "base/wording.hpp"
#include "relgraph/ontology.hpp"

namespace relgraph::report {

namespace {

constexpr std::size_t k_longest_title = 120;
constexpr std::size_t k_longest_detail = 60;

std::string percent(double share, std::string_view language) { return money(share, {}, language); }

/// The triggers of a piece of evidence as bytes of its text; none if the text is not that of the document.
std::vector<Span> triggers_of(const Evidence& evidence) {
  if (!evidence.trigger || evidence.span.end - evidence.span.begin != evidence.text.size()) return {};
  if (evidence.trigger->begin < evidence.span.begin || evidence.trigger->end > evidence.span.end) return {};
  return {{evidence.trigger->begin - evidence.span.begin, evidence.trigger->end - evidence.span.begin}};
}

}  // namespace

Facts::Facts(const Graph& graph, std::string_view language) : m_graph(graph), m_words(words_of(language)) {
  for (const DocumentInfo& document : graph.documents) m_documents.emplace(document.id, &document);
  for (std::uint32_t i = 0; i < graph.nodes.size(); ++i) m_nodes.emplace(graph.nodes[i].id, i);
  m_edges_at.resize(graph.nodes.size());
  for (std::uint32_t i = 0; i < graph.edges.size(); ++i) {
    const Edge& edge = graph.edges[i];
    m_edges_at[edge.source].push_back(i);
    if (edge.target != edge.source) m_edges_at[edge.target].push_back(i);
  }
}

std::string Facts::name(std::uint32_t node) const {
  std::string out = clean(m_graph.nodes[node].label);
  if (out.empty()) out = clean(m_graph.nodes[node].id);
  return out.empty() ? "?" : out;
}

std::string Facts::name_of_id(std::string_view id) const {
  const auto found = m_nodes.find(id);
  return found == m_nodes.end() ? clean(id) : name(found->second);
}

std::string Facts::ends(const Edge& edge) const {
  const auto [first, second] = ends_of(edge);
  return name(first) + (is_symmetric(edge.type) ? " ↔ " : " → ") + name(second);
}

std::string Facts::document_title(std::string_view id) const {
  const auto found = m_documents.find(id);
  if (found != m_documents.end()) {
    std::string title = clean(found->second->title, k_longest_title);
    if (!title.empty()) return title;
  }
  return clean(id, k_longest_title);
}

std::string Facts::document_origin(std::string_view id) const {
  const std::string title = document_title(id);
  std::string out;
  if (!title.empty()) out.append(m_words.open_quote).append(title).append(m_words.close_quote);
  const auto found = m_documents.find(id);
  if (found != m_documents.end() && !found->second->date.empty()) {
    if (!out.empty()) out += ", ";
    out += clean(date_text(found->second->date, m_words.language));
  }
  return out;
}

std::string Facts::label(const Edge& edge) const {
  const std::string label = clean(relation_label(edge.type, m_words.language));
  if (edge.status == Status::negated) return fill_in(m_words.negated, {label});
  if (edge.status == Status::former) return fill_in(m_words.former, {label});
  return label;
}

std::string Facts::amount(const Edge& edge) const {
  const auto amount = numeric_property(edge.attributes, "amount");
  if (!amount) return {};
  std::string out =
      money(*amount, string_property(edge.attributes, "currency").value_or(""), m_words.language);
  if (out.empty()) return {};
  const std::string qualifier = string_property(edge.attributes, "amount_qualifier").value_or("");
  return clean(qualifier.empty() ? out : qualifier + " " + out, k_longest_detail);
}

std::string Facts::detail(const Edge& edge) const {
  std::vector<std::string> parts;
  const auto add = [&](std::string part) {
    if (!part.empty()) parts.push_back(std::move(part));
  };
  add(clean(string_property(edge.attributes, "role").value_or(""), k_longest_detail));
  add(amount(edge));
  if (const auto share = numeric_property(edge.attributes, "share"); share && std::isfinite(*share)) {
    const double in_percent = *share > 0 && *share <= 1 ? *share * 100 : *share;
    add(fill_in(m_words.share_of, {percent(in_percent, m_words.language)}));
  } else {
    add(clean(string_property(edge.attributes, "share").value_or(""), k_longest_detail));
  }
  add(clean(date_text(string_property(edge.attributes, "date").value_or(""), m_words.language),
            k_longest_detail));
  if (edge.status == Status::planned) add(std::string(m_words.planned));
  std::vector<std::string> names;
  for (const std::string_view speaker : speakers(edge)) names.push_back(name_of_id(speaker));
  constexpr std::size_t k_speakers = 2;
  if (edge.status == Status::reported) {
    const bool few = !names.empty() && names.size() <= k_speakers;
    add(few ? fill_in(m_words.reported_by, {joined(names)}) : std::string(m_words.reported));
  }
  return joined(parts);
}

std::string Facts::label_with_detail(const Edge& edge) const {
  const std::string more = detail(edge);
  return more.empty() ? label(edge) : label(edge) + " (" + more + ")";
}

std::vector<std::string_view> Facts::speakers(const Edge& edge) const {
  std::vector<std::string_view> out;
  for (const Evidence& evidence : edge.evidence) {
    if (!evidence.speaker.empty() && std::ranges::find(out, evidence.speaker) == out.end())
      out.push_back(evidence.speaker);
  }
  return out;
}

Passage Facts::passage(const Evidence& evidence) const {
  Passage out;
  out.text = passage_text(evidence.text, triggers_of(evidence));
  if (!evidence.speaker.empty()) out.origin = name_of_id(evidence.speaker);
  // the only document need not be named with each sentence
  const bool only = m_graph.documents.size() == 1 && m_graph.documents.front().id == evidence.document;
  const std::string document = only ? std::string() : document_origin(evidence.document);
  if (!out.origin.empty() && !document.empty()) out.origin += " – ";
  out.origin += document;
  return out;
}

Listed<Passage> Facts::passages(std::span<const std::uint32_t> edges, std::size_t most) const {
  struct Sentence {
    const Evidence* evidence = nullptr;
    std::vector<Span> triggers;
    std::string_view speaker;
  };
  std::vector<Sentence> sentences;
  std::map<std::tuple<std::string_view, std::size_t, std::string_view>, std::size_t> places;
  for (const std::uint32_t edge : edges) {
    for (const Evidence& evidence : m_graph.edges[edge].evidence) {
      if (evidence.text.empty()) continue;
      const auto [place, is_new] =
          places.try_emplace({evidence.document, evidence.span.begin, evidence.text}, sentences.size());
      if (is_new) sentences.push_back({&evidence, {}, {}});
      Sentence& sentence = sentences[place->second];
      const std::vector<Span> triggers = triggers_of(evidence);
      sentence.triggers.insert(sentence.triggers.end(), triggers.begin(), triggers.end());
      if (sentence.speaker.empty()) sentence.speaker = evidence.speaker;
    }
  }
  const std::size_t shown = std::min(most, sentences.size());
  Listed<Passage> out;
  out.more = sentences.size() - shown;
  for (std::size_t i = 0; i < shown; ++i) {
    Evidence whole = *sentences[i].evidence;
    whole.speaker = sentences[i].speaker;
    out.shown.push_back(passage(whole));
    out.shown.back().text = passage_text(whole.text, sentences[i].triggers);
  }
  return out;
}

double support(const Edge& edge) {
  return static_cast<double>(std::max<std::size_t>(edge.evidence.size(), 1)) * edge.confidence;
}

std::string_view family_of(const Edge& edge) {
  const RelationType* type = find_relation_type(edge.type);
  return type == nullptr ? std::string_view() : std::string_view(type->family);
}

Ends ends_of(const Edge& edge) {
  return is_symmetric(edge.type) ? Ends(std::minmax(edge.source, edge.target))
                                 : Ends(edge.source, edge.target);
}

Polarity stance_of(const Edge& edge) {
  return edge.status == Status::negated ? Polarity::neutral : edge.polarity;
}

std::string place_of(std::string_view source) {
  if (source == "-") return {};
  if (const auto scheme = source.find("://"); scheme != std::string_view::npos) {
    source.remove_prefix(scheme + 3);
    return clean(source.substr(0, source.find('/')));
  }
  return clean(source.substr(source.rfind('/') + 1));
}

}  // namespace relgraph::report
