// SPDX-License-Identifier: Apache-2.0
#include "page/table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/markup.hpp"
#include "page/words.hpp"
#include "relgraph/ontology.hpp"

namespace relgraph::page {

namespace {

constexpr std::size_t k_longest_sentence = 600;

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out.append(" ").append(name).append("=\"");
  append_escaped(out, value);
  out += '"';
}

/// A cell whose column narrow pages show before it.
void open_cell(std::string& out, std::string_view kind) {
  out += "<td";
  append_attribute(out, "class", kind);
  out += '>';
}

void append_actor(std::string& out, const Content& content, std::uint32_t node) {
  out += "<button type=\"button\" class=\"name\"";
  append_attribute(out, "data-node", std::to_string(node));
  out += "><bdi>";
  append_escaped(out, name_of(content.graph->nodes[node]));
  out += "</bdi></button>";
}

std::string_view polarity_class(Polarity polarity) {
  return polarity == Polarity::positive ? "pos" : polarity == Polarity::negative ? "neg" : "neu";
}

std::string percent(double confidence, std::string_view language) {
  const double bounded = std::isfinite(confidence) ? std::min(std::max(confidence, 0.0), 1.0) : 0.0;
  return std::to_string(std::lround(100 * bounded)) + (language == "de" ? "\u00A0%" : "%");
}

void append_row(std::string& out, const Content& content, std::uint32_t index) {
  const Edge& edge = content.graph->edges[index];
  out += "<tr";
  append_attribute(out, "data-edge", std::to_string(index));
  out += "><th scope=\"row\">";
  append_actor(out, content, edge.source);
  out += "</th>";
  open_cell(out, "type");
  out += "<button type=\"button\"";
  append_attribute(out, "class", polarity_class(edge.polarity));
  append_attribute(out, "data-edge", std::to_string(index));
  out += '>';
  append_escaped(out, shortened(relation_label(edge.type, content.language), 120));
  out += "</button></td>";
  open_cell(out, "whom");
  append_actor(out, content, edge.target);
  out += "</td>";
  open_cell(out, "status");
  append_escaped(out, word("status." + std::string(to_string(edge.status)), content.language));
  out += "</td>";
  open_cell(out, "number");
  append_escaped(out, percent(edge.confidence, content.language));
  out += "</td>";
  open_cell(out, "date");
  const std::vector<std::string> dates = dates_of(content, edge);
  if (!dates.empty()) append_escaped(out, dates.front() + (dates.size() > 1 ? " …" : ""));
  out += "</td>";
  open_cell(out, "evidence");
  if (!edge.evidence.empty()) {
    out += "<bdi>";
    append_escaped(out, shortened(edge.evidence.front().text, k_longest_sentence));
    out += "</bdi>";
  }
  if (edge.evidence.size() > 1) {
    append_escaped(out, " (+ " + std::to_string(edge.evidence.size() - 1) + ")");
  }
  out += "</td></tr>\n";
}

}  // namespace

void append_element(std::string& out, std::string_view name, std::string_view text) {
  out.append("<").append(name).append(">");
  append_escaped(out, text);
  out.append("</").append(name).append(">");
}

void append_date(std::string& out, std::string_view date) {
  const auto iso = iso_date(date);
  if (!iso) return append_escaped(out, shortened(date, 40));
  out += "<time datetime=\"" + *iso + "\">" + *iso + "</time>";
}

void append_table(std::string& out, const Content& content) {
  constexpr std::array<std::string_view, 7> k_columns = {"who",        "relation", "whom",    "status",
                                                         "confidence", "date",     "evidence"};
  // a column without a single entry only takes room
  const bool dated = std::ranges::any_of(content.graph->edges,
                                         [&](const Edge& edge) { return !dates_of(content, edge).empty(); });
  out += dated ? "<table>\n<caption>" : "<table class=\"undated\">\n<caption>";
  append_escaped(out, word("caption", content.language));
  out += "</caption>\n<thead><tr>";
  for (const std::string_view column : k_columns) {
    out += "<th scope=\"col\"";
    append_attribute(out, "class", column);
    out += '>';
    append_escaped(out, word(column, content.language));
    out += "</th>";
  }
  out += "</tr></thead>\n<tbody>\n";
  for (const std::uint32_t edge : content.order) append_row(out, content, edge);
  out += "</tbody>\n</table>\n";
}

void append_actors(std::string& out, const Content& content) {
  out += "<ul class=\"actors\">\n";
  for (const std::uint32_t node : content.actors) {
    out += "<li";
    append_attribute(out, "data-node", std::to_string(node));
    out += '>';
    append_actor(out, content, node);
    out += " <small>";
    append_escaped(
        out, kind_of(content, content.graph->nodes[node]) + ", " + std::to_string(content.degrees[node]));
    out += "</small></li>\n";
  }
  out += "</ul>\n";
}

void append_sources(std::string& out, const Content& content) {
  out += "<ul class=\"sources\">\n";
  for (const DocumentInfo& document : content.graph->documents) {
    out += "<li>";
    const auto link = link_of(document);
    if (link) {
      out += "<a rel=\"noopener noreferrer\"";
      append_attribute(out, "href", *link);
      out += '>';
    }
    append_element(out, "bdi", title_of(document));
    if (link) out += "</a>";
    if (!document.date.empty()) {
      out += " <small>";
      append_date(out, document.date);
      out += "</small>";
    }
    out += "</li>\n";
  }
  out += "</ul>\n";
}

}  // namespace relgraph::page
