// SPDX-License-Identifier: Apache-2.0
#include "exchange/record_table.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace relgraph::exchange {

namespace {

constexpr std::size_t k_most_columns = 500;

}  // namespace

RecordTable::RecordTable(std::vector<Properties> records, std::span<const std::string_view> first,
                         std::span<const std::string_view> last, std::string_view format,
                         Diagnostics& diagnostics)
    : m_records(std::move(records)), m_columns(first.begin(), first.end()) {
  std::unordered_set<std::string_view> used(first.begin(), first.end());
  const std::unordered_set<std::string_view> at_end(last.begin(), last.end());
  std::vector<std::string_view> others;
  for (const Properties& record : m_records) {
    for (const Property& property : record) {
      if (used.insert(property.name).second && !at_end.contains(property.name))
        others.push_back(property.name);
    }
  }
  std::ranges::sort(others);
  if (others.size() > k_most_columns) {
    others.resize(k_most_columns);
    diagnostics.warn("the table for " + std::string(format) + " has room for " +
                     std::to_string(k_most_columns) + " columns of unknown keys; the others are left out");
  }
  m_columns.insert(m_columns.end(), others.begin(), others.end());
  for (const std::string_view name : last) {
    if (used.contains(name)) m_columns.emplace_back(name);
  }
  for (std::size_t i = 0; i < m_columns.size(); ++i) m_by_name.emplace(m_columns[i], i);
}

const std::vector<const std::string*>& RecordTable::row(std::size_t index) {
  m_row.assign(m_columns.size(), nullptr);
  for (const Property& property : m_records[index]) {
    const auto found = m_by_name.find(property.name);
    if (found != m_by_name.end()) m_row[found->second] = &property.json;
  }
  return m_row;
}

}  // namespace relgraph::exchange
