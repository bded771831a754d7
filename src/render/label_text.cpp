// SPDX-License-Identifier: Apache-2.0
#include "render/label_text.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "relgraph/ontology.hpp"
#include "render/node_shape.hpp"
#include "render/text_metrics.hpp"

namespace relgraph::render {

namespace {

constexpr double k_node_text_width = 118;
constexpr double k_long_word_width = 165;  ///< a single word may take so much before it is parted
constexpr std::size_t k_max_rows = 3;
constexpr double k_label_text_width = 118;
constexpr std::size_t k_max_detail = 22;  ///< characters of an attribute on a label

std::string money_of(const Properties& attributes, const Words& words) {
  const auto amount = numeric_property(attributes, "amount");
  if (!amount) return {};
  std::string out = money(*amount, string_property(attributes, "currency").value_or(""), words.language);
  const std::string qualifier = string_property(attributes, "amount_qualifier").value_or("");
  return qualifier.empty() || out.empty() ? out : qualifier + " " + out;
}

std::string share_of(const Properties& attributes) {
  std::string out = string_property(attributes, "share").value_or("");
  if (const auto share = numeric_property(attributes, "share")) {
    const double percent = *share > 0 && *share <= 1 ? *share * 100 : *share;
    out = money(percent, "", "en") + " %";
  }
  for (const std::string_view word : {"Prozent", "percent", "per cent"}) {
    if (const auto at = out.find(word); at != std::string::npos) out.replace(at, word.size(), "%");
  }
  return out;
}

/// What an attribute adds to the label: sums of money and shares for deals, titles for posts. A sum in a
/// quarrel is part of what is said, not of the relation, and stays in the evidence.
std::string detail_of(const Edge& edge, const Words& words) {
  const RelationType* type = find_relation_type(edge.type);
  const std::string_view family = type == nullptr ? std::string_view() : type->family;
  std::string out;
  if (family == "roles") {
    out = string_property(edge.attributes, "role").value_or("");
  } else if (family != "stance" && family != "personal") {
    out = share_of(edge.attributes);
    if (out.empty()) out = money_of(edge.attributes, words);
  }
  return shorten(out, k_max_detail + 1).size() == out.size() && out.size() <= 2 * k_max_detail ? out : "";
}

std::string detail_of(const Graph& graph, const LineItem& item, const Words& words) {
  for (const std::uint32_t index : item.edges) {
    std::string detail = detail_of(graph.edges[index], words);
    if (!detail.empty()) return detail;
  }
  return {};
}

}  // namespace

std::string_view display_name(const Node& node) {
  const auto blank = [](std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
  };
  if (!blank(node.label)) return node.label;
  return blank(node.id) ? std::string_view("?") : std::string_view(node.id);
}

NodeLabel node_label(const Node& node, double scale, double stretch) {
  const Font font{k_node_font * scale, true, stretch};
  NodeLabel out;
  out.scale = scale;
  out.shape = shape_of(node.type);
  Wrapped text = wrap(display_name(node), font, k_node_text_width * scale * stretch, k_max_rows);
  if (!text.whole || std::ranges::any_of(text.lines, [](const std::string& line) {
        return line.ends_with('-') && line.size() > 3;
      })) {
    // a little more room may save a word from being parted or cut
    text = wrap(display_name(node), font, k_long_word_width * scale * stretch, k_max_rows);
  }
  out.rows = std::move(text.lines);
  if (out.rows.empty()) out.rows.emplace_back("?");
  out.text_width = std::max(text.width, 8.0);
  out.box.height = static_cast<double>(out.rows.size()) * k_node_row * scale + 11;
  out.box.width = out.text_width + k_icon_size * scale + 4 + shape_inset(out.shape, out.box.height);
  return out;
}

ItemText item_text(const Graph& graph, const LineItem& item, Status line_status, const Words& words) {
  ItemText out{relation_label(item.type, words.language), detail_of(graph, item, words)};
  if (item.status == Status::negated) out.relation = fill_in(words.negated, {out.relation});
  if (item.status == Status::former) out.relation = fill_in(words.former, {out.relation});
  if (item.status == line_status) return out;
  const std::string_view mark = words.status_marks[static_cast<std::size_t>(item.status)];
  if (!mark.empty()) out.detail += (out.detail.empty() ? "" : ", ") + std::string(mark);
  return out;
}

std::string_view sign_of(Polarity polarity) {
  return polarity == Polarity::positive ? "+ " : polarity == Polarity::negative ? "− " : "";
}

LineLabel line_label(const Graph& graph, const Line& line, const Words& words, LabelStyle style) {
  const Font font{k_label_font, false, style.stretch};
  LineLabel out;
  const double room = k_label_text_width * style.stretch;
  const std::size_t shown = std::min(line.items.size(), k_shown_items);
  for (std::size_t i = 0; i < shown; ++i) {
    const LineItem& item = line.items[i];
    ItemText text = item_text(graph, item, line.status, words);
    if (style.signs) text.relation.insert(0, sign_of(item.polarity));
    const bool one_row = text_width(text.whole(), font) <= room;
    const Wrapped rows = wrap(one_row ? text.whole() : text.relation, font, room, 2);
    for (const std::string& row : rows.lines) out.rows.push_back({row, item.polarity, false});
    if (one_row || text.detail.empty()) continue;
    for (const std::string& row : wrap("(" + text.detail + ")", font, room, 2).lines) {
      out.rows.push_back({row, item.polarity, false});
    }
  }
  if (shown < line.items.size()) {
    out.rows.push_back(
        {fill_in(words.more, {std::to_string(line.items.size() - shown)}), line.polarity, true});
  }
  // a type of blanks alone has no words
  if (out.rows.empty()) out.rows.push_back({"?", line.polarity, false});
  double width = 0;
  for (const LabelRow& row : out.rows) width = std::max(width, text_width(row.text, font));
  out.box = {width + 8, static_cast<double>(out.rows.size()) * k_label_row + 4};
  return out;
}

}  // namespace relgraph::render
