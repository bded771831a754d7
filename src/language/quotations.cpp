// SPDX-License-Identifier: Apache-2.0
#include "language/quotations.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "language/indirect_speech.hpp"
#include "language/lexicon.hpp"
#include "language/posts.hpp"

namespace relgraph {

namespace {

constexpr std::size_t k_most_post_blocks = 8;
constexpr std::size_t k_fewest_quoted_words = 3;  ///< fewer are a quoted term, no speech
constexpr std::size_t k_cue_reach = 120;          ///< bytes between the quotation and its cue
constexpr std::size_t k_marks_around = 12;        ///< bytes of a sentence beside the speech that it is
constexpr double k_same = 0.8;                    ///< share of a message that makes it the direct speech

enum class Mark : std::uint8_t { none, open, close, either };

/// What a quotation mark can be. German closes with the mark that English opens with, and news text mixes
/// them, so only the low marks and the spaces around a mark tell for sure.
Mark mark_of(std::string_view token) {
  if (token == "„" || token == "‚‚") return Mark::open;
  if (token == "”") return Mark::close;
  if (token == "“" || token == "\"" || token == "»" || token == "«" || token == "''" || token == "``")
    return Mark::either;
  return Mark::none;
}

struct Scan {
  const Document& document;
  const Analysis& analysis;
  const Lexicon& words;
  std::vector<Quotation> found;

  [[nodiscard]] std::string_view token(std::size_t i) const {
    return analysis.tokens[i].span.of(document.text);
  }
  [[nodiscard]] bool blank_before(std::size_t i) const {
    const std::size_t at = analysis.tokens[i].span.begin;
    return at == 0 || document.text[at - 1] == ' ' || document.text[at - 1] == '\n' ||
           document.text[at - 1] == '(';
  }
  [[nodiscard]] bool blank_after(std::size_t i) const {
    const std::size_t at = analysis.tokens[i].span.end;
    return at >= document.text.size() || document.text[at] == ' ' || document.text[at] == '\n';
  }
};

bool opens(const Scan& scan, std::size_t i, bool inside) {
  const Mark mark = mark_of(scan.token(i));
  if (mark == Mark::open) return true;
  if (mark != Mark::either) return false;
  if (scan.blank_before(i) != scan.blank_after(i)) return scan.blank_before(i);
  return !inside;
}

void add_direct(Scan& scan, std::size_t begin, std::size_t end) {
  if (end < begin + k_fewest_quoted_words) return;
  Quotation quotation;
  quotation.span = {scan.analysis.tokens[begin].span.begin, scan.analysis.tokens[end - 1].span.end};
  scan.found.push_back(quotation);
}

/// Direct speech of the tokens `[first, end)` of one block. What is never closed goes to the end of the
/// sentence that it starts in.
void scan_block(Scan& scan, std::size_t first, std::size_t end) {
  std::optional<std::size_t> open;
  std::size_t inner = 0;  // straight marks that opened within a quotation
  for (std::size_t i = first; i < end; ++i) {
    if (mark_of(scan.token(i)) == Mark::none) continue;
    if (opens(scan, i, open.has_value())) {
      if (open && scan.token(i) == "\"") ++inner;
      if (!open) open = i + 1;
    } else if (inner > 0 && scan.token(i) == "\"") {
      --inner;
    } else if (open) {
      inner = 0;
      add_direct(scan, *open, i);
      open.reset();
    }
  }
  if (open && *open < end) {
    const auto& sentences = scan.analysis.sentences;
    const auto after = std::ranges::upper_bound(sentences, *open, {}, &Sentence::first_token);
    add_direct(scan, *open, std::min(end, std::prev(after)->end_token));
  }
}

std::vector<Block> blocks_of(const Document& document) {
  if (!document.blocks.empty()) return document.blocks;
  return {{{0, document.text.size()}, BlockKind::paragraph}};
}

void scan_direct(Scan& scan) {
  const auto& tokens = scan.analysis.tokens;
  std::size_t begin = 0;
  for (const Block& block : blocks_of(scan.document)) {
    while (begin < tokens.size() && tokens[begin].span.begin < block.span.begin) ++begin;
    std::size_t end = begin;
    while (end < tokens.size() && tokens[end].span.end <= block.span.end) ++end;
    scan_block(scan, begin, end);
    begin = end;
  }
}

/// The lines of the text within blocks; a post's signature may be a block or the last line of one.
std::vector<Span> lines_of(const Document& document) {
  std::vector<Span> lines;
  for (const Block& block : blocks_of(document)) {
    for (std::size_t begin = block.span.begin; begin < block.span.end;) {
      std::size_t end = document.text.find('\n', begin);
      end = std::min(end, block.span.end);
      if (end > begin) lines.push_back({begin, end});
      begin = end + 1;
    }
  }
  return lines;
}

bool has_quotation_mark(std::string_view line) {
  constexpr std::array<std::string_view, 6> k_marks = {"„", "“", "”", "\"", "»", "«"};
  return std::ranges::any_of(
      k_marks, [&](std::string_view mark) { return line.find(mark) != std::string_view::npos; });
}

/// Where the post above a signature begins: the line above it always belongs to the post, further lines
/// until one speaks of the author by name or quotes, which is the article's own text.
std::size_t post_begin(const Document& document, std::span<const Span> lines, std::size_t signature,
                       std::size_t first, std::string_view name) {
  const std::string_view surname =
      name.substr(name.rfind(' ') == std::string_view::npos ? 0 : name.rfind(' ') + 1);
  std::size_t begin = signature - 1;
  while (begin > first && signature - begin < k_most_post_blocks) {
    const std::string_view above = lines[begin - 1].of(document.text);
    if (has_quotation_mark(above) || above.find(surname) != std::string_view::npos) break;
    --begin;
  }
  return begin;
}

void scan_posts(Scan& scan) {
  const std::vector<Span> lines = lines_of(scan.document);
  std::size_t first = 0;  // behind the signature before
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto signature = parse_signature(scan.document.text, lines[i]);
    if (!signature) continue;
    if (i > first) {
      const std::size_t begin =
          post_begin(scan.document, lines, i, first, signature->name.of(scan.document.text));
      Quotation post;
      post.kind = QuotationKind::post;
      post.span = {lines[begin].begin, lines[i - 1].end};
      post.speaker = signature->name;
      post.date = signature->date;
      scan.found.push_back(post);
    }
    first = i + 1;
  }
}

/// How much of `part` lies within `whole`, 0 to 1.
double share_within(Span part, Span whole) {
  if (part.empty() || !part.overlaps(whole)) return 0;
  const std::size_t common = std::min(part.end, whole.end) - std::max(part.begin, whole.begin);
  return static_cast<double>(common) / static_cast<double>(part.size());
}

/// Direct speech of a sentence gets cue and speaker from the event that it is the message of, else from the
/// cue that stands nearest to it.
void attribute(Quotation& quotation, const std::vector<SpeechEvent>& events) {
  const SpeechEvent* best = nullptr;
  std::size_t best_distance = k_cue_reach;
  for (const SpeechEvent& event : events) {
    if (quotation.span.overlaps(event.cue)) continue;
    const bool message = event.message && event.message->overlaps(quotation.span);
    const std::size_t gap = event.cue.end <= quotation.span.begin ? quotation.span.begin - event.cue.end
                                                                  : event.cue.begin - quotation.span.end;
    const std::size_t distance = message && event.speaker ? 0 : gap + (event.speaker ? 1 : k_cue_reach / 2);
    if (distance >= best_distance) continue;
    best = &event;
    best_distance = distance;
  }
  if (best == nullptr) return;
  quotation.cue = best->cue;
  if (best->speaker && !quotation.span.overlaps(*best->speaker)) quotation.speaker = best->speaker;
}

/// What the walk over the sentences knows from those before.
struct Speech {
  std::optional<Span> speaker;  ///< of the last quotation
  std::size_t sentence = 0;     ///< in which it stood
};

bool ends_with_colon(const Scan& scan, const Sentence& sentence) {
  return sentence.span.of(scan.document.text).ends_with(':');
}

/// Adds indirect speech of sentence `s` and gives the direct speech that touches it its speaker.
void read_sentence(Scan& scan, std::size_t s, std::span<Quotation> direct, Speech& speech) {
  const Sentence& sentence = scan.analysis.sentences[s];
  const SentenceTree tree(scan.analysis, sentence);
  const auto events = speech_events(scan.document, scan.analysis, tree);
  const bool follows = speech.speaker && s <= speech.sentence + 1;
  bool quoted = false;
  for (Quotation& quotation : direct) {
    quoted = true;
    if (!quotation.speaker) attribute(quotation, events);
    // Speech that is a sentence of its own goes on with the speaker before.
    const bool alone = quotation.span.size() + k_marks_around >= sentence.span.size();
    if (!quotation.speaker && follows && alone && !quotation.cue) quotation.speaker = speech.speaker;
    if (quotation.speaker) speech = {quotation.speaker, s};
  }
  const auto is_direct = [&](Span message) {
    return std::ranges::any_of(direct,
                               [&](const Quotation& q) { return share_within(message, q.span) > k_same; });
  };
  // `Sie sagte:` introduces the sentence behind it.
  if (events.size() == 1 && events[0].speaker && ends_with_colon(scan, sentence))
    speech = {events[0].speaker, s};
  for (const SpeechEvent& event : events) {
    if (!event.message || is_direct(*event.message)) continue;
    scan.found.push_back({QuotationKind::indirect, *event.message, event.cue, event.speaker, {}});
    if (event.speaker) speech = {event.speaker, s};
    quoted = true;
  }
  if (!quoted && follows && scan.words.german && is_reported(scan.document, tree)) {
    scan.found.push_back({QuotationKind::indirect, sentence.span, std::nullopt, speech.speaker, {}});
    speech.sentence = s;
  }
}

/// Goes over all sentences; `direct` holds the direct speech of the document in text order.
void read_sentences(Scan& scan, std::vector<Quotation> direct) {
  Speech speech;
  std::size_t first = 0;
  for (std::size_t s = 0; s < scan.analysis.sentences.size(); ++s) {
    const Span span = scan.analysis.sentences[s].span;
    while (first < direct.size() && direct[first].span.end <= span.begin) ++first;
    std::size_t end = first;
    while (end < direct.size() && direct[end].span.begin < span.end) ++end;
    read_sentence(scan, s, std::span(direct).subspan(first, end - first), speech);
  }
  scan.found.insert(scan.found.end(), direct.begin(), direct.end());
}

}  // namespace

std::vector<Quotation> find_quotations(const Document& document, const Analysis& analysis,
                                       const Lexicon& words) {
  Scan scan{document, analysis, words, {}};
  if (analysis.tokens.empty()) return {};
  scan_direct(scan);
  std::ranges::stable_sort(scan.found, {}, [](const Quotation& q) { return q.span.begin; });
  read_sentences(scan, std::exchange(scan.found, {}));
  scan_posts(scan);
  std::ranges::stable_sort(scan.found, {}, [](const Quotation& q) { return q.span.begin; });
  return std::move(scan.found);
}

}  // namespace relgraph
