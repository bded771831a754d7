// SPDX-License-Identifier: Apache-2.0
// The side panel: an actor with its relations, or relations with their evidence.

function quotation(evidence) {
  const marked = evidence.pieces.map((piece) => {
    if (typeof piece === "string") return piece;
    const [kind, text] = piece;
    const label = data.words[`mark_${kind}`];
    return kind === "trigger" || kind === "speaker"
      ? element("mark", { class: kind, title: label }, text)
      : element("b", { class: kind }, text);
  });
  const sentence = element("q", { dir: "auto" }, ...marked);
  if (evidence.before === undefined) return element("blockquote", { dir: "auto" }, sentence);
  return element("blockquote", { dir: "auto", class: "paragraph" }, evidence.before, sentence, evidence.after);
}

function citation(evidence) {
  const parts = [];
  if (evidence.speaker !== undefined) {
    parts.push(element("span", { class: "said" }, word("said_by", nodes[evidence.speaker].label)));
  }
  const article = documents[evidence.document];
  if (article) {
    const title = name(article.title);
    parts.push(article.link ? element("a", { href: article.link, rel: "noopener noreferrer" }, title) : title);
    if (article.date) parts.push(element("time", {}, dateText(article.date)));
  }
  if (evidence.byHand) parts.push(word("decided_user"));
  return element("p", { class: "cite" }, ...parts.flatMap((part, i) => (i > 0 ? [" · ", part] : [part])));
}

function attributeRows(edge) {
  const known = new Map(edge.attributes.map(([key, , value]) => [key, value]));
  return edge.attributes
    .filter(([key]) => key !== "currency" || !known.has("amount"))
    .map(([key, label, value]) => {
      let text = typeof value === "number" ? numbers.format(value) : value;
      if (key === "amount" && known.has("currency")) text += ` ${known.get("currency")}`;
      if (key === "date") text = dateText(value);
      return element("div", {}, element("dt", {}, label), element("dd", {}, name(String(text))));
    });
}

/** One relation with everything that the graph knows of it. */
function relationCard(index) {
  const edge = edges[index];
  const type = types[edge.type];
  const stance = ["neg", "neu", "pos"][edge.polarity + 1];
  const actor = (node) => element("button", { type: "button", class: "name", click: () => select({ node }, true) }, name(nodes[node].label));
  const facts = element(
    "dl",
    {},
    element("div", {}, element("dt", {}, word("status")), element("dd", {}, statuses[edge.status])),
    element("div", {}, element("dt", {}, word("confidence")), element("dd", {}, percents.format(edge.confidence))),
    ...attributeRows(edge),
  );
  const evidence = edge.evidence.flatMap((one) => [quotation(one), citation(one)]);
  return element(
    "article",
    { class: "card" },
    element("h3", {}, actor(edge.source), " ", element("span", { class: `verb ${stance}` }, `${type.label} ${type.symmetric ? "↔" : "→"}`), " ", actor(edge.target)),
    facts,
    ...(evidence.length > 0 ? evidence : [element("p", { class: "cite" }, word("no_evidence"))]),
  );
}

function relationItem(index, node) {
  const edge = edges[index];
  const stance = ["neg", "neu", "pos"][edge.polarity + 1];
  return element(
    "li",
    {},
    element(
      "button",
      { type: "button", click: () => select({ edges: [index], back: node }, true) },
      element("span", { class: `verb ${stance}` }, phrase(edge, node)),
      " ",
      name(nodes[other(edge, node)].label),
      edge.status === 0 ? "" : element("small", {}, ` (${statuses[edge.status]})`),
    ),
  );
}

const countOf = (count) => (count === 1 ? word("relation_of") : word("relations_of", count));

function hiddenNote(count) {
  return count > 0 ? element("p", { class: "note" }, word("hidden", count)) : null;
}

function actorContent(node, shown, drawnEdges) {
  const own = nodes[node].edges.filter((index) => shown[index]);
  const hidden = nodes[node].edges.length - own.length;
  const names = nodes[node].aliases;
  own.sort((a, b) => b === a ? 0 : edges[b].evidence.length - edges[a].evidence.length || edges[b].confidence - edges[a].confidence || a - b);
  return [
    element("p", { class: "kind" }, `${nodes[node].kind} · ${countOf(own.length)}`),
    names.length > 0 ? element("p", { class: "note" }, word("aliases", names.join(", "))) : null,
    own.some((index) => !drawnEdges.has(index)) ? egoPicture(node, shown) : null,
    element("ul", { class: "relations" }, ...own.map((index) => relationItem(index, node))),
    hiddenNote(hidden),
  ];
}

function edgesContent(selection, shown) {
  // a relation asked for by itself is shown whatever the filters say
  const own = selection.edges.length === 1 ? selection.edges : selection.edges.filter((index) => shown[index]);
  const back = selection.back === undefined ? null : element(
    "button",
    { type: "button", class: "back", click: () => select({ node: selection.back }, true) },
    `← ${word("back", nodes[selection.back].label)}`,
  );
  return [back, ...own.map(relationCard), hiddenNote(selection.edges.length - own.length)];
}

/** Shows a selection: `{node}`, `{edges, back}` or null. Returns what to tell those who do not see it. */
function showPanel(selection, shown, drawnEdges) {
  const panel = $("panel");
  const title = $("panel-title");
  let content = [element("p", {}, word("panel_hint")), element("p", { class: "note" }, word("draft"))];
  let heading = word("panel");
  let spoken = "";
  if (selection?.node !== undefined) {
    heading = nodes[selection.node].label;
    content = actorContent(selection.node, shown, drawnEdges);
    spoken = `${heading}: ${countOf(nodes[selection.node].edges.filter((index) => shown[index]).length)}`;
  } else if (selection) {
    content = edgesContent(selection, shown);
    spoken = `${heading}: ${countOf(selection.edges.length)}`;
  }
  panel.classList.toggle("empty", selection === null);
  title.replaceChildren(name(heading));
  const close = element("button", { type: "button", class: "close", "aria-label": word("close"), title: word("close"), click: () => select(null) }, "×");
  panel.querySelector(".content").replaceChildren(...content.filter((part) => part !== null), ...(selection ? [close] : []));
  return spoken;
}

