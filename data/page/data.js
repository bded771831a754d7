// SPDX-License-Identifier: Apache-2.0
// The graph in memory: what filters and panel look up.

const { nodes, edges, types, families, statuses, documents, picture } = data;

/** Without case and accents, so that "Müller" is found by "muller". */
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss");

const sentenceOf = (evidence) =>
  evidence.pieces.map((piece) => (typeof piece === "string" ? piece : piece[1])).join("");

/** The first and the last day that "2025", "2025-01" or "2025-01-22" may mean; as text they compare as dates. */
const firstDay = (iso) => iso + "-01-01".slice(iso.length - 4);
const lastDay = (iso) => iso + "-12-31".slice(iso.length - 4);

for (const node of nodes) node.edges = [];
edges.forEach((edge, index) => {
  nodes[edge.source].edges.push(index);
  if (edge.target !== edge.source) nodes[edge.target].edges.push(index);
  edge.from = edge.dates.map(firstDay);
  edge.to = edge.dates.map(lastDay);
});

const actorTexts = nodes.map((node) => fold([node.label, ...node.aliases].join("\n")));

/** The title tells articles apart; if there is only one, it would fit every relation. */
const titleOf = (evidence) => (documents.length > 1 ? (documents[evidence.document]?.title ?? "") : "");

/** What the search looks at; made at the first search, since most readers never search. */
const searchTexts = () =>
  (searchTexts.made ??= edges.map((edge) =>
    [
      actorTexts[edge.source],
      actorTexts[edge.target],
      fold(types[edge.type].label),
      ...edge.evidence.map((one) => fold(sentenceOf(one) + "\n" + titleOf(one))),
    ].join("\n"),
  ));

const other = (edge, node) => (edge.source === node ? edge.target : edge.source);

/** A relation in words, seen from one of its ends. */
function phrase(edge, from) {
  const type = types[edge.type];
  return edge.source === from || type.symmetric ? type.label : type.inverse;
}

