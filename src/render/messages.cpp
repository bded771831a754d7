// SPDX-License-Identifier: Apache-2.0
#include "render/messages.hpp"

namespace relgraph::render {

namespace {

constexpr Words k_german{
    .language = "de",
    .node_types = {"Person", "Organisation", "Ort", "Projekt", "Produkt", "anderes"},
    .type_groups = {"Personen", "Organisationen", "Orte", "Projekte", "Produkte", "Andere"},
    .group_around = "Um {1}",
    .polarities = {"ablehnend", "neutral", "zustimmend"},
    .statuses = {"Tatsache laut Text", "Aussage eines Dritten", "geplant oder gefordert", "früher",
                 "verneint"},
    .status_marks = {"", "laut Aussage", "geplant", "", ""},
    .negated = "nicht: {1}",
    .former = "früher: {1}",
    .mutual = "gegenseitig",
    .evidence_one = "1 Beleg",
    .evidence_many = "{1} Belege",
    .widths = {"1 Beleg", "2–3 Belege", "ab 4 Belegen"},
    .more = "+ {1} weitere",
    .default_title = "Beziehungsdiagramm",
    .title_for = "Wer mit wem: {1}",
    .documents = "{1} Artikel",
    .shown = "Gezeigt: {1} von {2} Akteuren und {3} von {4} Beziehungen.",
    .isolated_one = "Ohne Beziehung und nicht gezeigt: 1 Akteur.",
    .isolated_many = "Ohne Beziehung und nicht gezeigt: {1} Akteure.",
    .empty = "Keine Akteure gefunden.",
    .no_relations = "Keine Beziehungen gefunden.",
    .description = "Diagramm mit {1} und {2}.",
    .actor_one = "1 Akteur",
    .actors = "{1} Akteuren",
    .relation_one = "1 Beziehung",
    .relations = "{1} Beziehungen",
    .says = "laut {1}",
    .open_quote = "„",
    .close_quote = "“",
    .in_focus = "Im Vordergrund: {1}.",
    .size = "Größe: {1}",
};

constexpr Words k_english{
    .language = "en",
    .node_types = {"Person", "Organization", "Place", "Project", "Product", "Other"},
    .type_groups = {"Persons", "Organizations", "Places", "Projects", "Products", "Others"},
    .group_around = "Around {1}",
    .polarities = {"hostile", "neutral", "friendly"},
    .statuses = {"stated as fact", "claim of a third party", "planned or demanded", "in the past", "denied"},
    .status_marks = {"", "claimed", "planned", "", ""},
    .negated = "not: {1}",
    .former = "formerly: {1}",
    .mutual = "mutual",
    .evidence_one = "1 source passage",
    .evidence_many = "{1} source passages",
    .widths = {"1 source passage", "2–3 source passages", "4 or more"},
    .more = "+ {1} more",
    .default_title = "Relationship diagram",
    .title_for = "Who with whom: {1}",
    .documents = "{1} articles",
    .shown = "Shown: {1} of {2} actors and {3} of {4} relations.",
    .isolated_one = "Without any relation and not shown: 1 actor.",
    .isolated_many = "Without any relation and not shown: {1} actors.",
    .empty = "No actors found.",
    .no_relations = "No relations found.",
    .description = "Diagram with {1} and {2}.",
    .actor_one = "1 actor",
    .actors = "{1} actors",
    .relation_one = "1 relation",
    .relations = "{1} relations",
    .says = "according to {1}",
    .open_quote = "“",
    .close_quote = "”",
    .in_focus = "In focus: {1}.",
    .size = "Size: {1}",
};

}  // namespace

const Words& words_of(std::string_view language) { return language == "de" ? k_german : k_english; }

}  // namespace relgraph::render
