// SPDX-License-Identifier: Apache-2.0
// One entity becomes two. What goes with which name is read from the evidence: a graph has no other text.
#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "base/utf8.hpp"
#include "correcting.hpp"

namespace relgraph {

namespace {

enum class Side { first, own };

bool is_word_before(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  const char32_t c = next_code_point(text, at);
  return is_letter(c) || is_digit(c);
}

/// Whether a word goes on; the `s` of a genitive does not count.
bool is_word_behind(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == 's') ++at;
  if (at >= text.size()) return false;
  const char32_t c = next_code_point(text, at);
  return is_letter(c) || is_digit(c);
}

/// The names of both sides, and which of them texts have.
class Names {
 public:
  void add(const std::string& name, Side side) {
    if (!name.empty()) m_names.emplace_back(name, side);
  }
  /// Longer names first, so that `Trump Organization` is not read as `Trump`. Call once, at the end.
  void sort() {
    std::ranges::stable_sort(m_names, std::ranges::greater(),
                             [](const auto& name) { return name.first.size(); });
  }
  /// The side whose names the text has; nothing if it has names of both or of none.
  [[nodiscard]] std::optional<Side> side_of(std::string_view text) const {
    std::vector<Span> taken;
    bool first = false, own = false;
    for (const auto& [name, side] : m_names) {
      for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
        const Span span{at, at + name.size()};
        const auto overlaps = [&](const Span& t) { return span.begin < t.end && t.begin < span.end; };
        if (is_word_before(text, span.begin) || is_word_behind(text, span.end) ||
            std::ranges::any_of(taken, overlaps))
          continue;
        taken.push_back(span);
        (side == Side::own ? own : first) = true;
      }
    }
    if (first == own) return std::nullopt;
    return own ? Side::own : Side::first;
  }

 private:
  std::vector<std::pair<std::string, Side>> m_names;
};

/// Which mentions of the entity go where.
class Mentions {
 public:
  /// A mention goes where the name goes that it is or has; a pronoun goes with the name before it.
  Mentions(const Graph& graph, std::vector<Mention> mentions, const Names& names)
      : m_mentions(std::move(mentions)) {
    std::ranges::sort(m_mentions, {}, [](const Mention& m) { return std::tie(m.document, m.span); });
    std::map<std::string_view, std::map<Span, std::string_view>> sentences;
    for (const Edge& edge : graph.edges)
      for (const Evidence& e : edge.evidence)
        if (e.span.end - e.span.begin == e.text.size()) sentences[e.document].emplace(e.span, e.text);
    std::optional<Side> before;
    for (std::size_t i = 0; i < m_mentions.size(); ++i) {
      const Mention& mention = m_mentions[i];
      if (i == 0 || m_mentions[i - 1].document != mention.document) before.reset();
      const std::string_view words = words_of(sentences[mention.document], mention.span);
      auto side = words.empty() ? std::nullopt : names.side_of(words);
      if (side || mention.kind == "name") before = side;
      m_sides.push_back(side ? side : before);
    }
  }

  /// The side of the mentions within a sentence; nothing if they disagree or none is known.
  [[nodiscard]] std::optional<Side> side_of(const Evidence& evidence) const {
    std::optional<Side> out;
    for (std::size_t i = 0; i < m_mentions.size(); ++i) {
      if (m_mentions[i].document != evidence.document || !evidence.span.contains(m_mentions[i].span))
        continue;
      if (!m_sides[i] || (out && *out != *m_sides[i])) return std::nullopt;
      out = m_sides[i];
    }
    return out;
  }
  [[nodiscard]] bool any_is_own() const { return std::ranges::find(m_sides, Side::own) != m_sides.end(); }

  /// Hands the mentions over.
  void divide(std::vector<Mention>& first, std::vector<Mention>& own) && {
    for (std::size_t i = 0; i < m_mentions.size(); ++i)
      (m_sides[i] == Side::own ? own : first).push_back(std::move(m_mentions[i]));
  }

 private:
  static std::string_view words_of(const std::map<Span, std::string_view>& sentences, Span span) {
    // The sentence that begins last before the mention; sentences do not overlap.
    const auto behind = sentences.upper_bound(Span{span.begin, static_cast<std::size_t>(-1)});
    if (behind == sentences.begin()) return {};
    const auto& [place, text] = *std::prev(behind);
    if (span.begin > span.end || !place.contains(span)) return {};
    return text.substr(span.begin - place.begin, span.end - span.begin);
  }

  std::vector<Mention> m_mentions;
  std::vector<std::optional<Side>> m_sides{};
};

/// The edges of the entity, divided by their evidence.
class Division {
 public:
  Division(std::uint32_t first, std::uint32_t own, const Names& names, const Mentions& mentions)
      : m_first(first), m_own(own), m_names(names), m_mentions(mentions) {}

  std::size_t undecided() const { return m_undecided; }

  std::vector<Edge> run(std::vector<Edge> edges) {
    std::vector<Edge> out;
    for (Edge& edge : edges) {
      if (edge.source != m_first && edge.target != m_first) {
        out.push_back(std::move(edge));
        continue;
      }
      divide(std::move(edge), out);
    }
    return out;
  }

  [[nodiscard]] std::optional<Side> side_of(const Evidence& evidence) const {
    const auto side = m_mentions.side_of(evidence);
    return side ? side : m_names.side_of(evidence.text);
  }

 private:
  void divide(Edge edge, std::vector<Edge>& out) {
    std::vector<Evidence> first, own;
    bool first_leads = true, open = edge.evidence.empty();
    for (Evidence& evidence : edge.evidence) {
      const auto side = side_of(evidence);
      if (!side) open = true;
      if (side == Side::own && first.empty() && own.empty()) first_leads = false;
      (side == Side::own ? own : first).push_back(std::move(evidence));
    }
    if (open) ++m_undecided;
    Edge moved = edge;
    edge.evidence = std::move(first);
    moved.evidence = std::move(own);
    (moved.source == m_first ? moved.source : moved.target) = m_own;
    // Sums and roles are those of the first sentence; on both edges they would count twice.
    if (!moved.evidence.empty() && !edge.evidence.empty()) (first_leads ? moved : edge).attributes.clear();
    const bool empty_before = edge.evidence.empty() && moved.evidence.empty();
    if (!edge.evidence.empty() || empty_before) out.push_back(std::move(edge));
    if (!moved.evidence.empty() && moved.source != moved.target) out.push_back(std::move(moved));
  }

  std::uint32_t m_first, m_own;
  const Names& m_names;
  const Mentions& m_mentions;
  std::size_t m_undecided = 0;
};

bool is_among(const std::string& name, const std::vector<std::string>& names) {
  return std::ranges::any_of(names, [&](const std::string& other) { return fold(other) == fold(name); });
}

/// The node that the names go to: one that is called so already, or a new one.
std::uint32_t node_for(Graph& graph, std::uint32_t entity, const std::vector<std::string>& names) {
  for (std::uint32_t i = 0; i < graph.nodes.size(); ++i)
    if (i != entity && graph.nodes[i].label == names.front()) return i;
  std::vector<std::string> taken;
  for (const Node& node : graph.nodes) taken.push_back(node.id);
  Node node;
  node.id = make_node_id(names.front(), taken);
  node.label = names.front();
  node.type = graph.nodes[entity].type;
  graph.nodes.push_back(std::move(node));
  return static_cast<std::uint32_t>(graph.nodes.size() - 1);
}

void divide_names(Node& first, Node& own, const std::vector<std::string>& names,
                  const std::vector<std::string>& remaining) {
  own.aliases.insert(own.aliases.end(), names.begin() + 1, names.end());
  std::erase_if(first.aliases, [&](const std::string& alias) { return is_among(alias, names); });
  if (!is_among(first.label, names)) return;
  first.label = *std::ranges::max_element(remaining, {}, &std::string::size);
  std::erase(first.aliases, first.label);
}

void divide_speakers(Graph& graph, const Division& division, const std::string& first,
                     const std::string& own) {
  for (Edge& edge : graph.edges)
    for (Evidence& evidence : edge.evidence)
      if (evidence.speaker == first && division.side_of(evidence) == Side::own) evidence.speaker = own;
}

}  // namespace

void apply(Graph& graph, const SplitEntity& correction, const Complaints& complaints) {
  const auto entity = find_entity(graph, correction.entity, LookAt::all_names, &complaints);
  if (!entity) return;
  std::vector<std::string> all = graph.nodes[*entity].aliases, remaining;
  all.insert(all.begin(), graph.nodes[*entity].label);
  Names names;
  for (const std::string& name : all) {
    if (is_among(name, correction.names)) continue;
    names.add(name, Side::first);
    remaining.push_back(name);
  }
  if (remaining.empty()) {
    complaints.say(in_quotes(correction.entity) + " has no other names than those to be split off");
    return;
  }
  for (const std::string& name : correction.names) names.add(name, Side::own);
  names.sort();
  Mentions mentions(graph, graph.nodes[*entity].mentions, names);
  if (remaining.size() == all.size() && !mentions.any_is_own()) {
    const bool done = std::ranges::any_of(graph.nodes, [&](const Node& node) {
      return node.label == correction.names.front() || is_among(correction.names.front(), node.aliases);
    });
    if (!done)
      complaints.say(in_quotes(correction.entity) + " has no name " + in_quotes(correction.names.front()));
    return;
  }
  const std::uint32_t own = node_for(graph, *entity, correction.names);
  Division division(*entity, own, names, mentions);
  graph.edges = division.run(std::move(graph.edges));
  divide_speakers(graph, division, graph.nodes[*entity].id, graph.nodes[own].id);
  if (division.undecided() > 0)
    complaints.say(std::to_string(division.undecided()) +
                   " relations do not say which of the two they are of; they stay with " +
                   in_quotes(graph.nodes[*entity].label));
  graph.nodes[*entity].mentions.clear();
  std::move(mentions).divide(graph.nodes[*entity].mentions, graph.nodes[own].mentions);
  divide_names(graph.nodes[*entity], graph.nodes[own], correction.names, remaining);
}

}  // namespace relgraph
