// SPDX-License-Identifier: Apache-2.0
// Picture, table and list of actors: what fits the filters and the selection is there, the rest steps back.

const svg = $(picture.id);
const canvas = document.querySelector(".canvas");

const drawnNodes = picture.nodes.map(({ id, node }) => ({ group: $(id), node }));
const drawnLines = picture.lines.map((line) => ({ ...line, group: $(line.id) }));
const drawnEdges = new Set(picture.lines.flatMap((line) => line.edges));

/** Groups of the SVG become buttons that a mouse can hit and a screen reader can name. */
function enliven() {
  svg.setAttribute("role", "group");
  svg.setAttribute("aria-labelledby", svg.querySelector("title").id);
  svg.setAttribute("aria-describedby", "keys");
  for (const drawn of [...drawnNodes, ...drawnLines]) {
    const { group } = drawn;
    group.setAttribute("role", "button");
    group.setAttribute("tabindex", "-1");
    group.setAttribute("aria-pressed", "false");
    group.classList.add("live");
    group.setAttribute("aria-label", group.querySelector("title")?.textContent.split("\n")[0] ?? "");
    group.addEventListener("click", () => { setCurrent(drawn); select(selectionOf(drawn)); });
  }
  for (const { group } of drawnLines) {
    // a line of two pixels is hard to hit
    const wide = group.querySelector("path").cloneNode();
    wide.removeAttribute("stroke-dasharray");
    wide.setAttribute("class", "hit");
    group.prepend(wide);
  }
  drawnNodes.sort((a, b) => {
    const [one, two] = [a, b].map(({ group }) => group.getBoundingClientRect());
    return Math.round((one.top - two.top) / 24) || one.left - two.left;
  });
  if (drawnNodes.length > 0) setCurrent(drawnNodes[0]);
}

const selectionOf = (drawn) => (drawn.edges ? { edges: drawn.edges } : { node: drawn.node });

let current = null;

/** The one part of the picture that Tab leads to. */
function setCurrent(drawn, focus = false) {
  current?.group.setAttribute("tabindex", "-1");
  current = drawn;
  drawn.group.setAttribute("tabindex", "0");
  if (focus) drawn.group.focus();
}

const isShown = ({ group }) => !group.classList.contains("off");

/** Left and right lead from actor to actor, up and down through the lines of the actor last visited. */
function movePicture(key) {
  const step = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
  const actor = current.edges ? drawnNodes.find(({ node }) => node === movePicture.actor) ?? drawnNodes[0] : current;
  const sideways = key === "ArrowLeft" || key === "ArrowRight";
  const list = sideways
    ? drawnNodes.filter(isShown)
    : drawnLines.filter((line) => isShown(line) && (line.source === actor.node || line.target === actor.node));
  if (list.length === 0) return;
  movePicture.actor = actor.node;
  const at = list.indexOf(sideways ? actor : current);
  const next = at < 0 ? (step > 0 ? 0 : list.length - 1) : (at + step + list.length) % list.length;
  setCurrent(list[next], true);
}

function showPicture(wanted, shown) {
  // what the picture does not have cannot stand out from it
  const here = wanted?.edges?.some((index) => drawnEdges.has(index)) || drawnNodes.some(({ node }) => node === wanted?.node);
  const selection = here ? wanted : null;
  const chosen = new Set(selection?.edges ?? []);
  const near = new Set(selection?.node === undefined ? [] : [selection.node]);
  for (const line of drawnLines) {
    const off = !line.edges.some((index) => shown[index]);
    const touches = line.source === selection?.node || line.target === selection?.node;
    const picked = line.edges.some((index) => chosen.has(index));
    line.group.classList.toggle("off", off);
    line.group.classList.toggle("far", selection !== null && !touches && !picked);
    line.group.setAttribute("aria-pressed", String(picked));
    if (!off && (touches || picked)) near.add(line.source).add(line.target);
  }
  const live = new Set(drawnLines.filter(isShown).flatMap(({ source, target }) => [source, target]));
  const linked = new Set(drawnLines.flatMap(({ source, target }) => [source, target]));
  for (const { group, node } of drawnNodes) {
    group.classList.toggle("off", linked.has(node) && !live.has(node));
    group.classList.toggle("far", selection !== null && !near.has(node));
    group.setAttribute("aria-pressed", String(node === selection?.node));
  }
}

/**
 * The children of an element of which the first that fit stand in the page, and more when asked for or when it
 * is printed: what is not there need not be laid out. Returns what shows those that fit, and what orders them.
 */
function longList(holder, step) {
  const parts = [...holder.children];
  const more = element("button", { type: "button", class: "more", hidden: true });
  holder.closest("section").append(more);
  let most = step;
  let fitting = parts;
  const update = () => {
    holder.replaceChildren(...fitting.slice(0, most));
    more.hidden = fitting.length <= most;
    more.textContent = word("show_more", numbers.format(fitting.length - most));
  };
  more.addEventListener("click", () => { most *= 3; update(); });
  window.addEventListener("beforeprint", () => holder.replaceChildren(...fitting));
  window.addEventListener("afterprint", update);
  const show = (fits) => {
    most = step;
    fitting = parts.filter(fits);
    update();
    return fitting.length;
  };
  return { show, parts };
}

function buildTable() {
  const section = $("relations");
  const body = section.querySelector("tbody");
  if (!body) return () => {};
  const { show, parts } = longList(body, 50);
  const nothing = element("p", { class: "note", hidden: true }, word("no_matches"));
  section.append(nothing);
  const keys = [
    (edge) => nodes[edge.source].label,
    (edge) => types[edge.type].label,
    (edge) => nodes[edge.target].label,
    (edge) => edge.status,
    (edge) => -edge.confidence,
    (edge) => edge.from[0] ?? "9999",
    null,
  ];
  let last = () => true;
  const update = (fits) => { last = fits; nothing.hidden = show(fits) > 0; };
  const collator = new Intl.Collator(data.language, { numeric: true });
  const compare = (a, b) => (typeof a === "number" ? a - b : collator.compare(a, b));
  [...section.querySelectorAll("thead th")].forEach((head, column) => {
    if (keys[column] === null) return;
    const label = head.textContent;
    const sort = () => {
      const sign = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      for (const one of section.querySelectorAll("[aria-sort]")) one.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", sign < 0 ? "descending" : "ascending");
      const key = new Map(parts.map((row) => [row, keys[column](edges[row.dataset.edge])]));
      parts.sort((a, b) => sign * compare(key.get(a), key.get(b)));
      update(last);
    };
    head.dataset.label = label;
    head.replaceChildren(element("button", { type: "button", title: word("sort_by", label), click: sort }, label));
  });
  return (shown) => update((row) => shown[row.dataset.edge] === 1);
}

function buildActors() {
  const list = document.querySelector("ul.actors");
  if (!list) return () => {};
  const { show } = longList(list, 45);
  return (shown, words) =>
    show((item) => {
      const node = nodes[item.dataset.node];
      // actors are found by their name even when they have no relation
      if (node.edges.length === 0) return words.every((one) => actorTexts[item.dataset.node].includes(one));
      return node.edges.some((index) => shown[index]);
    });
}

/** Zoom: the picture keeps readable letters and scrolls where it does not fit. */
function buildZoom() {
  const box = svg.viewBox.baseVal;
  let scale = 1;
  const set = (value) => {
    scale = Math.min(Math.max(value, 0.2), 4);
    svg.style.width = `${Math.round(box.width * scale)}px`;
    svg.style.height = "auto";
  };
  const whole = () => canvas.clientWidth / box.width;
  const start = () => {
    set(Math.min(Math.max(whole(), 0.72), 1.25));
    // where it scrolls, begin in the middle, where the most linked actors are
    canvas.scrollLeft = (canvas.scrollWidth - canvas.clientWidth) / 2;
  };
  $("larger").addEventListener("click", () => set(scale * 1.25));
  $("smaller").addEventListener("click", () => set(scale / 1.25));
  $("fit").addEventListener("click", () => set(whole()));
  let width = 0;
  const resized = () => {
    // on phones the height changes with every scroll
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    start();
  };
  window.addEventListener("resize", resized);
  resized();
}

