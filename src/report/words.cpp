// SPDX-License-Identifier: Apache-2.0
#include "report/words.hpp"

namespace relgraph::report {

namespace {

constexpr Words k_german{
    .language = "de",
    .title = "Wer mit wem: {1}",
    .title_none = "Wer mit wem",
    .article_one = "1 Artikel",
    .articles = "{1} Artikel",
    .actor_one = "1 Akteur",
    .actors = "{1} Akteure",
    .relation_one = "1 Beziehung",
    .relations = "{1} Beziehungen",
    .sentence_one = "1 Satz",
    .sentences = "{1} Sätze",
    .brief = "In Kürze",
    .brief_counts = "Gelesen: {1}. Gefunden: {2} und {3}, belegt durch {4}.",
    .brief_counts_no_documents = "Gefunden: {2} und {3}, belegt durch {4}.",
    .brief_none = "Es wurden keine Beziehungen gefunden.",
    .brief_center = "Im Mittelpunkt, mit der Zahl ihrer Verbindungen: {1}.",
    .brief_hostile_given = "Ablehnung geht vor allem aus von {1}.",
    .brief_hostile_received = "Ablehnung trifft vor allem {1}.",
    .brief_friendly_received = "Zustimmung gilt vor allem {1}.",
    .brief_sum = "Größte genannte Summe: {1}.",
    .brief_sums = "Größte genannte Summen je Währung: {1}.",
    .brief_unsure =
        "Vorsicht: {1} von {2} Beziehungen sind unsicher (unter 60 %); jede ist an ihrem Satz zu prüfen.",
    .brief_open_one = "1 Frage ist offen (siehe unten).",
    .brief_open_many = "{1} Fragen sind offen (siehe unten).",
    .brief_strongest = "Am besten belegt",
    .picture = {"Das Bild",
                "Blaue Linien sind zustimmend, orange ablehnend, graue neutral; gestrichelt ist, was nur "
                "behauptet oder geplant ist."},
    .picture_alt = "Beziehungsdiagramm; sein Inhalt steht in den folgenden Abschnitten.",
    .actors_section =
        {"Wichtige Akteure",
         "„Wirkt auf“ und „erfährt von“ zählen die Akteure am anderen Ende; PageRank sagt, wie viel "
         "Gewicht die eingehenden Beziehungen einem Akteur geben (alle zusammen 100 %). "
         "Verneinte Beziehungen zählen nicht."},
    .actor_columns = {"Akteur", "Art und Amt", "wirkt auf", "erfährt von", "PageRank",
                      "zustimmend gibt / erhält", "ablehnend gibt / erhält"},
    .node_types = {"Person", "Organisation", "Ort", "Projekt", "Produkt", "anderes"},
    .relations_section =
        {"Die Beziehungen und ihre Belege",
         "Je Paar die Beziehungen, dann die Sätze der Artikel. Hervorgehoben ist, woran die Beziehung "
         "erkannt wurde; die Prozentzahl sagt, wie sicher das Verfahren ist."},
    .other_family = "Andere Beziehungen",
    .confidence = "{1} %",
    .negated = "nicht: {1}",
    .former = "früher: {1}",
    .planned = "geplant oder gefordert",
    .reported = "laut einer Aussage",
    .reported_by = "laut {1}",
    .share_of = "{1} %",
    .more_pairs_one =
        "… und 1 weiteres Paar; vollständig in der Graphdatei (relgraph build, relgraph query).",
    .more_pairs = "… und {1} weitere Paare; vollständig in der Graphdatei (relgraph build, relgraph query).",
    .more_passages_one = "… und 1 weiterer Satz.",
    .more_passages = "… und {1} weitere Sätze.",
    .more_rows_one = "… und 1 weiterer Eintrag; vollständig in der Graphdatei (relgraph build).",
    .more_rows = "… und {1} weitere Einträge; vollständig in der Graphdatei (relgraph build).",
    .no_sentence = "Ohne Satz im Graphen.",
    .timeline = {"Zeitlinie", "Daten, die bei den Beziehungen stehen, und Erscheinungstage der Artikel."},
    .timeline_columns = {"Datum", "Was", "Quelle"},
    .published = "Erschienen: {1}",
    .undated = "Beziehungen ohne Datum stehen nicht in der Zeitlinie: {1}.",
    .money = {"Geld",
              "Summen, wie die Artikel sie nennen. Ein Satz kann dieselbe Summe mehreren Paaren zuschreiben; "
              "die Zeilen lassen sich nicht addieren."},
    .money_columns = {"Summe", "Wer und wem", "Satz", "Quelle"},
    .sums_in_stances_one = "Nicht in der Tabelle: 1 Summe, die nur in einer Äußerung über jemanden vorkommt.",
    .sums_in_stances = "Nicht in der Tabelle: {1} Summen, die nur in Äußerungen über jemanden vorkommen.",
    .questions = {"Offene Fragen",
                  "Was vor einer Veröffentlichung nachzusehen ist. Manches löst sich beim Lesen der Sätze."},
    .contradictions = {"Behauptet und verneint",
                       "Dieselbe Beziehung desselben Paars steht in den Artikeln einmal als "
                       "gegeben, einmal verneint."},
    .ambivalence = {"Zustimmend und ablehnend zugleich",
                    "Derselbe Akteur steht zu demselben anderen auf beiden Seiten: Sinneswandel, Unterschied "
                    "in der Sache "
                    "oder Lesefehler?"},
    .single_speaker = {"Nur von einer Seite behauptet",
                       "Belastendes über jemanden, das im Text als Aussage nur eines Sprechers steht."},
    .unconfirmed = {"Angekündigt oder behauptet, nicht bestätigt",
                    "Kein Satz der gelesenen Artikel stellt diese Beziehung als Tatsache fest."},
    .no_questions = "Keine Widersprüche und keine unbestätigten Angaben gefunden.",
    .contradiction = "{1}: „{2}“ ist behauptet und verneint.",
    .ambivalent = "{1} – zustimmend: {2}; ablehnend: {3}.",
    .single = "Nur {1} sagt: {2}.",
    .only_planned = "Nur geplant oder gefordert: {1}.",
    .only_reported = "Nur behauptet: {1}.",
    .only_reported_by = "Nur behauptet (laut {2}): {1}.",
    .sources = {"Quellen", ""},
    .source_columns = {"Artikel", "Datum", "Sprache", "Quelle", "Beziehungen"},
    .unknown = "unbekannt",
    .method = {"Verfahren und Grenzen", ""},
    .method_what =
        "relgraph liest Artikel Satz für Satz und hält fest, wer laut Text was mit wem tut. Jede Beziehung "
        "steht "
        "mit dem Satz da, der sie stützt. Der Bericht gibt wieder, was die Artikel sagen, nicht was wahr "
        "ist.",
    .method_network =
        "{1} von {2} Belegen hat ein trainiertes Netz ausgewählt. Es irrt sich: Namen können falsch zerlegt, "
        "Beziehungen übersehen, verwechselt oder in der falschen Richtung gelesen sein.",
    .method_model = "Modell: {1}.",
    .method_hand =
        "Die Belege stammen nicht aus dem trainierten Netz von relgraph ({1} Belege ohne Angabe des "
        "Verfahrens oder von Hand).",
    .method_confidence =
        "Die Sicherheit einer Beziehung ist die geschätzte Wahrscheinlichkeit, dass sorgfältige Leser sie "
        "auch sehen: im Mittel "
        "(Median) {1} %{2}.",
    .method_status = "Wie die Texte es sagen: {1}.",
    .method_numbers = "Umfang: {1}, {2}, {3}, {4} mit Belegen.",
    .method_kept =
        "Lange Listen sind gekürzt, die best belegten Einträge stehen zuerst; was fehlt, ist jeweils "
        "gezählt.",
    .method_limits =
        "Zwischen den Zeilen liest das Verfahren nicht: Ironie, Zusammenhänge über mehrere Sätze und Wissen "
        "außerhalb der Artikel fehlen. Vor einer Veröffentlichung jeden Satz im Artikel nachlesen.",
    .method_isolated_one = "Ohne Beziehung und deshalb nicht im Bericht: 1 Akteur.",
    .method_isolated = "Ohne Beziehung und deshalb nicht im Bericht: {1} Akteure.",
    .low_one = "; 1 liegt unter 60 %",
    .low_many = "; {1} liegen unter 60 %",
    .statuses = {"{1} als Tatsache", "{1} als Aussage eines Dritten", "{1} geplant oder gefordert",
                 "{1} vergangen", "{1} verneint"},
    .open_quote = "„",
    .close_quote = "“",
    .page = "Seite {1} von {2}",
    .contents = "Inhalt",
};

constexpr Words k_english{
    .language = "en",
    .title = "Who with whom: {1}",
    .title_none = "Who with whom",
    .article_one = "1 article",
    .articles = "{1} articles",
    .actor_one = "1 actor",
    .actors = "{1} actors",
    .relation_one = "1 relation",
    .relations = "{1} relations",
    .sentence_one = "1 sentence",
    .sentences = "{1} sentences",
    .brief = "In brief",
    .brief_counts = "Read: {1}. Found: {2} and {3}, stated by {4}.",
    .brief_counts_no_documents = "Found: {2} and {3}, stated by {4}.",
    .brief_none = "No relations were found.",
    .brief_center = "At the centre, with the number of their ties: {1}.",
    .brief_hostile_given = "Hostility comes above all from {1}.",
    .brief_hostile_received = "Hostility is aimed above all at {1}.",
    .brief_friendly_received = "Support goes above all to {1}.",
    .brief_sum = "Largest sum named: {1}.",
    .brief_sums = "Largest sums named, by currency: {1}.",
    .brief_unsure =
        "Caution: {1} of {2} relations are uncertain (below 60%); check each against its sentence.",
    .brief_open_one = "1 question is open (see below).",
    .brief_open_many = "{1} questions are open (see below).",
    .brief_strongest = "Best supported",
    .picture = {"The picture",
                "Blue lines are friendly, orange ones hostile, grey ones neutral; dashes stand for what is "
                "only claimed or planned."},
    .picture_alt = "Relationship diagram; the sections below say what it shows.",
    .actors_section =
        {"Key actors",
         "“Acts on” and “is acted on by” count the actors at the other end; PageRank says how much weight "
         "the "
         "incoming relations give an actor (100 % for all together). Denied relations do not count."},
    .actor_columns = {"Actor", "Kind and post", "acts on", "is acted on by", "PageRank",
                      "friendly gives / gets", "hostile gives / gets"},
    .node_types = {"Person", "Organization", "Place", "Project", "Product", "Other"},
    .relations_section =
        {"The relations and their sources",
         "For each pair its relations, then the sentences of the articles. What gave the relation away is "
         "emphasised; the percentage says how certain the method is."},
    .other_family = "Other relations",
    .confidence = "{1}%",
    .negated = "not: {1}",
    .former = "formerly: {1}",
    .planned = "planned or demanded",
    .reported = "claimed",
    .reported_by = "according to {1}",
    .share_of = "{1}%",
    .more_pairs_one = "… and 1 more pair; the graph file has all (relgraph build, relgraph query).",
    .more_pairs = "… and {1} more pairs; the graph file has all (relgraph build, relgraph query).",
    .more_passages_one = "… and 1 more sentence.",
    .more_passages = "… and {1} more sentences.",
    .more_rows_one = "… and 1 more entry; the graph file has all (relgraph build).",
    .more_rows = "… and {1} more entries; the graph file has all (relgraph build).",
    .no_sentence = "No sentence in the graph.",
    .timeline = {"Timeline", "Dates that stand with the relations, and the days the articles appeared."},
    .timeline_columns = {"Date", "What", "Source"},
    .published = "Published: {1}",
    .undated = "Relations without a date are not in the timeline: {1}.",
    .money = {"Money",
              "Sums as the articles name them. One sentence may ascribe the same sum to several pairs; the "
              "rows do "
              "not add up."},
    .money_columns = {"Sum", "Who and whom", "Sentence", "Source"},
    .sums_in_stances_one = "Not in the table: 1 sum that only occurs in a remark about somebody.",
    .sums_in_stances = "Not in the table: {1} sums that only occur in remarks about somebody.",
    .questions = {"Open questions",
                  "What to look up before publication. Some of it resolves once the sentences are read."},
    .contradictions = {"Stated and denied",
                       "The same relation of the same pair is stated in one place and denied in another."},
    .ambivalence = {"Friendly and hostile at once",
                    "The same actor stands on both sides towards the same other one: a change of mind, a "
                    "distinction, or "
                    "a misreading?"},
    .single_speaker = {"Claimed by one side only",
                       "Something damaging about somebody that the text gives as the claim of a "
                       "single speaker."},
    .unconfirmed = {"Announced or claimed, not confirmed",
                    "No sentence of the articles read states this relation as a fact."},
    .no_questions = "No contradictions and no unconfirmed statements were found.",
    .contradiction = "{1}: “{2}” is both stated and denied.",
    .ambivalent = "{1} – friendly: {2}; hostile: {3}.",
    .single = "Only {1} says: {2}.",
    .only_planned = "Only planned or demanded: {1}.",
    .only_reported = "Only claimed: {1}.",
    .only_reported_by = "Only claimed (according to {2}): {1}.",
    .sources = {"Sources", ""},
    .source_columns = {"Article", "Date", "Language", "Source", "Relations"},
    .unknown = "unknown",
    .method = {"Method and limits", ""},
    .method_what =
        "relgraph reads articles sentence by sentence and notes who, according to the text, does what to "
        "whom. Every "
        "relation stands with the sentence that supports it. The report says what the articles say, not what "
        "is true.",
    .method_network =
        "{1} of {2} source passages were chosen by a trained network. It errs: names may be cut wrongly, "
        "relations "
        "missed, confused or read in the wrong direction.",
    .method_model = "Model: {1}.",
    .method_hand =
        "The source passages do not come from relgraph's trained network ({1} passages made by hand or by a "
        "method "
        "the graph does not name).",
    .method_confidence =
        "The certainty of a relation is the estimated probability that a careful reader sees it, too: {1}% "
        "in the middle "
        "(median){2}.",
    .method_status = "How the texts put it: {1}.",
    .method_numbers = "Size: {1}, {2}, {3}, {4} with evidence.",
    .method_kept =
        "Long lists are cut, the best supported entries stand first, and what is missing is counted each "
        "time.",
    .method_limits =
        "The method does not read between the lines: irony, connections across sentences and knowledge from "
        "outside the articles are missing. Before publication, read every sentence in its article.",
    .method_isolated_one = "Without any relation and therefore not in the report: 1 actor.",
    .method_isolated = "Without any relation and therefore not in the report: {1} actors.",
    .low_one = "; 1 is below 60%",
    .low_many = "; {1} are below 60%",
    .statuses = {"{1} as a fact", "{1} as the claim of a third party", "{1} as planned or demanded",
                 "{1} as past", "{1} as denied"},
    .open_quote = "“",
    .close_quote = "”",
    .page = "Page {1} of {2}",
    .contents = "Contents",
};

}  // namespace

const Words& words_of(std::string_view language) { return language == "de" ? k_german : k_english; }

}  // namespace relgraph::report
