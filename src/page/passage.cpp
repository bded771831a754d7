// SPDX-License-Identifier: Apache-2.0
#include "page/passage.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/markup.hpp"

namespace relgraph::page {

namespace {

struct Marked {
  Mark mark = Mark::none;
  Span span;  ///< bytes of the sentence
};

bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

/// Adds a span of the document if it lies in the sentence, at whole characters, and touches no span before
/// it.
void add(std::vector<Marked>& marks, Mark mark, Span span, const Evidence& evidence) {
  if (!evidence.span.contains(span) || span.begin >= span.end) return;
  const Span place{span.begin - evidence.span.begin, span.end - evidence.span.begin};
  if (!is_boundary(evidence.text, place.begin) || !is_boundary(evidence.text, place.end)) return;
  const bool free =
      std::ranges::none_of(marks, [&](const Marked& other) { return place.overlaps(other.span); });
  if (free) marks.push_back({mark, place});
}

void add_mentions(std::vector<Marked>& marks, Mark mark, const Node& node, const Evidence& evidence) {
  std::vector<Span> spans;
  for (const Mention& mention : node.mentions) {
    if (mention.document == evidence.document && evidence.span.contains(mention.span)) {
      spans.push_back(mention.span);
    }
  }
  // of nested mentions the longest, "the CEO of Foo Works" before "Foo Works"
  std::ranges::stable_sort(spans, [](Span a, Span b) { return a.size() > b.size(); });
  for (const Span span : spans) add(marks, mark, span, evidence);
}

std::vector<Marked> marks_of(const Evidence& evidence, const Node* speaker, const Node& source,
                             const Node& target) {
  std::vector<Marked> marks;
  if (evidence.span.size() != evidence.text.size()) return marks;
  if (evidence.trigger) add(marks, Mark::trigger, *evidence.trigger, evidence);
  if (speaker != nullptr) add_mentions(marks, Mark::speaker, *speaker, evidence);
  add_mentions(marks, Mark::source, source, evidence);
  add_mentions(marks, Mark::target, target, evidence);
  std::ranges::sort(marks, {}, [](const Marked& marked) { return marked.span.begin; });
  return marks;
}

}  // namespace

std::string_view to_string(Mark mark) {
  constexpr std::array<std::string_view, 5> k_names = {"trigger", "speaker", "source", "target", ""};
  return k_names[static_cast<std::size_t>(mark)];
}

Passage passage_of(const Evidence& evidence, const Node* speaker, const Node& source, const Node& target) {
  Passage out;
  const std::string_view text = evidence.text;
  std::size_t done = 0;
  const auto append = [&](Mark mark, std::size_t end) {
    if (end > done) out.sentence.push_back({mark, displayable(text.substr(done, end - done))});
    done = end;
  };
  for (const Marked& marked : marks_of(evidence, speaker, source, target)) {
    append(Mark::none, marked.span.begin);
    append(marked.mark, marked.span.end);
  }
  append(Mark::none, text.size());
  const std::optional<std::string> paragraph = string_property(evidence.extra, "paragraph");
  if (!paragraph || text.empty()) return out;
  const std::size_t at = paragraph->find(text);
  if (at == std::string::npos) return out;
  out.before = displayable(std::string_view(*paragraph).substr(0, at));
  out.after = displayable(std::string_view(*paragraph).substr(at + text.size()));
  return out;
}

}  // namespace relgraph::page
