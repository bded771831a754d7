// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "documents.hpp"

using namespace relgraph;
using namespace relgraph::test;

namespace {

std::string part(const Analysed& a, const std::optional<Span>& span) {
  return span ? std::string(span->of(a.document.text)) : std::string();
}

}  // namespace

TEST_CASE("quotations: cue and speaker before and behind, any marks", "[language]") {
  const auto [language, text, quote, cue,
              speaker] = GENERATE(table<std::string, std::string, std::string, std::string, std::string>({
      {"de", "„Wir gehen heute noch nach Hause“, sagte Angela Merkel.", "Wir gehen heute noch nach Hause",
       "sagte", "Angela Merkel"},
      {"de", "Angela Merkel erklärte: »Das wird nicht so bleiben.«", "Das wird nicht so bleiben.", "erklärte",
       "Angela Merkel"},
      {"de", "\"Das wird sehr teuer\", warnte Olaf Scholz.", "Das wird sehr teuer", "warnte", "Olaf Scholz"},
      {"en", "“We will not pay for this,” said Tim Cook.", "We will not pay for this,", "said", "Tim Cook"},
      {"en", "Tim Cook said: \"We will not pay.", "We will not pay.", "said", "Tim Cook"},
  }));
  CAPTURE(text);
  const Analysed a = analysed(text, language);
  REQUIRE(a.analysis.quotations.size() == 1);
  const Quotation& found = a.analysis.quotations[0];
  CHECK(found.kind == QuotationKind::direct);
  CHECK(found.span.of(a.document.text) == quote);
  CHECK(part(a, found.cue) == cue);
  CHECK(part(a, found.speaker) == speaker);
}

TEST_CASE("quotations: a quoted term is no speech, an unclosed one ends with its sentence", "[language]") {
  CHECK(analysed("Das Programm „Green Deal“ läuft.", "de").analysis.quotations.empty());
  const Analysed a = analysed("Er rief: „Ich gehe jetzt heim. Dann ging er. Alles war ruhig.", "de");
  REQUIRE(a.analysis.quotations.size() == 1);
  CHECK(a.analysis.quotations[0].span.of(a.document.text) == "Ich gehe jetzt heim.");
}

TEST_CASE("quotations: posts get the speaker and date of their signature", "[language]") {
  const Analysed a = analysed(
      "Altman antwortete auf die Kritik.\n\nFalsch, wie Sie wissen.\n\nMöchten Sie die Baustelle "
      "besichtigen?\n\n"
      "– Sam Altman (@sama) 22. Januar 2025\n\nMusk schwieg dazu.",
      "de");
  REQUIRE(a.analysis.quotations.size() == 1);
  const Quotation& post = a.analysis.quotations[0];
  CHECK(post.kind == QuotationKind::post);
  CHECK(post.span.of(a.document.text) == "Falsch, wie Sie wissen.\n\nMöchten Sie die Baustelle besichtigen?");
  CHECK(part(a, post.speaker) == "Sam Altman");
  CHECK(post.date == "2025-01-22");
}

TEST_CASE("quotations: a signature without a post above it is none", "[language]") {
  CHECK(analysed("— Sam Altman (@sama) January 22, 2025", "en").analysis.quotations.empty());
}

TEST_CASE("quotations: indirect speech by verbs, sources and the subjunctive", "[language]") {
  struct Row {
    std::string language, text, quote, speaker;
  };
  const Row row = GENERATE(values<Row>({
      {"de", "Angela Merkel sagte, dass sie nicht kommen werde.", "dass sie nicht kommen werde",
       "Angela Merkel"},
      {"de", "Das Urteil sei falsch, sagte der Anwalt.", "Das Urteil sei falsch", "der Anwalt"},
      {"de", "Nach Angaben der Polizei wurden drei Menschen verletzt.", "wurden drei Menschen verletzt",
       "Angaben der Polizei"},
      {"de", "Laut Siemens steigt der Umsatz.", "steigt der Umsatz", "Siemens"},
      {"de", "Der Bau werde teurer, so der Minister.", "Der Bau werde teurer", "der Minister"},
      {"en", "Tim Cook said that Apple would not pay.", "that Apple would not pay", "Tim Cook"},
      {"en", "According to the police, three people were injured.", "three people were injured",
       "the police"},
  }));
  CAPTURE(row.text);
  const Analysed a = analysed(row.text, row.language);
  REQUIRE(a.analysis.quotations.size() == 1);
  const Quotation& found = a.analysis.quotations[0];
  CHECK(found.kind == QuotationKind::indirect);
  CHECK(found.span.of(a.document.text) == row.quote);
  CHECK(part(a, found.speaker) == row.speaker);
}

TEST_CASE("quotations: reported speech goes on in the subjunctive", "[language]") {
  const Analysed a = analysed(
      "Angela Merkel sagte, sie werde nicht kommen. Das sei ausgeschlossen. Danach regnete es.", "de");
  REQUIRE(a.analysis.quotations.size() == 2);
  CHECK(a.analysis.quotations[1].span.of(a.document.text) == "Das sei ausgeschlossen.");
  CHECK(part(a, a.analysis.quotations[1].speaker) == "Angela Merkel");
}
