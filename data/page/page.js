// SPDX-License-Identifier: Apache-2.0
// The start: puts the parts together and listens.

const shown = new Uint8Array(edges.length).fill(1);
let selection = null;
let origin = null;
let showTable = null;
let showActors = null;

/** Chooses an actor or relations. `focus`: the reader comes from elsewhere and wants to read on in the panel. */
function select(wanted, focus = false) {
  const had = selection !== null;
  if (focus && !$("panel").contains(document.activeElement)) origin = document.activeElement;
  selection = wanted;
  // its content is made anew, and a button that goes takes the focus along
  const inPanel = $("panel").contains(document.activeElement);
  showPicture(selection, shown);
  const spoken = showPanel(selection, shown, drawnEdges);
  if (spoken) $("state").textContent = spoken;
  else if (had) showState();
  $("panel").scrollTop = 0;
  if (focus) {
    $("panel-title").focus({ preventScroll: true });
  } else if (wanted === null) {
    // back to where the reader came from
    if (inPanel) (origin ?? current?.group)?.focus({ preventScroll: true });
    origin = null;
  }
}

function showState() {
  const count = shown.reduce((sum, one) => sum + one, 0);
  $("state").textContent = word("matches", numbers.format(count), numbers.format(edges.length));
}

/** After each change of a filter. */
function refresh() {
  const filters = readFilters();
  applyFilters(filters, shown);
  showTable(shown);
  showActors(shown, filters.words);
  showChosen(filters);
  showPicture(selection, shown);
  showPanel(selection, shown, drawnEdges);
  showState();
}

function isTyping(target) {
  return target instanceof HTMLInputElement && ["search", "date", "text"].includes(target.type);
}

/** Escape takes back one thing at a time: an open menu, the selection, the filters. */
function escape(reset) {
  const open = document.querySelector("details.menu[open]");
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  } else if (selection !== null) {
    select(null);
  } else {
    reset();
  }
}

function listen(reset) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      escape(reset);
    } else if (event.key === "/" && !isTyping(event.target)) {
      event.preventDefault();
      $("query").focus();
      $("query").select();
    }
  });
  svg.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || current === null) return;
    if (event.key.startsWith("Arrow")) {
      event.preventDefault();
      movePicture(event.key);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      select(selectionOf(current));
    }
  });
  document.querySelector("main").addEventListener("click", (event) => {
    const button = event.target.closest("#relations button, #actors button");
    if (button?.dataset.node) select({ node: Number(button.dataset.node) }, true);
    else if (button?.dataset.edge) select({ edges: [Number(button.dataset.edge)] }, true);
  });
  // one menu at a time, none when the reader goes elsewhere
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  $("clear").addEventListener("click", () => { select(null); reset(); });
}

function buildTheme() {
  const dark = $("dark");
  const button = $("theme");
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  let isDark = dark.media === "screen" || system.matches;
  const show = () => button.setAttribute("aria-pressed", String(isDark));
  button.addEventListener("click", () => {
    isDark = !isDark;
    dark.media = isDark ? "screen" : "not all";
    show();
  });
  system.addEventListener("change", () => {
    if (!dark.media.includes("prefers")) return;
    isDark = system.matches;
    show();
  });
  show();
}

for (const part of [$("filters"), $("theme"), $("panel"), document.querySelector(".below")]) part.hidden = false;
document.documentElement.classList.add("scripted");
for (const time of document.querySelectorAll("time[datetime]")) time.textContent = dateText(time.dateTime);
showTable = buildTable();
showActors = buildActors();
const reset = buildFilters(refresh);
buildZoom();
enliven();
buildTheme();
listen(reset);
refresh();
