// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "documents.hpp"

using namespace relgraph;
using namespace relgraph::test;

TEST_CASE("conllu: what is written is read back with the same words and sentences", "[language]") {
  const Analysed a = analysed("Angela Merkel (CDU) kam. Am 22. Januar ging sie „heim“.\n\nEnde gut.", "de");
  const GoldInput gold = from_conllu(to_conllu(a.document, a.analysis), "test.conllu");
  REQUIRE(gold.analysis.sentences.size() == a.analysis.sentences.size());
  REQUIRE(gold.analysis.tokens.size() == a.analysis.tokens.size());
  for (std::size_t i = 0; i < gold.analysis.tokens.size(); ++i) {
    CHECK(gold.analysis.tokens[i].span.of(gold.document.text) ==
          a.analysis.tokens[i].span.of(a.document.text));
  }
  CHECK(gold.document.id == "test");
  CHECK(gold.analysis.language == "de");
  CHECK(sentences_of({gold.document, gold.analysis, {}}) == sentences_of(a));
}

TEST_CASE("conllu: names and offsets stand in MISC", "[language]") {
  const std::string text =
      to_conllu(analysed("Angela Merkel kam.", "de").document, analysed("Angela Merkel kam.", "de").analysis);
  CHECK_THAT(text, Catch::Contains("1\tAngela\tAngela\tPROPN\t_\t"));
  CHECK_THAT(text, Catch::Contains("\t_\tName=B-person|TokenRange=0:6\n"));
  CHECK_THAT(text, Catch::Contains("\t_\tName=I-person|TokenRange=7:13\n"));
  CHECK_THAT(text, Catch::Contains("3\tkam\tkommen\tVERB\t_\t"));
  CHECK_THAT(text, Catch::Contains("\t0\troot\t_\tSpaceAfter=No|TokenRange=14:17\n"));
}

TEST_CASE("conllu: tags, trees, multiword tokens and empty nodes of a treebank", "[language]") {
  const GoldInput gold = from_conllu(
      "# newdoc id = a\n# language = de\n1\tMerkel\tMerkel\tPROPN\tNE\tCase=Nom\t2\tnsubj\t_\t_\n"
      "2\tkam\tkommen\tVERB\tV\t_\t0\troot\t_\tSpaceAfter=No\n3\t.\t.\tPUNCT\t$.\t_\t2\tpunct\t_\t_\n\n"
      "1-2\tzum\t_\t_\t_\t_\t_\t_\t_\t_\n1\tzu\tzu\tADP\t_\t_\t3\tcase\t_\t_\n2\tdem\tder\tDET\t_\t_"
      "\t3\tdet\t_\t_\n"
      "2.1\tleer\t_\t_\t_\t_\t_\t_\t_\t_\n3\tHaus\tHaus\tNOUN\t_\t_\t0\troot\t_\t_\n\n",
      "a.conllu");
  CHECK(gold.document.text == "Merkel kam.\nzum Haus\n");
  REQUIRE(gold.analysis.tokens.size() == 6);
  CHECK(gold.analysis.tokens[0].head == 1);
  CHECK(gold.analysis.tokens[1].head == 1);
  CHECK(gold.analysis.tokens[0].deprel == "nsubj");
  CHECK(gold.analysis.tokens[0].feats == "Case=Nom");
  CHECK(gold.analysis.tokens[3].form == "zu");
  CHECK(gold.analysis.tokens[4].form == "dem");
  CHECK(gold.analysis.tokens[3].span == gold.analysis.tokens[4].span);
  CHECK(gold.analysis.tokens[3].head == 2);
  CHECK(gold.analysis.tokens[5].lemma == "Haus");
  CHECK(gold.analysis.tokens[5].head == 2);
  const std::string again = to_conllu(gold.document, gold.analysis);
  CHECK_THAT(again, Catch::Contains("1-2\tzum\t_\t_\t_\t_\t_\t_\t_\t_\n1\tzu\tzu\tADP\t"));
}

TEST_CASE("conllu: errors name file and line", "[language]") {
  const auto [text, line] = GENERATE(table<std::string, std::size_t>({
      {"1\tfoo\n", 1},
      {"# ok\n\nx\ta\t_\t_\t_\t_\t_\t_\t_\t_\n", 3},
      {"0\ta\t_\t_\t_\t_\t_\t_\t_\t_\n", 1},
      {"3-1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n", 1},
      {"1\t\t_\t_\t_\t_\t_\t_\t_\t_\n", 1},
      {"1\ta\t_\t_\t_\t_\t_\t_\t_\t_\t_\n", 1},
      {"# only a comment\n", 1},
      {"\xFF\xFE\n", 1},
  }));
  CAPTURE(text);
  try {
    (void)from_conllu(text, "bad.conllu");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::input);
    CHECK(error.where().file == "bad.conllu");
    CHECK(error.where().line == line);
  }
}

TEST_CASE("conllu: heads that point nowhere are unknown", "[language]") {
  const GoldInput gold =
      from_conllu("1\ta\t_\t_\t_\t_\t99\tx\t_\t_\n2\tb\t_\t_\t_\t_\t18446744073709551616\tx\t_\t_\n", "a");
  CHECK(gold.analysis.tokens[0].head == -1);
  CHECK(gold.analysis.tokens[1].head == -1);
}

TEST_CASE("conllu: the words of an English contraction have places of their own", "[language]") {
  const GoldInput gold = from_conllu(
      "# language = en\n1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tdo\tdo\tAUX\t_\t_\t0\troot\t_\t_\n"
      "2\tn't\tnot\tPART\t_\t_\t1\tadvmod\t_\t_\n3\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_\n\n",
      "a.conllu");
  CHECK(gold.document.text == "don't.\n");
  REQUIRE(gold.analysis.tokens.size() == 3);
  CHECK(gold.analysis.tokens[0].span == Span{0, 2});
  CHECK(gold.analysis.tokens[1].span == Span{2, 5});
  CHECK(gold.analysis.tokens[1].form.empty());
}

TEST_CASE("conllu: words that do not spell their contraction share its span, however many", "[language]") {
  std::string text = "1-3\tab\t_\t_\t_\t_\t_\t_\t_\t_\n";
  for (const char* row : {"1\ta", "2\tx", "3\tb"}) text += std::string(row) + "\t_\t_\t_\t_\t_\t_\t_\t_\n";
  const GoldInput gold = from_conllu(text, "a.conllu");
  REQUIRE(gold.analysis.tokens.size() == 3);
  for (const Token& token : gold.analysis.tokens) CHECK(token.span == Span{0, 2});
  CHECK(gold.analysis.tokens[1].word(gold.document.text) == "x");
}
