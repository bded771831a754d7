// SPDX-License-Identifier: Apache-2.0
#include "render/messages.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>

namespace relgraph::render {

namespace {

constexpr Words k_german{
    .language = "de",
    .node_types = {"Person", "Organisation", "Ort", "Projekt", "Produkt", "anderes"},
    .type_groups = {"Personen", "Organisationen", "Orte", "Projekte", "Produkte", "Andere"},
    .group_around = "Um {1}",
    .polarities = {"ablehnend", "neutral", "zustimmend"},
    .statuses = {"Tatsache laut Text", "Aussage eines Dritten", "geplant oder gefordert", "früher",
                 "verneint"},
    .status_marks = {"", "laut Aussage", "geplant", "", ""},
    .negated = "nicht: {1}",
    .former = "früher: {1}",
    .mutual = "gegenseitig",
    .evidence_one = "1 Beleg",
    .evidence_many = "{1} Belege",
    .widths = {"1 Beleg", "2–3 Belege", "ab 4 Belegen"},
    .more = "+ {1} weitere",
    .default_title = "Beziehungsdiagramm",
    .title_for = "Wer mit wem: {1}",
    .documents = "{1} Artikel",
    .shown = "Gezeigt: {1} von {2} Akteuren und {3} von {4} Beziehungen.",
    .isolated_one = "Ohne Beziehung und nicht gezeigt: 1 Akteur.",
    .isolated_many = "Ohne Beziehung und nicht gezeigt: {1} Akteure.",
    .empty = "Keine Akteure gefunden.",
    .no_relations = "Keine Beziehungen gefunden.",
    .description = "Diagramm mit {1} und {2}.",
    .actor_one = "1 Akteur",
    .actors = "{1} Akteuren",
    .relation_one = "1 Beziehung",
    .relations = "{1} Beziehungen",
    .says = "laut {1}",
    .open_quote = "„",
    .close_quote = "“",
    .in_focus = "Im Vordergrund: {1}.",
    .size = "Größe: {1}",
};

constexpr Words k_english{
    .language = "en",
    .node_types = {"Person", "Organization", "Place", "Project", "Product", "Other"},
    .type_groups = {"Persons", "Organizations", "Places", "Projects", "Products", "Others"},
    .group_around = "Around {1}",
    .polarities = {"hostile", "neutral", "friendly"},
    .statuses = {"stated as fact", "claim of a third party", "planned or demanded", "in the past", "denied"},
    .status_marks = {"", "claimed", "planned", "", ""},
    .negated = "not: {1}",
    .former = "formerly: {1}",
    .mutual = "mutual",
    .evidence_one = "1 source passage",
    .evidence_many = "{1} source passages",
    .widths = {"1 source passage", "2–3 source passages", "4 or more"},
    .more = "+ {1} more",
    .default_title = "Relationship diagram",
    .title_for = "Who with whom: {1}",
    .documents = "{1} articles",
    .shown = "Shown: {1} of {2} actors and {3} of {4} relations.",
    .isolated_one = "Without any relation and not shown: 1 actor.",
    .isolated_many = "Without any relation and not shown: {1} actors.",
    .empty = "No actors found.",
    .no_relations = "No relations found.",
    .description = "Diagram with {1} and {2}.",
    .actor_one = "1 actor",
    .actors = "{1} actors",
    .relation_one = "1 relation",
    .relations = "{1} relations",
    .says = "according to {1}",
    .open_quote = "“",
    .close_quote = "”",
    .in_focus = "In focus: {1}.",
    .size = "Size: {1}",
};

struct Scale {
  double unit;
  std::string_view german;
  std::string_view english;
};
constexpr std::array<Scale, 4> k_scales{
    {{1e12, " Bio.", " tn"}, {1e9, " Mrd.", " bn"}, {1e6, " Mio.", " m"}, {1, "", ""}}};

constexpr std::array<std::string_view, 12> k_months_de = {"Januar",    "Februar", "März",     "April",
                                                          "Mai",       "Juni",    "Juli",     "August",
                                                          "September", "Oktober", "November", "Dezember"};
constexpr std::array<std::string_view, 12> k_months_en = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};

/// A number with at most two decimals and thousands set apart.
std::string readable_number(double value, bool german) {
  const auto hundredths = static_cast<std::int64_t>(std::llround(std::abs(value) * 100));
  std::string digits = std::to_string(hundredths / 100);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, german ? "." : ",");
  if (const std::int64_t rest = hundredths % 100; rest != 0) {
    digits += german ? ',' : '.';
    digits += static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0) digits += static_cast<char>('0' + rest % 10);
  }
  return (value < 0 ? "-" : "") + digits;
}

std::optional<unsigned> whole(std::string_view digits) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

}  // namespace

const Words& words_of(std::string_view language) { return language == "de" ? k_german : k_english; }

std::string fill_in(std::string_view text, std::initializer_list<std::string> values) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool place = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' && text[i + 1] >= '1' &&
                       static_cast<std::size_t>(text[i + 1] - '1') < values.size();
    if (!place) {
      out += text[i];
      continue;
    }
    out += *(values.begin() + (text[i + 1] - '1'));
    i += 2;
  }
  return out;
}

std::string counted(std::string_view one, std::string_view many, std::size_t count) {
  return count == 1 ? std::string(one) : fill_in(many, {std::to_string(count)});
}

std::string money(double amount, std::string_view currency, std::string_view language) {
  const bool german = language == "de";
  constexpr double k_largest = 1e16;  // beyond it the digits of a double are no whole sums
  if (!std::isfinite(amount) || std::abs(amount) >= k_largest) return {};
  const Scale* scale = std::begin(k_scales);
  while (scale->unit > 1 && std::abs(amount) < scale->unit) ++scale;
  std::string out = readable_number(amount / scale->unit, german);
  out += german ? scale->german : scale->english;
  if (currency.empty()) return out;
  return german ? out + " " + std::string(currency) : std::string(currency) + " " + out;
}

std::string date_text(std::string_view iso, std::string_view language) {
  const bool german = language == "de";
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::string(iso);
  const auto month = whole(iso.substr(5, 2));
  const auto day = whole(iso.substr(8, 2));
  if (!month || !day || !whole(iso.substr(0, 4)) || *month < 1 || *month > 12) return std::string(iso);
  const std::string name(german ? k_months_de[*month - 1] : k_months_en[*month - 1]);
  return std::to_string(*day) + (german ? ". " : " ") + name + " " + std::string(iso.substr(0, 4));
}

}  // namespace relgraph::render
