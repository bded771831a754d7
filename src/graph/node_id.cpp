// SPDX-License-Identifier: Apache-2.0
#include "node_id.hpp"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <span>

#include "base/utf8.hpp"
#include "relgraph/error.hpp"
#include "relgraph/graph.hpp"

namespace relgraph {

namespace {

constexpr std::size_t k_longest_slug = 80;
/// More of a label cannot show in the slug; it also bounds the work for hostile labels.
constexpr std::size_t k_longest_label = 4 * k_longest_slug;

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// The spelling for ä, ö, ü where they are not to be had; ß is folded to ss anyway.
std::string_view german_spelling(char32_t c) {
  switch (c) {
    case U'ä':
    case U'Ä': return "ae";
    case U'ö':
    case U'Ö': return "oe";
    case U'ü':
    case U'Ü': return "ue";
    default: return {};
  }
}

std::string spell_umlauts(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* composed = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw Error(ErrorCode::internal, "the Unicode library has no normalisation data");
  std::string whole;
  composed
      ->normalize(icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}), status)
      .toUTF8String(whole);
  std::string out;
  for (std::size_t i = 0; i < whole.size();) {
    const char32_t c = next_code_point(whole, i);
    const std::string_view spelled = german_spelling(c);
    if (spelled.empty()) {
      append_utf8(out, c);
    } else {
      out += spelled;
    }
  }
  return out;
}

/// Other scripts in Latin letters. Loading the rules takes tens of milliseconds, so only when needed;
/// ICU does not promise that one transliterator may serve two threads.
std::string transliterate(const std::string& text) {
  static std::mutex mutex;
  const std::scoped_lock lock(mutex);
  static const std::unique_ptr<icu::Transliterator> to_ascii = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::Transliterator>(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
  }();
  if (!to_ascii) return text;
  icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(text);
  to_ascii->transliterate(unicode);
  std::string out;
  return fold(unicode.toUTF8String(out));
}

std::string_view beginning(std::string_view label) {
  if (label.size() <= k_longest_label) return label;
  std::size_t end = k_longest_label;
  while (end > 0 && (static_cast<unsigned char>(label[end]) & 0xC0U) == 0x80U) --end;
  return label.substr(0, end);
}

bool has_letters_beyond_ascii(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (c >= 0x80 && (is_letter(c) || is_digit(c))) return true;
  }
  return false;
}

}  // namespace

std::string slug(std::string_view label) {
  label = beginning(label);
  std::string text = is_ascii(label) ? to_lower(label) : fold(spell_umlauts(label));
  if (has_letters_beyond_ascii(text)) text = transliterate(text);
  std::string out;
  bool gap = false;
  for (const char c : text) {
    const bool wanted = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    // The apostrophe of O'Neill and of 's joins; whatever else is no letter parts.
    if (!wanted) {
      gap = gap || c != '\'';
      continue;
    }
    if (gap && !out.empty()) out += '-';
    gap = false;
    out += c;
  }
  if (out.size() > k_longest_slug) {
    const std::size_t hyphen = out.rfind('-', k_longest_slug);
    out.resize(hyphen == std::string::npos || hyphen == 0 ? k_longest_slug : hyphen);
  }
  return out.empty() ? "node" : out;
}

std::string NodeIds::make_from(const std::string& base) {
  if (m_taken.insert(base).second) return base;
  std::size_t& number = m_next.try_emplace(base, 2).first->second;
  for (;; ++number) {
    std::string id = base + "-" + std::to_string(number);
    if (m_taken.insert(id).second) return id;
  }
}

std::string make_node_id(std::string_view label, std::span<const std::string> taken) {
  const std::string base = slug(label);
  NodeIds ids;
  for (const std::string& id : taken) {
    if (id.starts_with(base)) ids.take(id);
  }
  return ids.make_from(base);
}

}  // namespace relgraph
