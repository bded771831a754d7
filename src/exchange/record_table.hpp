// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "relgraph/graph.hpp"

namespace relgraph::exchange {

/// The records of all nodes or of all edges as rows under common columns.
class RecordTable {
 public:
  /// Input: `first` are columns that are always there, `last` come after all others if there are any such
  /// values. Columns beyond the few hundred that programs can take are left out, with a warning: a table has
  /// as many cells as rows times columns.
  RecordTable(std::vector<Properties> records, std::span<const std::string_view> first,
              std::span<const std::string_view> last, std::string_view format, Diagnostics& diagnostics);

  [[nodiscard]] const std::vector<std::string>& columns() const { return m_columns; }
  [[nodiscard]] std::size_t rows() const { return m_records.size(); }
  /// The values of a row by column, null where there is none. Good until the next call.
  [[nodiscard]] const std::vector<const std::string*>& row(std::size_t index);

 private:
  std::vector<Properties> m_records;
  std::vector<std::string> m_columns;
  std::unordered_map<std::string_view, std::size_t> m_by_name;
  std::vector<const std::string*> m_row;
};

}  // namespace relgraph::exchange
