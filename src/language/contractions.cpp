// SPDX-License-Identifier: Apache-2.0
#include "language/contractions.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.hpp"
#include "language/lexicon.hpp"

namespace relgraph {

namespace {

struct Contraction {
  std::string_view whole, preposition, article;
};

constexpr std::array<Contraction, 20> k_contractions = {{
    {"am", "an", "dem"},          {"ans", "an", "das"},         {"aufs", "auf", "das"},
    {"beim", "bei", "dem"},       {"durchs", "durch", "das"},   {"fürs", "für", "das"},
    {"hinterm", "hinter", "dem"}, {"hinters", "hinter", "das"}, {"im", "in", "dem"},
    {"ins", "in", "das"},         {"überm", "über", "dem"},     {"übers", "über", "das"},
    {"ums", "um", "das"},         {"unterm", "unter", "dem"},   {"unters", "unter", "das"},
    {"vom", "von", "dem"},        {"vorm", "vor", "dem"},       {"vors", "vor", "das"},
    {"zum", "zu", "dem"},         {"zur", "zu", "der"},
}};
constexpr std::size_t k_longest = 8;  // bytes

std::string to_upper_first(std::string_view word) {
  // The prepositions that begin with an umlaut are the only ones that are not ASCII in front.
  if (word.starts_with("ü")) return "Ü" + std::string(word.substr(2));
  std::string out(word);
  out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

std::string to_upper(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (word.substr(at).starts_with("ü")) {
      out += "Ü";
      ++at;
    } else {
      out += static_cast<char>(word[at] - 'a' + 'A');
    }
  }
  return out;
}

}  // namespace

void add_words(std::string_view text, Span token, const Lexicon& words, std::vector<Token>& out) {
  const auto add = [&](Symbol form) {
    Token word;
    word.span = token;
    word.form = form;
    out.push_back(word);
  };
  const std::string_view whole = token.of(text);
  if (!words.german || whole.size() > k_longest) return add({});
  const std::string lower = to_lower(whole);
  const auto* const found = std::ranges::find(k_contractions, lower, &Contraction::whole);
  if (found == k_contractions.end()) return add({});
  if (whole == lower) {
    add(Symbol(found->preposition));
    add(Symbol(found->article));
  } else if (whole == to_upper(lower)) {
    add(Symbol(to_upper(found->preposition)));
    add(Symbol(to_upper(found->article)));
  } else {
    add(Symbol(to_upper_first(found->preposition)));
    add(Symbol(found->article));
  }
}

}  // namespace relgraph
