// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <utility>

#include "base/wording.hpp"
#include "report/sections.hpp"

namespace relgraph::report {

namespace {

struct Row {
  std::string currency;
  double amount = 0;
  std::vector<std::uint32_t> edges;
};

/// What a row of the table stands for: a sum, its status aside, from one sentence.
using RowKey = std::tuple<std::string, double, std::string, std::string, std::size_t>;

}  // namespace

Money money_table(const Facts& facts, std::size_t most) {
  const Graph& graph = facts.graph();
  Money out;
  std::map<RowKey, Row> rows;
  for (std::uint32_t i = 0; i < graph.edges.size(); ++i) {
    const Edge& edge = graph.edges[i];
    const auto amount = numeric_property(edge.attributes, "amount");
    const std::string text = facts.amount(edge);
    if (!amount || text.empty()) continue;
    const std::string_view family = family_of(edge);
    if (family == "stance" || family == "personal") {
      ++out.in_stances;
      continue;
    }
    const std::string currency = string_property(edge.attributes, "currency").value_or("");
    const bool stated = !edge.evidence.empty();
    const RowKey key{currency, -*amount, text, stated ? edge.evidence.front().document : "",
                     stated ? edge.evidence.front().span.begin : i};
    Row& row = rows[key];
    row.currency = currency;
    row.amount = *amount;
    row.edges.push_back(i);
  }
  std::map<std::string, std::size_t> currencies;
  for (const auto& [key, row] : rows) ++currencies[row.currency];
  std::vector<Sum> sums;
  std::map<std::string, std::string> largest;  // rows come largest first within a currency
  for (auto& [key, row] : rows) {
    std::ranges::stable_sort(row.edges, std::greater{},
                             [&](std::uint32_t i) { return support(graph.edges[i]); });
    const Edge& first = graph.edges[row.edges.front()];
    Sum sum{.amount = facts.amount(first), .who = {}, .passage = {}};
    for (const std::uint32_t index : row.edges) {
      Edge bare = graph.edges[index];  // sum and date stand elsewhere
      std::erase_if(bare.attributes,
                    [](const Property& p) { return p.name == "amount" || p.name == "date"; });
      sum.who.push_back(facts.ends(bare) + ": " + facts.label_with_detail(bare));
    }
    Listed<Passage> said = facts.passages(row.edges, 1);
    if (!said.shown.empty()) sum.passage = std::move(said.shown.front());
    if (first.status != Status::negated) {
      largest.try_emplace(row.currency, sum.amount + " – " + sum.who.front());
    }
    sums.push_back(std::move(sum));
  }
  std::vector<std::pair<std::size_t, std::string>> order;
  for (auto& [currency, text] : largest) order.emplace_back(currencies[currency], std::move(text));
  std::ranges::stable_sort(order, std::greater{}, &std::pair<std::size_t, std::string>::first);
  constexpr std::size_t k_currencies = 3;
  for (auto& [count, text] : order) {
    if (out.largest.size() < k_currencies) out.largest.push_back(std::move(text));
  }
  out.sums = Listed<Sum>::of(std::move(sums), most);
  return out;
}

}  // namespace relgraph::report
