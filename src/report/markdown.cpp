// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "relgraph/report.hpp"
#include "report/blocks.hpp"
#include "report/markdown_text.hpp"
#include "report/picture.hpp"
#include "report/sections.hpp"

namespace relgraph {

namespace {

using namespace report;

/// Writes blocks with an empty line between them.
class Writer {
 public:
  explicit Writer(std::string_view picture) : m_picture(picture) {}

  void operator()(const Heading& heading) {
    m_out.append(static_cast<std::size_t>(heading.level), '#');
    line(" " + markdown({{heading.text}}));
  }

  void operator()(const Paragraph& paragraph) { line(markdown(paragraph.text)); }

  void operator()(const List& list) {
    for (const Text& entry : list.entries) m_out += "- " + markdown(entry) + "\n";
    m_out += '\n';
  }

  void operator()(const report::Quotation& quotation) {
    m_out += "> " + markdown(quotation.text) + "\n";
    if (!quotation.origin.empty()) {
      m_out += ">\n> — ";
      append_markdown(m_out, quotation.origin, false);
      m_out += '\n';
    }
    m_out += '\n';
  }

  void operator()(const Table& table) {
    for (const Column& column : table.columns) m_out += "| " + markdown({{column.title}}) + " ";
    m_out += "|\n";
    for (const Column& column : table.columns) m_out += column.numeric ? "| ---: " : "| --- ";
    m_out += "|\n";
    for (const std::vector<Text>& row : table.rows) {
      for (const Text& cell : row) m_out += "| " + markdown(cell) + " ";
      m_out += "|\n";
    }
    m_out += '\n';
  }

  void operator()(const PictureBlock& picture) {
    if (m_picture.starts_with("<svg")) {
      m_out.append(m_picture).append("\n");
      return;
    }
    m_out += "![";
    append_markdown(m_out, picture.alternative, false);
    line("](" + std::string(m_picture) + ")");
  }

  std::string take() {
    m_out.pop_back();  // the empty line after the last block
    return std::move(m_out);
  }

 private:
  void line(const std::string& text) { m_out.append(text).append("\n\n"); }

  std::string_view m_picture;
  std::string m_out;
};

}  // namespace

std::string report_markdown(const Graph& graph, const ReportOptions& options) {
  const Report report = make_report(graph, options);
  const std::string picture = options.picture == PicturePlace::beside    ? url_of_file(options.picture_file)
                              : options.picture == PicturePlace::inlined ? report_picture(graph, options)
                                                                         : "";
  Writer writer(picture);
  for (const Block& block : compose(report, options.picture != PicturePlace::none)) std::visit(writer, block);
  return writer.take();
}

}  // namespace relgraph
