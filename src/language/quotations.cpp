// SPDX-License-Identifier: Apache-2.0
#include "language/quotations.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "language/lexicon.hpp"
#include "language/posts.hpp"

namespace relgraph {

namespace {

constexpr std::size_t k_most_post_blocks = 8;
constexpr std::size_t k_fewest_quoted_words = 3;  ///< fewer are a quoted term, no speech
constexpr std::size_t k_cue_reach = 12;           ///< tokens between the quotation and its cue

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

const Name* nearest_name(const Scan& scan, std::size_t cue, std::size_t sentence, Span quote) {
  const Name* best = nullptr;
  std::size_t best_distance = k_cue_reach;
  const auto first = std::ranges::lower_bound(scan.analysis.names, sentence, {}, &Name::sentence);
  for (auto name = first; name != scan.analysis.names.end() && name->sentence == sentence; ++name) {
    if (name->span.overlaps(quote)) continue;
    const std::size_t distance = name->first_token > cue ? name->first_token - cue : cue - name->first_token;
    const bool actor = name->kind != NameKind::place && name->kind != NameKind::event;
    if (actor && distance < best_distance) {
      best = &*name;
      best_distance = distance;
    }
  }
  return best;
}

/// Looks for a cue behind and before the quotation, within the sentences it starts and ends in.
void attribute(const Scan& scan, Quotation& quotation, std::size_t begin, std::size_t end) {
  const auto& sentences = scan.analysis.sentences;
  const auto sentence_of = [&](std::size_t token) {
    const auto found = std::ranges::upper_bound(sentences, token, {}, &Sentence::first_token);
    return static_cast<std::size_t>(found - sentences.begin()) - 1;
  };
  const auto try_cue = [&](std::size_t i) {
    if (quotation.cue || !scan.words.is_cue(scan.token(i), "say")) return;
    quotation.cue = scan.analysis.tokens[i].span;
    if (const Name* name = nearest_name(scan, i, sentence_of(i), quotation.span))
      quotation.speaker = name->span;
  };
  const std::size_t last = std::min(sentences[sentence_of(end - 1)].end_token, end + k_cue_reach);
  for (std::size_t i = end; i < last; ++i) try_cue(i);
  const std::size_t first = sentences[sentence_of(begin)].first_token;
  for (std::size_t i = begin; i > first && begin - i < k_cue_reach; --i) try_cue(i - 1);
}

void add_direct(Scan& scan, std::size_t begin, std::size_t end) {
  if (end < begin + k_fewest_quoted_words) return;
  Quotation quotation;
  quotation.span = {scan.analysis.tokens[begin].span.begin, scan.analysis.tokens[end - 1].span.end};
  attribute(scan, quotation, begin, end);
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

}  // namespace

std::vector<Quotation> find_quotations(const Document& document, const Analysis& analysis,
                                       const Lexicon& words) {
  Scan scan{document, analysis, words, {}};
  if (analysis.tokens.empty()) return {};
  scan_direct(scan);
  scan_posts(scan);
  std::ranges::stable_sort(scan.found, {}, [](const Quotation& q) { return q.span.begin; });
  return std::move(scan.found);
}

}  // namespace relgraph
