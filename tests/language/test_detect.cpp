// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "relgraph/language.hpp"

using relgraph::detect_language;

TEST_CASE("detect: German and English, also short, shouted and full of names", "[language]") {
  const auto [text, language] = GENERATE(table<std::string, std::string>({
      {"Die Bundesregierung hat am Montag einen Entwurf vorgelegt, der nicht allen gefällt.", "de"},
      {"Musk kritisiert Altman und OpenAI", "de"},
      {"Der Kanzler Olaf Scholz kritisierte Friedrich Merz.", "de"},
      {"Microsoft kauft Activision", "de"},
      {"Angela Merkel lobt Olaf Scholz.", "de"},
      {"Oracle buys Sun", "en"},
      {"Elon Musk sues OpenAI.", "en"},
      {"DER VORSTAND WEIST DIE VORWÜRFE ZURÜCK UND WILL KLAGEN", "de"},
      {"Was war das für ein Spiel in Hamburg", "de"},
      {"Der Chef von Apple sagte: “This is the best phone”", "de"},
      {"The Senate passed the bill on Monday after a long debate.", "en"},
      {"TRUMP SAYS HE WILL NOT ATTEND THE DEBATE", "en"},
      {"Apple sues Samsung over the design of its phones", "en"},
  }));
  CAPTURE(text);
  CHECK(detect_language(text).language == language);
  CHECK(detect_language(text).confidence > 0.4);
}

TEST_CASE("detect: other languages and no text are neither", "[language]") {
  const std::string text = GENERATE(
      "Le président de la République a annoncé mardi que les négociations avec les syndicats sont terminées.",
      "El presidente del Gobierno ha anunciado este martes que las negociaciones con los sindicatos han "
      "terminado.",
      "Il presidente del Consiglio ha annunciato che le trattative con i sindacati sono finite.",
      "De minister-president heeft dinsdag gezegd dat de onderhandelingen met de vakbonden zijn afgelopen.",
      "Prezydent powiedział we wtorek, że rozmowy ze związkami zawodowymi już się skończyły.",
      "Statsministern sade på tisdagen att förhandlingarna med facket är avslutade och att det inte finns "
      "mer.",
      "O presidente anunciou que as negociações com os sindicatos terminaram, mas não há acordo.",
      "Президент заявил во вторник, что переговоры с профсоюзами завершены.", "总统星期二宣布谈判已经结束。",
      "", "   \n ", "12345 67,8 % --- !!!", "Macron rencontre Scholz à Paris", "Sánchez critica a Feijóo",
      "Rutte bezoekt Merkel in Berlijn",
      "Lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor");
  CAPTURE(text);
  CHECK(detect_language(text).language.empty());
}

TEST_CASE("detect: only the start of a long text is read", "[language]") {
  std::string text;
  while (text.size() < 150'000) text += "The minister said that the law was not ready. ";
  const auto before = detect_language(text);
  text += std::string(5'000'000, 'x');
  CHECK(detect_language(text).confidence == before.confidence);
  CHECK(detect_language(std::string(1'000'000, 'a')).language.empty());
}
