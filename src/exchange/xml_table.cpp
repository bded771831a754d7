// SPDX-License-Identifier: Apache-2.0
#include "exchange/xml_table.hpp"

#include "base/json_text.hpp"
#include "graph/node_id.hpp"

namespace relgraph::exchange {

XmlTable::XmlTable(const Graph& graph, std::string_view format) : m_graph(graph), m_format(format) {
  canonicalise(m_graph);
  make_ids();
}

/// Ids become attributes; two that differ only in what XML cannot hold must not become one.
void XmlTable::make_ids() {
  const auto is_whole = [](const std::string& id) {
    std::string unused;
    return append_xml_attribute(unused, id);
  };
  NodeIds taken;
  std::vector<std::uint32_t> changed;
  for (std::uint32_t i = 0; i < m_graph.nodes.size(); ++i) {
    m_ids.push_back(m_graph.nodes[i].id);
    if (!is_whole(m_ids.back())) changed.push_back(i);
  }
  if (changed.empty()) return;
  m_has_new_ids = true;
  for (const std::string& id : m_ids) taken.take(id);
  for (const std::uint32_t i : changed) {
    std::string id;
    for (const char c : m_ids[i]) id += static_cast<unsigned char>(c) < 0x20 ? '_' : c;
    std::string escaped;
    if (!append_xml_attribute(escaped, id)) id = "node";
    m_ids[i] = taken.make_from(id);
  }
}

void XmlTable::attribute(std::string& out, std::string_view name, std::string_view value) {
  out.append(" ").append(name).append("=\"");
  if (!append_xml_attribute(out, value)) m_has_replaced = true;
  out += '"';
}

void XmlTable::content(std::string& out, std::string_view text) {
  if (!append_xml_content(out, text)) m_has_replaced = true;
}

void XmlTable::report(Diagnostics& diagnostics) const {
  const std::string name(m_format);
  if (m_has_replaced)
    diagnostics.warn(name + " is XML, which does not have all characters; those it lacks became U+FFFD");
  if (m_has_new_ids)
    diagnostics.warn(name + " is XML, which does not have all characters; some ids of nodes had to change");
  if (m_has_null) diagnostics.warn(name + " has no null; keys with that value are left out");
}

std::string number_text(double value) {
  std::string out;
  append_json_number(out, value);
  return out;
}

}  // namespace relgraph::exchange
