// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "relgraph/report.hpp"
#include "report/blocks.hpp"
#include "report/pdf_pages.hpp"
#include "report/picture.hpp"
#include "report/sections.hpp"
#include "report/words.hpp"

namespace relgraph {

namespace {

using namespace report;

constexpr double k_cell_gap = 8;          ///< between columns
constexpr double k_picture_heading = 64;  ///< room that the heading and the note of the picture take
constexpr TypeStyle k_cell{.size = 8.2};
constexpr TypeStyle k_small{.size = 8.2, .ink = k_muted_ink};

/// Sets one block after the other.
class Typesetter {
 public:
  Typesetter(Pages& pages, const std::optional<Drawing>& drawing) : m_pages(pages), m_drawing(drawing) {}

  /// Sets all blocks. A picture section that does not fit on the page floats to the top of the next one, so
  /// that no page is left half empty.
  void set(const std::vector<Block>& blocks) {
    const auto set_range = [&](auto begin, auto end) {
      for (auto at = begin; at != end; ++at) std::visit(*this, *at);
    };
    const auto picture = std::ranges::find_if(
        blocks, [](const Block& block) { return std::holds_alternative<PictureBlock>(block); });
    if (picture == blocks.end() || !m_drawing) return set_range(blocks.begin(), blocks.end());
    const auto begin = picture - 1;  // its heading
    const auto end = picture + 2;    // behind its note
    const double upright = Pages::picture_zoom(*m_drawing, k_picture_heading, false);
    // a wide picture gets a page of its own along the paper where that makes it much larger
    constexpr double k_worth = 1.3;
    const bool landscape = Pages::picture_zoom(*m_drawing, k_picture_heading, true) > k_worth * upright;
    set_range(blocks.begin(), begin);
    if (landscape || m_pages.room() < k_picture_heading + m_drawing->height * upright) {
      m_pages.float_to_next_page([this, set_range, begin, end, landscape] {
        if (landscape) m_pages.turn_page(true);
        set_range(begin, end);
        if (landscape) m_pages.turn_page(false);
      });
    } else {
      set_range(begin, end);
    }
    set_range(end, blocks.end());
    if (m_pages.has_float()) m_pages.next_page();
  }

  void operator()(const Heading& heading) {
    static constexpr std::array<double, 4> k_sizes{20, 14, 10.5, 9.5};
    static constexpr std::array<double, 4> k_before{0, 18, 12, 10};
    const auto level = static_cast<std::size_t>(std::clamp(heading.level, 1, 4) - 1);
    m_pages.skip(k_before[level]);
    constexpr double k_company = 60;  // a heading takes a few lines along
    m_pages.need(k_sizes[level] * 2 + k_company);
    if (heading.level > 1) m_pages.outline(heading.text, heading.level);
    if (heading.level == 2) {
      m_pages.rule(Pages::k_left, m_pages.y(), Pages::k_left + m_pages.text_width(), m_pages.y(), k_ink, 1.2);
      m_pages.move(5);
    }
    m_pages.paragraph({{heading.text}}, {.size = k_sizes[level], .bold = true, .leading = 1.2});
    m_pages.skip(heading.level == 1 ? 4 : 3);
  }

  void operator()(const Paragraph& paragraph) {
    if (paragraph.tone == Tone::plain) {
      m_pages.skip(7);
      m_pages.need(40);
      m_pages.paragraph(paragraph.text, {});
    } else {
      m_pages.skip(paragraph.tone == Tone::note ? 2 : 0);
      m_pages.paragraph({{plain(paragraph.text)}},
                        paragraph.tone == Tone::lead ? TypeStyle{.ink = k_muted_ink} : k_small);
    }
    m_pages.skip(2);
  }

  void operator()(const List& list) {
    for (const Text& entry : list.entries) {
      m_pages.need(14);
      const SetParagraph bullet(m_pages.context(), {{"•"}}, {}, 20);
      m_pages.draw(bullet.lines().front(), Pages::k_left, m_pages.y(), k_ink);
      m_pages.paragraph(entry, {.indent = 11});
      m_pages.skip(2);
    }
  }

  void operator()(const report::Quotation& quotation) {
    m_pages.skip(2);
    m_pages.paragraph(quotation.text, {.size = 9, .indent = 14, .rule = true});
    if (!quotation.origin.empty()) {
      m_pages.paragraph({{quotation.origin}}, {.size = 7.8, .ink = k_muted_ink, .indent = 14, .rule = true});
    }
    m_pages.skip(3);
  }

  void operator()(const Table& table) {
    m_pages.skip(4);
    const std::vector<double> widths = widths_of(table);
    head(table, widths);
    for (const std::vector<Text>& cells : table.rows) {
      constexpr double k_note = 18;  // the last row takes along what is said of those left out
      row(table, cells, widths, &cells == &table.rows.back() ? k_note : 0);
    }
    m_pages.skip(4);
  }

  void operator()(const PictureBlock& /*picture*/) {
    if (m_drawing) m_pages.picture(*m_drawing, k_picture_heading);
    m_pages.skip(4);
  }

 private:
  std::vector<double> widths_of(const Table& table) const {
    double sum = 0;
    for (const Column& column : table.columns) sum += column.width;
    const double room = m_pages.text_width() - k_cell_gap * static_cast<double>(table.columns.size() - 1);
    std::vector<double> out;
    for (const Column& column : table.columns) out.push_back(room * column.width / sum);
    return out;
  }

  std::vector<SetParagraph> set_row(const Table& table, const std::vector<Text>& cells,
                                    const std::vector<double>& widths, TypeStyle style) const {
    std::vector<SetParagraph> out;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      style.align_right = table.columns[i].numeric;
      out.emplace_back(m_pages.context(), cells[i], style, widths[i]);
    }
    return out;
  }

  static double height_of(const std::vector<SetParagraph>& cells) {
    double out = 0;
    for (const SetParagraph& cell : cells) out = std::max(out, cell.height());
    return out;
  }

  void head(const Table& table, const std::vector<double>& widths) {
    std::vector<Text> titles;
    for (const Column& column : table.columns) titles.push_back({{column.title}});
    const std::vector<SetParagraph> cells = set_row(table, titles, widths, k_small);
    m_pages.need(height_of(cells) + 40);
    lines(cells, widths, k_muted_ink, nullptr);
    m_pages.skip(2);
    m_pages.rule(Pages::k_left, m_pages.y(), Pages::k_left + m_pages.text_width(), m_pages.y(), k_ink, 0.8);
    m_pages.skip(3);
  }

  void row(const Table& table, const std::vector<Text>& texts, const std::vector<double>& widths,
           double company) {
    const std::vector<SetParagraph> cells = set_row(table, texts, widths, k_cell);
    const double page_part = m_pages.text_height() / 2;  // a higher row is parted
    for (const double height = height_of(cells); m_pages.room() < height + company && height < page_part;) {
      m_pages.next_page();
      head(table, widths);
    }
    lines(cells, widths, k_ink, &table);
    m_pages.move(2);
    m_pages.rule(Pages::k_left, m_pages.y(), Pages::k_left + m_pages.text_width(), m_pages.y(), k_rule_ink,
                 0.5);
    m_pages.move(2);
  }

  /// The lines of the cells of a row; what has no room goes on on the next page, below the heads of `table`.
  void lines(const std::vector<SetParagraph>& cells, const std::vector<double>& widths, Ink ink,
             const Table* table) {
    std::vector<std::size_t> next(cells.size());
    for (;;) {
      double used = 0;
      bool done = true;
      double x = Pages::k_left;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        double y = 0;
        const std::vector<SetLine>& all = cells[i].lines();
        while (next[i] < all.size() && y + all[next[i]].height <= m_pages.room()) {
          m_pages.draw(all[next[i]], x, m_pages.y() + y, ink);
          y += all[next[i]++].height;
        }
        done = done && next[i] == all.size();
        used = std::max(used, y);
        x += widths[i] + k_cell_gap;
      }
      if (done || (used == 0 && m_pages.at_top())) {
        m_pages.move(used);
        return;
      }
      m_pages.next_page();
      if (table != nullptr) head(*table, widths);
    }
  }

  Pages& m_pages;
  const std::optional<Drawing>& m_drawing;
};

}  // namespace

std::string report_pdf(const Graph& graph, const ReportOptions& options) {
  const Report report = make_report(graph, options);
  const bool with_picture = options.picture != PicturePlace::none;
  const std::vector<Block> blocks = compose(report, with_picture);
  std::optional<Drawing> drawing;
  if (with_picture) drawing = report_drawing(graph, options);
  std::size_t page_count = 0;
  for (;;) {  // once to count the pages, once to write their number
    Pages pages(report.title, words_of(report.language).page, page_count);
    Typesetter typesetter(pages, drawing);
    typesetter.set(blocks);
    if (page_count == pages.count()) return pages.finish();
    page_count = pages.count();
  }
}

}  // namespace relgraph
