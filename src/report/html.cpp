// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string>
#include <string_view>

#include "base/embedded.hpp"
#include "relgraph/render.hpp"
#include "report/blocks.hpp"
#include "report/picture.hpp"
#include "report/sections.hpp"
#include "report/words.hpp"

namespace relgraph {

namespace {

using namespace report;

/// Escapes clean text for elements and attributes.
void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
}

struct Tag {
  std::string_view open;
  std::string_view close;
};

Tag tag_of(Style style) {
  switch (style) {
    case Style::strong: return {"<strong>", "</strong>"};
    case Style::trigger: return {"<em>", "</em>"};
    case Style::muted: return {"<span class=\"muted\">", "</span>"};
    case Style::friendly: return {"<span class=\"friendly\">", "</span>"};
    case Style::hostile: return {"<span class=\"hostile\">", "</span>"};
    case Style::plain: break;
  }
  return {};
}

/// Writes one block after the other into the body.
class Writer {
 public:
  explicit Writer(std::string_view picture) : m_picture(picture) {}

  void operator()(const Heading& heading) {
    if (heading.level == 2) close_section();
    if (heading.level == 2) {
      m_out += "<section";
      if (!heading.anchor.empty()) m_out.append(" id=\"").append(heading.anchor).append("\"");
      m_out += ">\n";
      m_in_section = true;
    }
    const std::string name = "h" + std::to_string(heading.level);
    element(name, {{heading.text}});
  }

  void operator()(const Paragraph& paragraph) {
    const std::string_view extra = paragraph.tone == Tone::lead   ? " class=\"lead\""
                                   : paragraph.tone == Tone::note ? " class=\"note\""
                                                                  : "";
    const bool note = paragraph.tone == Tone::note;  // its class says it already
    element("p", note ? Text{{plain(paragraph.text)}} : paragraph.text, extra);
  }

  void operator()(const List& list) {
    m_out += "<ul>\n";
    for (const Text& entry : list.entries) element("li", entry);
    m_out += "</ul>\n";
  }

  void operator()(const report::Quotation& quotation) {
    m_out += "<blockquote>\n";
    element("p", quotation.text);
    if (!quotation.origin.empty()) {
      m_out += "<footer><cite>";
      append_escaped(m_out, quotation.origin);
      m_out += "</cite></footer>\n";
    }
    m_out += "</blockquote>\n";
  }

  void operator()(const Table& table) {
    m_out += "<div class=\"table\"><table>\n<caption>";
    append_escaped(m_out, table.caption);
    m_out += "</caption>\n<thead><tr>";
    for (const Column& column : table.columns) {
      m_out += column.numeric ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">";
      append_escaped(m_out, column.title);
      m_out += "</th>";
    }
    m_out += "</tr></thead>\n<tbody>\n";
    for (const std::vector<Text>& row : table.rows) {
      m_out += "<tr>";
      for (std::size_t i = 0; i < row.size(); ++i) {
        const bool heading = i == 0;
        m_out += heading ? "<th scope=\"row\">" : table.columns[i].numeric ? "<td class=\"number\">" : "<td>";
        append_text(row[i]);
        m_out += heading ? "</th>" : "</td>";
      }
      m_out += "</tr>\n";
    }
    m_out += "</tbody>\n</table></div>\n";
  }

  void operator()(const PictureBlock& picture) {
    m_out += "<figure>\n";
    if (m_picture.starts_with("<svg")) {
      m_out += m_picture;
    } else {
      m_out += "<img src=\"";
      append_escaped(m_out, m_picture);
      m_out += "\" alt=\"";
      append_escaped(m_out, picture.alternative);
      m_out += "\"/>\n";
    }
    m_out += "</figure>\n";
  }

  std::string take() {
    close_section();
    return std::move(m_out);
  }

 private:
  void close_section() {
    if (m_in_section) m_out += "</section>\n";
    m_in_section = false;
  }

  void append_text(const Text& text) {
    for (const Run& run : text) {
      const Tag tag = tag_of(run.style);
      m_out += tag.open;
      append_escaped(m_out, run.text);
      m_out += tag.close;
    }
  }

  void element(std::string_view name, const Text& text, std::string_view extra = {}) {
    m_out.append("<").append(name).append(extra).append(">");
    append_text(text);
    m_out.append("</").append(name).append(">\n");
  }

  std::string_view m_picture;
  std::string m_out;
  bool m_in_section = false;
};

/// Links to the sections.
void append_contents(std::string& out, const std::vector<Block>& blocks, std::string_view title) {
  out.append("<nav aria-label=\"").append(title).append("\">\n<ul>\n");
  for (const Block& block : blocks) {
    const auto* heading = std::get_if<Heading>(&block);
    if (heading == nullptr || heading->anchor.empty()) continue;
    out.append("<li><a href=\"#").append(heading->anchor).append("\">");
    append_escaped(out, heading->text);
    out += "</a></li>\n";
  }
  out += "</ul>\n</nav>\n";
}

}  // namespace

std::string report_html(const Graph& graph, const ReportOptions& options) {
  const Report report = make_report(graph, options);
  const std::string picture = options.picture == PicturePlace::beside    ? url_of_file(options.picture_file)
                              : options.picture == PicturePlace::inlined ? report_picture(graph, options)
                                                                         : "";
  Writer writer(picture);
  const std::vector<Block> blocks = compose(report, options.picture != PicturePlace::none);
  for (const Block& block : blocks) std::visit(writer, block);
  std::string out = "<!DOCTYPE html>\n<html lang=\"" + report.language +
                    "\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                    "'unsafe-inline'; img-src data:";
  if (options.picture == PicturePlace::beside) out += " 'self' file:";
  out +=
      "; base-uri 'none'; form-action 'none'\"/>\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
      "<meta name=\"color-scheme\" content=\"light dark\"/>\n<meta name=\"generator\" "
      "content=\"relgraph\"/>\n<title>";
  append_escaped(out, report.title);
  out += "</title>\n<style>\n";
  out += embedded_file("report/report.css");
  out += "</style>\n</head>\n<body>\n";
  append_contents(out, blocks, words_of(report.language).contents);
  out += "<main>\n";
  out += writer.take();
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace relgraph
