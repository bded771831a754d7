// SPDX-License-Identifier: Apache-2.0
#include "language/network/subwords.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "relgraph/error.hpp"

namespace relgraph::network {

namespace {

constexpr std::size_t k_longest_word = 1000;  // code points
constexpr std::string_view k_space_mark = "\u2581";
constexpr std::uint32_t k_special = 4;  // the first pieces stand for no text
constexpr double k_no_way = -1e30;

/// The best way to reach a byte of the word.
struct Step {
  double score = k_no_way;
  std::uint32_t from = 0;
  std::uint32_t piece = 0;
};

std::size_t code_point_length(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

}  // namespace

Subwords::Subwords(const ModelFile& model)
    : m_numbers(model.pieces()),
      m_text(model.text("pieces.text")),
      m_offsets(model.numbers("pieces.offsets")),
      m_order(model.numbers("pieces.order")),
      m_scores(model.floats("pieces.scores", model.shape().vocabulary)),
      m_codes(model.numbers("normalisation.codes")),
      m_code_offsets(model.numbers("normalisation.offsets")),
      m_code_text(model.text("normalisation.text")) {
  const std::size_t size = model.shape().vocabulary;
  const auto within = [](std::span<const std::uint32_t> offsets, std::size_t end) {
    return std::ranges::is_sorted(offsets) && offsets.back() <= end;
  };
  const bool whole = m_offsets.size() == size + 1 && m_order.size() == size &&
                     m_code_offsets.size() == m_codes.size() + 1 && within(m_offsets, m_text.size()) &&
                     within(m_code_offsets, m_code_text.size()) &&
                     std::ranges::all_of(m_order, [&](std::uint32_t id) { return id < size; }) &&
                     m_numbers.max_word_pieces > 0;
  if (!whole)
    throw Error(ErrorCode::input, "the language model is damaged: its vocabulary does not fit together");
  m_first.resize(257);
  std::size_t rank = 0;
  for (std::size_t byte = 0; byte <= 256; ++byte) {
    while (rank < size && (piece(rank).empty() || static_cast<unsigned char>(piece(rank)[0]) < byte)) ++rank;
    m_first[byte] = static_cast<std::uint32_t>(rank);
  }
}

std::string_view Subwords::piece(std::size_t rank) const {
  const std::uint32_t id = m_order[rank];
  return m_text.substr(m_offsets[id], m_offsets[id + 1] - m_offsets[id]);
}

void Subwords::normalise(std::string_view word, std::string& out) const {
  std::size_t at = 0;
  for (std::size_t n = 0; at < word.size() && n < k_longest_word; ++n) {
    const char32_t code = next_code_point(word, at);
    const auto found = std::ranges::lower_bound(m_codes, static_cast<std::uint32_t>(code));
    if (found != m_codes.end() && *found == code) {
      const auto i = static_cast<std::size_t>(found - m_codes.begin());
      for (const char c : m_code_text.substr(m_code_offsets[i], m_code_offsets[i + 1] - m_code_offsets[i]))
        if (c != ' ') out += c;
    } else if (code != U' ') {
      append_utf8(out, code);
    }
  }
}

void Subwords::append(std::string_view word, bool space_before, std::vector<std::uint32_t>& pieces) const {
  thread_local std::string text;
  thread_local std::vector<Step> steps;
  thread_local std::vector<std::uint32_t> backwards;
  text.assign(space_before ? k_space_mark : std::string_view());
  normalise(word, text);
  steps.assign(text.size() + 1, {});
  steps[0].score = 0;
  for (std::size_t start = 0; start < text.size(); start += code_point_length(text[start])) {
    const double base = steps[start].score;
    const auto take = [&](std::size_t end, double score, std::uint32_t id) {
      if (base + score > steps[end].score) steps[end] = {base + score, static_cast<std::uint32_t>(start), id};
    };
    // The pieces that begin as the text does from here are a range of the order; each byte narrows it.
    const auto byte = static_cast<unsigned char>(text[start]);
    std::size_t low = m_first[byte], high = m_first[byte + 1U];
    for (std::size_t length = 1; low < high && start + length <= text.size(); ++length) {
      const auto at = [&](std::size_t rank) { return static_cast<unsigned char>(piece(rank)[length - 1]); };
      const auto want = static_cast<unsigned char>(text[start + length - 1]);
      const auto bound = [&](std::size_t from, int least) {
        std::size_t to = high;
        while (from < to) {
          const std::size_t middle = from + (to - from) / 2;
          if (piece(middle).size() < length || at(middle) < least)
            from = middle + 1;
          else
            to = middle;
        }
        return from;
      };
      low = bound(low, want);
      high = bound(low, want + 1);
      if (low < high && piece(low).size() == length && m_order[low] >= k_special)
        take(start + length, m_scores[m_order[low]], m_order[low]);
    }
    take(std::min(text.size(), start + code_point_length(text[start])), m_numbers.unknown_score,
         m_numbers.unknown);
  }
  backwards.clear();
  for (std::size_t at = text.size(); at > 0; at = steps[at].from) backwards.push_back(steps[at].piece);
  if (backwards.empty()) backwards.push_back(m_numbers.unknown);
  const std::size_t kept = std::min(backwards.size(), m_numbers.max_word_pieces);
  pieces.insert(pieces.end(), backwards.rbegin(), backwards.rbegin() + static_cast<std::ptrdiff_t>(kept));
}

}  // namespace relgraph::network
