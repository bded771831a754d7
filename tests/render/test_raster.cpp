// SPDX-License-Identifier: Apache-2.0
// PNG and PDF: sizes, limits, metadata, links, the same bytes twice. tests/cli/test_pictures.sh looks at
// their text with the tools of poppler.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <thread>
#include <vector>

#include "fixtures.hpp"
#include "relgraph/render.hpp"

using namespace relgraph;

namespace {

std::uint32_t big_endian(const std::string& bytes, std::size_t at) {
  std::uint32_t out = 0;
  for (std::size_t i = at; i < at + 4; ++i) out = out << 8U | static_cast<unsigned char>(bytes.at(i));
  return out;
}

/// Names of the chunks of a PNG, which must be whole.
std::vector<std::string> chunks(const std::string& png) {
  REQUIRE(png.substr(0, 8) == "\x89PNG\r\n\x1a\n");
  std::vector<std::string> out;
  std::size_t at = 8;
  while (at < png.size()) {
    out.push_back(png.substr(at + 4, 4));
    at += big_endian(png, at) + 12;
  }
  CHECK(at == png.size());
  return out;
}

Drawing square(const std::string& body, double side = 100) {
  Drawing out;
  out.width = out.height = side;
  out.title = "A square";
  const std::string size = std::to_string(static_cast<int>(side));
  out.svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"" +
      size + "\" height=\"" + size + "\" viewBox=\"0 0 " + size + " " + size +
      "\" font-family=\"Liberation Sans\" font-size=\"12\">" + body + "</svg>";
  return out;
}

template <typename Call>
Error error_of(const Call& call) {
  try {
    (void)call();
  } catch (const Error& error) {
    return error;
  }
  FAIL("no error");
  throw std::logic_error("unreachable");
}

}  // namespace

TEST_CASE("png: as many pixels as the resolution says, and its density in the file") {
  const Drawing drawing = draw(fixtures::quarrel(), {});
  for (const double dpi : {96.0, 192.0, 300.0}) {
    const std::string png = to_png(drawing, dpi);
    CHECK(big_endian(png, 16) == std::lround(drawing.width * dpi / 96));
    CHECK(big_endian(png, 20) == std::lround(drawing.height * dpi / 96));
    const auto names = chunks(png);
    REQUIRE(names.size() >= 4);
    CHECK(names[0] == "IHDR");
    CHECK(names[1] == "pHYs");
    CHECK(names.back() == "IEND");
    CHECK(big_endian(png, 41) == std::lround(dpi / 0.0254));
  }
}

TEST_CASE("png: a width on the page decides about its pixels") {
  const std::string png = to_png(fixtures::quarrel(), {.width = Length{85, LengthUnit::mm}, .dpi = 254});
  CHECK(big_endian(png, 16) == 850);
}

TEST_CASE("png and pdf: the same bytes twice and in threads, others for another theme") {
  const Drawing drawing = draw(fixtures::quarrel(), {});
  const std::string png = to_png(drawing, 96);
  const std::string pdf = to_pdf(drawing);
  CHECK(to_png(drawing, 96) == png);
  CHECK(to_pdf(drawing) == pdf);
  std::string in_thread[2];
  std::thread a([&] { in_thread[0] = to_png(drawing, 96); });
  std::thread b([&] { in_thread[1] = to_pdf(drawing); });
  a.join();
  b.join();
  CHECK(in_thread[0] == png);
  CHECK(in_thread[1] == pdf);
  CHECK(to_png(fixtures::quarrel(), {.theme = "mono", .dpi = 96}) != png);
}

TEST_CASE("png: too many pixels are a wrong call that says what would fit") {
  const Drawing drawing = draw(fixtures::quarrel(), {.width = Length{200, LengthUnit::in}});
  const Error error = error_of([&] { return to_png(drawing, 192); });
  CHECK(error.code() == ErrorCode::usage);
  CHECK(error.message().find("38400 x ") != std::string::npos);
  const std::size_t at = error.hint().find("--dpi ");
  REQUIRE(at != std::string::npos);
  const double advised = std::stod(error.hint().substr(at + 6));
  CHECK(advised >= 10);
  CHECK(drawing.width * drawing.scale / 96 * advised <= 20000);
  CHECK(error_of([&] { return to_png(square(""), 0); }).code() == ErrorCode::usage);
  CHECK(error_of([&] { return to_png(square(""), 1e9); }).code() == ErrorCode::usage);
  CHECK(error_of([&] { return to_png(square(""), std::nan("")); }).code() == ErrorCode::usage);
}

TEST_CASE("pdf: one page of the size of the picture, with title and without a date") {
  const Drawing drawing = draw(fixtures::quarrel(), {.width = Length{170, LengthUnit::mm}});
  const std::string pdf = to_pdf(drawing);
  CHECK(pdf.starts_with("%PDF-1.5"));
  CHECK(pdf.find("Date") == std::string::npos);
  CHECK(pdf.find("/Creator (relgraph)") != std::string::npos);
  CHECK(pdf.find("/Title (A quarrel)") != std::string::npos);
  Drawing tall = drawing;
  tall.height = 1e6;
  CHECK(error_of([&] { return to_pdf(tall); }).code() == ErrorCode::usage);
}

TEST_CASE("pdf: any title is a title") {
  for (const std::string& title : {std::string("nul\0x", 5), std::string("\xEF\xBF\xBE \xFF"),
                                   std::string("\u202E(x) \\"), std::string(10000, 'x')}) {
    CHECK(to_pdf(fixtures::quarrel(), {.title = title}).starts_with("%PDF"));
  }
}

TEST_CASE("svg: a relation without a name, and nothing but blanks, is drawn") {
  Graph graph = fixtures::quarrel();
  graph.edges[6].type = std::string(10000, ' ');
  for (Node& node : graph.nodes) node.label = node.id = "  ";
  CHECK(to_svg(graph, {}).find(">?<") != std::string::npos);
}

TEST_CASE("pdf: links are kept") {
  const std::string body =
      "<a xlink:href=\"https://example.org/p?a=1&amp;b=2\"><text x=\"5\" y=\"50\">here</text></a>";
  CHECK(to_pdf(square(body)).find("/URI (https://example.org/p?a=1&b=2)") != std::string::npos);
  CHECK(to_pdf(square("<text x=\"5\" y=\"50\">here</text>")).find("/URI") == std::string::npos);
}

TEST_CASE("png: what is no SVG is an error, not a picture") {
  Drawing drawing = square("");
  drawing.svg = "<svg";
  CHECK(error_of([&] { return to_png(drawing, 96); }).code() == ErrorCode::internal);
  CHECK(error_of([&] { return to_pdf(drawing); }).code() == ErrorCode::internal);
}

TEST_CASE("png: nothing outside the picture is loaded") {
  const Drawing plain = square("");
  const Drawing sly = square("<image width=\"100\" height=\"100\" xlink:href=\"" RELGRAPH_SOURCE_DIR
                             "/graphs/merger/diagram.svg\"/>");
  CHECK(to_png(sly, 96) == to_png(plain, 96));
}

TEST_CASE("width: the attributes of the SVG change, its coordinates do not") {
  const std::string plain = to_svg(fixtures::quarrel(), {.id_prefix = "p"});
  const std::string sized =
      to_svg(fixtures::quarrel(), {.id_prefix = "p", .width = Length{85, LengthUnit::mm}});
  CHECK(sized.find(" width=\"85mm\" height=\"") != std::string::npos);
  CHECK(sized.substr(sized.find(" viewBox")) == plain.substr(plain.find(" viewBox")));
  const Drawing drawing = draw(fixtures::quarrel(), {.width = Length{2, LengthUnit::in}});
  CHECK(drawing.scale * drawing.width == Approx(192));
  const std::size_t at = drawing.svg.find("height=\"") + 8;
  CHECK(std::stod(drawing.svg.substr(at)) == Approx(2 * drawing.height / drawing.width).margin(0.001));
}

TEST_CASE("width: says when text gets too small, and refuses what is no page") {
  CHECK(draw(fixtures::quarrel(), {}).findings.entries.empty());
  const Drawing small = draw(fixtures::quarrel(), {.width = Length{40, LengthUnit::mm}});
  REQUIRE(small.findings.entries.size() == 1);
  const double size = 7.5 * small.scale;
  REQUIRE(size < 5);
  const std::string& message = small.findings.entries[0].message;
  CHECK(std::stod(message.substr(message.find("be ") + 3)) == Approx(size).margin(0.051));
  for (const double inches : {0.0, 0.1, 201.0}) {
    const RenderOptions options{.width = Length{inches, LengthUnit::in}};
    CHECK(error_of([&] { return to_svg(fixtures::quarrel(), options); }).code() == ErrorCode::usage);
  }
}

TEST_CASE("length: units and what is none") {
  const auto px = [](std::string_view text) { return parse_length(text).value().px(); };
  CHECK(px("600px") == 600);
  CHECK(px("600") == 600);
  CHECK(px("72pt") == Approx(96));
  CHECK(px("25.4mm") == Approx(96));
  CHECK(px("2.54 cm") == Approx(96));
  CHECK(px("1in") == 96);
  for (const std::string_view text :
       {"", "mm", "-1mm", "85MM", "85 mm ", "1e3mm", "inf", "nan", "8,5cm", "85em", "85  mm", "0x10", "-0"}) {
    INFO(text);
    CHECK_FALSE(parse_length(text).has_value());
  }
  CHECK(to_string(Length{85, LengthUnit::mm}) == "85mm");
  CHECK(to_string(Length{1.0 / 3, LengthUnit::in}) == "0.333in");
  CHECK(to_string(Length{1000, LengthUnit::px}) == "1000px");
}

TEST_CASE("pictures: hundreds in one process do not make it grow", "[growth]") {
  const auto resident = [] {
    std::ifstream status("/proc/self/statm");
    std::size_t all = 0;
    std::size_t pages = 0;
    status >> all >> pages;
    return pages * 4096;
  };
  const Graph graph = fixtures::quarrel();
  const auto round = [&](int count) {
    for (int i = 0; i < count; ++i) {
      const Drawing drawing = draw(graph, {.theme = "print"});
      if (i % 10 == 0) (void)to_png(drawing, 48);
      if (i % 10 == 5) (void)to_pdf(drawing);
    }
  };
  round(100);  // what libraries keep once
  const std::size_t before = resident();
  round(1000);
  const std::size_t after = resident();
  INFO("grown by " << (after > before ? (after - before) / 1024 : 0) << " kB");
#if defined(__SANITIZE_ADDRESS__)
  constexpr std::size_t k_noise = std::size_t{300} << 20U;  // freed memory waits in quarantine
#else
  constexpr std::size_t k_noise = std::size_t{4} << 20U;
#endif
  CHECK(after < before + k_noise);
}
