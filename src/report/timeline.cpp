// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "base/wording.hpp"
#include "report/sections.hpp"

namespace relgraph::report {

namespace {

/// `2010`, `2010-06`, `2010-06-03` and what may follow a day (`T10:00:00Z`).
bool is_iso_date(std::string_view text) {
  constexpr std::string_view k_form = "0000-00-00";
  const std::size_t size = std::min(text.size(), k_form.size());
  if (size != 4 && size != 7 && size != 10) return false;
  for (std::size_t i = 0; i < size; ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (k_form[i] == '-' ? text[i] != '-' : !digit) return false;
  }
  return size < k_form.size() || text.size() == size || text[size] == 'T' || text[size] == ' ';
}

struct Dated {
  std::string day;  ///< cut to the day, for sorting
  bool published = false;
  Event event;
};

/// "„Titel“, „Anderer“"
std::string sources_of(const Facts& facts, const Edge& edge) {
  std::vector<std::string> titles;
  constexpr std::size_t k_titles = 2;
  for (const Evidence& evidence : edge.evidence) {
    std::string title = facts.document_title(evidence.document);
    if (title.empty() || std::ranges::find(titles, title) != titles.end()) continue;
    if (titles.size() == k_titles) {
      titles.emplace_back("…");
      break;
    }
    titles.push_back(std::move(title));
  }
  return joined(titles, "; ");
}

}  // namespace

Timeline timeline(const Facts& facts, std::size_t most) {
  const Words& words = facts.words();
  constexpr std::size_t k_day = 10;
  std::vector<Dated> all;
  for (const DocumentInfo& document : facts.graph().documents) {
    if (!is_iso_date(document.date)) continue;
    all.push_back(
        {document.date.substr(0, k_day),
         true,
         {date_text(document.date.substr(0, k_day), words.language),
          fill_in(words.published, {facts.document_title(document.id)}), place_of(document.source)}});
  }
  Timeline out;
  // relations of one pair and day share a row
  std::map<std::tuple<std::string, std::string>, std::size_t> rows;
  for (const Edge& edge : facts.graph().edges) {
    const std::string date = string_property(edge.attributes, "date").value_or("");
    if (!is_iso_date(date)) {
      ++out.undated;
      continue;
    }
    const std::string ends = facts.ends(edge);
    const auto [row, is_new] = rows.try_emplace({date.substr(0, k_day), ends}, all.size());
    Edge dateless = edge;  // the date has a column of its own
    std::erase_if(dateless.attributes, [](const Property& p) { return p.name == "date"; });
    const std::string label = facts.label_with_detail(dateless);
    if (is_new) {
      all.push_back(
          {date.substr(0, k_day),
           false,
           {date_text(date.substr(0, k_day), words.language), ends + ": " + label, sources_of(facts, edge)}});
    } else {
      all[row->second].event.what += ", " + label;
    }
  }
  std::ranges::stable_sort(all, {}, [](const Dated& d) { return std::pair(d.day, d.published); });
  std::vector<Event> events;
  events.reserve(all.size());
  for (Dated& dated : all) events.push_back(std::move(dated.event));
  out.events = Listed<Event>::of(std::move(events), most);
  return out;
}

}  // namespace relgraph::report
