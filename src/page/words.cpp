// SPDX-License-Identifier: Apache-2.0
#include "page/words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "relgraph/error.hpp"

namespace relgraph::page {

namespace {

constexpr std::array k_words = std::to_array<Word>({
    {"title", "Wer mit wem", "Who with whom"},
    {"articles", "{1} Artikel", "{1} articles"},
    {"size", "{1} Akteure, {2} Beziehungen", "{1} actors, {2} relations"},
    {"skip", "Zur Tabelle der Beziehungen", "Skip to the table of relations"},
    {"no_script", "Suche, Filter und Belege im Bild brauchen JavaScript. Bild und Tabelle sind vollständig.",
     "Search, filters and evidence in the picture need JavaScript. Picture and table are complete."},
    {"dark", "Dunkel", "Dark"},
    // filters
    {"filters", "Suche und Filter", "Search and filters"},
    {"search", "Suchen", "Search"},
    {"search_hint", "Name oder Wort im Beleg", "Name or word of the evidence"},
    {"types", "Art", "Kind"},
    {"status", "Status", "Status"},
    {"time", "Zeit", "Time"},
    {"from", "von", "from"},
    {"to", "bis", "to"},
    {"undated", "auch ohne Datum ({1})", "also without a date ({1})"},
    {"confidence", "Sicherheit", "Confidence"},
    {"at_least", "mindestens", "at least"},
    {"reset", "Zurücksetzen", "Reset"},
    {"other_family", "Sonstige", "Other"},
    {"matches", "{1} von {2} Beziehungen", "{1} of {2} relations"},
    {"no_matches", "Keine Beziehung passt zu Suche und Filtern.",
     "No relation matches the search and filters."},
    // picture
    {"picture", "Bild", "Picture"},
    {"larger", "Vergrößern", "Zoom in"},
    {"smaller", "Verkleinern", "Zoom out"},
    {"fit", "Einpassen", "Fit"},
    {"keys",
     "Tasten: ← → von Akteur zu Akteur, ↑ ↓ durch die Beziehungen eines Akteurs, Enter öffnet, Esc hebt die "
     "Auswahl auf, / springt zur Suche.",
     "Keys: ← → from actor to actor, ↑ ↓ through the relations of an actor, Enter opens, Esc clears the "
     "selection, / goes to the search."},
    // panel
    {"panel", "Belege", "Evidence"},
    {"panel_hint",
     "Akteur oder Linie anklicken: Hier stehen dann die Sätze, aus denen die Beziehungen gelesen sind.",
     "Click on an actor or a line to see the sentences that its relations are read from."},
    {"draft", "Maschinell gelesen: jede Beziehung vor der Veröffentlichung am Beleg prüfen.",
     "Read by a machine: check each relation against its evidence before publishing."},
    {"close", "Schließen", "Close"},
    {"back", "Zurück zu {1}", "Back to {1}"},
    {"aliases", "auch: {1}", "also: {1}"},
    {"relations_of", "{1} Beziehungen", "{1} relations"},
    {"relation_of", "1 Beziehung", "1 relation"},
    {"hidden", "{1} weitere durch Filter ausgeblendet", "{1} more hidden by filters"},
    {"surroundings", "Umfeld von {1}", "Surroundings of {1}"},
    {"and_more", "und {1} weitere", "and {1} more"},
    {"said_by", "laut {1}", "according to {1}"},
    {"decided_user", "von Hand eingetragen", "entered by hand"},
    {"no_evidence", "Der Graph nennt keinen Beleg.", "The graph gives no evidence."},
    {"mark_trigger", "Auslöser", "trigger"},
    {"mark_speaker", "Sprecher", "speaker"},
    // table
    {"relations", "Beziehungen", "Relations"},
    {"caption", "Alle Beziehungen mit dem Satz, der sie belegt",
     "All relations with the sentence that states them"},
    {"who", "Wer", "Who"},
    {"relation", "Beziehung", "Relation"},
    {"whom", "Wen oder was", "Whom or what"},
    {"date", "Datum", "Date"},
    {"evidence", "Beleg", "Evidence"},
    {"show_more", "Mehr zeigen ({1} weitere)", "Show more ({1} left)"},
    {"sort_by", "sortieren nach {1}", "sort by {1}"},
    {"no_relations", "Keine Beziehungen gefunden.", "No relations found."},
    // lists
    {"actors", "Akteure", "Actors"},
    {"sources", "Quellen", "Sources"},
    // values
    {"node.person", "Person", "Person"},
    {"node.organization", "Organisation", "Organization"},
    {"node.place", "Ort", "Place"},
    {"node.project", "Projekt", "Project"},
    {"node.product", "Produkt", "Product"},
    {"status.asserted", "Tatsache laut Text", "stated as fact"},
    {"status.reported", "Aussage eines Dritten", "claim of a third party"},
    {"status.planned", "geplant oder gefordert", "planned or demanded"},
    {"status.former", "früher", "in the past"},
    {"status.negated", "verneint", "denied"},
    {"attribute.amount", "Betrag", "Amount"},
    {"attribute.share", "Anteil", "Share"},
    {"attribute.role", "Rolle", "Role"},
    {"attribute.date", "Datum", "Date"},
    {"attribute.duration", "Dauer", "Duration"},
});

const Word* find(std::string_view key) {
  const auto* const found = std::ranges::find(k_words, key, &Word::key);
  return found == k_words.end() ? nullptr : found;
}

std::string_view in(const Word& word, std::string_view language) {
  return language == "de" ? word.german : word.english;
}

}  // namespace

std::span<const Word> all_words() { return k_words; }

std::string_view word(std::string_view key, std::string_view language) {
  if (const Word* found = find(key)) return in(*found, language);
  throw Error(ErrorCode::internal, "the page has no word '" + std::string(key) + "'");
}

std::string_view word_or(std::string_view key, std::string_view language, std::string_view otherwise) {
  const Word* found = find(key);
  return found != nullptr ? in(*found, language) : otherwise;
}

}  // namespace relgraph::page
