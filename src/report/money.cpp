// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

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
  std::string main_currency;
  for (const auto& [currency, count] : currencies) {
    if (main_currency.empty() || count > currencies[main_currency]) main_currency = currency;
  }
  std::vector<Sum> sums;
  for (const auto& [key, row] : rows) {
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
    if (out.largest.empty() && row.currency == main_currency && first.status != Status::negated) {
      out.largest = sum.amount;
      out.largest_who = sum.who.front();
    }
    sums.push_back(std::move(sum));
  }
  out.sums = Listed<Sum>::of(std::move(sums), most);
  return out;
}

}  // namespace relgraph::report
