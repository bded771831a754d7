// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "report/report.hpp"
#include "report/text.hpp"

namespace relgraph::report {

// A report as a sequence of blocks, so that every format says the same in the same order.

struct Heading {
  int level = 1;  ///< 1 to 4
  std::string text;
  std::string_view anchor{};  ///< an ASCII word, unique in the report; empty for lesser headings
};

enum class Tone : std::uint8_t {
  plain,
  lead,  ///< below the title
  note,  ///< explains or counts what is left out
};

struct Paragraph {
  Text text;
  Tone tone = Tone::plain;
};

struct List {
  std::vector<Text> entries;
};

/// A sentence of an article and where it is from.
struct Quotation {
  Text text;
  std::string origin;
};

struct Column {
  std::string title;
  bool numeric = false;
  double width = 1;  ///< share of the page, relative to the other columns
};

/// The first cell of a row is its heading.
struct Table {
  std::string caption;
  std::vector<Column> columns;
  std::vector<std::vector<Text>> rows;
};

/// Where the diagram stands.
struct PictureBlock {
  std::string alternative;
};

using Block = std::variant<Heading, Paragraph, List, Quotation, Table, PictureBlock>;

/// Composes a report. Sections without content are left out, but for the questions and the method.
[[nodiscard]] std::vector<Block> compose(const Report& report, bool with_picture);

}  // namespace relgraph::report
