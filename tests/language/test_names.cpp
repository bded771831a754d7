// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "documents.hpp"

using namespace relgraph;
using namespace relgraph::test;
using Strings = std::vector<std::string>;

TEST_CASE("names: people, organisations and places", "[language]") {
  const auto [language, text, names] = GENERATE(table<std::string, std::string, Strings>({
      {"de",
       "Bundeskanzlerin Angela Merkel traf in Paris den Präsidenten Emmanuel Macron.",
       {"person:Angela Merkel", "place:Paris", "person:Emmanuel Macron"}},
      {"de",
       "Die Deutsche Bank und die Europäische Zentralbank warnten die Bundesregierung.",
       {"organization:Deutsche Bank", "organization:Europäische Zentralbank",
        "organization:Bundesregierung"}},
      {"de", "Das Landgericht Bremen verurteilte den Mann.", {"organization:Landgericht Bremen"}},
      {"de", "Die Kritik an der Reform wächst.", {}},
      {"de", "Gestern wurde im Haus über die Wirtschaft und das Wetter gesprochen.", {}},
      {"en",
       "Prime Minister Boris Johnson met Apple Inc. in the United Kingdom.",
       {"person:Boris Johnson", "organization:Apple Inc.", "place:United Kingdom"}},
      {"en", "The Department of Justice sued on Monday.", {"organization:Department of Justice"}},
      {"en", "However, nothing happened in March.", {}},
  }));
  CAPTURE(text);
  CHECK(names_of(analysed(text, language)) == names);
}

TEST_CASE("names: the naming part of compounds", "[language]") {
  CHECK(names_of(analysed("Der Tesla-Chef kam nicht, sagte der SPD-Politiker.", "de")) ==
        Strings{"organization:Tesla", "organization:SPD"});
  CHECK(names_of(analysed("Das ist eine KI-Initiative und ein Auto-Gipfel.", "de")).empty());
}

TEST_CASE("names: particles, initials and Arabic articles", "[language]") {
  CHECK(names_of(analysed("Gestern sprach Ursula von der Leyen.", "de")) ==
        Strings{"person:Ursula von der Leyen"});
  CHECK(names_of(analysed("He met Robert F. Kennedy and Bashar al-Assad.", "en")) ==
        Strings{"person:Robert F. Kennedy", "person:Bashar al-Assad"});
}

TEST_CASE("names: handles are names, bodies of which there is one as well", "[language]") {
  CHECK(names_of(analysed("So schrieb es @relgraph der Bundesregierung.", "de")) ==
        Strings{"unknown:@relgraph", "organization:Bundesregierung"});
}

TEST_CASE("names: hostile text keeps its offsets", "[language]") {
  const std::string text = GENERATE(
      std::string("🇺🇸🙂👩‍👩‍👧 Elon Musk 🚀 sagte 🇩🇪 Nein."),
      std::string("!!! ??? ... „“”\" «» ()[]"), std::string(1'000'000, 'A'), std::string("A-B-C-D-E--F-"),
      std::string("’s 's ' s @ # @@a ##b http:// www."), std::string("Dr. Dr. Dr. Z. B. Inc."),
      std::string("\u00AD\u200B\u202Ea\u0301 \u0301"), std::string("§ 5 Abs. 2 S. 1 GG i. V. m. Art. 3"),
      std::string("ELON MUSK KRITISIERT SAM ALTMAN."), std::string("a\n\nb\n\n\n\nc"),
      std::string("&&& A&B & Söhne &"));
  CAPTURE(text.substr(0, 60));
  check_offsets(analysed(text, "de"));
  check_offsets(analysed(text, "en"));
}
