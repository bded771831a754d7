// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "read.hpp"

using namespace relgraph;
namespace fs = std::filesystem;

namespace {

/// A PDF of two pages with one line each; no cross-reference table, which readers rebuild.
std::string small_pdf() {
  const auto page = [](const std::string& line) {
    const std::string stream = "BT /F1 12 Tf 72 720 Td (" + line + ") Tj ET";
    return "<< /Length " + std::to_string(stream.size()) + " >>\nstream\n" + stream + "\nendstream\nendobj\n";
  };
  return "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
         "2 0 obj\n<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 >>\nendobj\n"
         "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font "
         "<< /F1 7 0 R >> >> >>\nendobj\n"
         "4 0 obj\n" +
         page("Corvane bought Brightmere.") +
         "5 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 6 0 R /Resources << /Font "
         "<< /F1 7 0 R >> >> >>\nendobj\n"
         "6 0 obj\n" +
         page("Ashgrove opposes it.") +
         "7 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\ntrailer\n<< /Root 1 0 R "
         ">>\n%%EOF\n";
}

}  // namespace

TEST_CASE("pdf: text with its pages, through pdftotext", "[reading]") {
  if (std::system("command -v pdftotext >/dev/null 2>&1") != 0) {
    WARN("skipped: pdftotext is not installed");
    return;
  }
  const fs::path path =
      fs::temp_directory_path() / ("relgraph-" + std::to_string(::getpid()) + " 'a; b'.pdf");
  std::ofstream(path, std::ios::binary) << small_pdf();
  Diagnostics diagnostics;
  const auto documents = read_documents(path.string(), {}, diagnostics);
  REQUIRE(documents.size() == 1);
  CHECK(documents[0].text == "Corvane bought Brightmere.\n\nAshgrove opposes it.");
  REQUIRE(documents[0].origins.size() == 2);
  CHECK(documents[0].origins[1].page == 2);
  std::ofstream(path, std::ios::binary) << "%PDF-1.4\nnothing in it";
  CHECK_THROWS_AS(read_documents(path.string(), {}, diagnostics), Error);
  fs::remove(path);
  CHECK_THROWS_AS(read_one(small_pdf(), "-"), Error);
}
