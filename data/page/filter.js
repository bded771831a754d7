// SPDX-License-Identifier: Apache-2.0
// Which relations are wanted: the state of the filters, and their controls.

const form = $("filters");

/** What the controls say; they are the only place where it is kept. */
function readFilters() {
  const ticked = (name) => new Set([...form.querySelectorAll(`input[name=${name}]:checked`)].map((box) => Number(box.value)));
  return {
    words: fold($("query").value).split(/\s+/).filter((one) => one !== ""),
    types: ticked("type"),
    statuses: ticked("status"),
    from: $("from").value,
    to: $("to").value,
    undated: $("undated").checked,
    confidence: $("at-least").valueAsNumber / 100,
  };
}

/** Marks in `shown` the relations that fit. */
function applyFilters(filters, shown) {
  const texts = filters.words.length > 0 ? searchTexts() : null;
  const inTime = (edge) => {
    if (filters.from === "" && filters.to === "") return true;
    if (edge.dates.length === 0) return filters.undated;
    return edge.from.some(
      (from, i) => (filters.to === "" || from <= filters.to) && (filters.from === "" || edge.to[i] >= filters.from),
    );
  };
  edges.forEach((edge, index) => {
    const fits =
      filters.types.has(edge.type) &&
      filters.statuses.has(edge.status) &&
      edge.confidence >= filters.confidence &&
      inTime(edge) &&
      (texts === null || filters.words.every((one) => texts[index].includes(one)));
    shown[index] = fits ? 1 : 0;
  });
}

function checkbox(name, value, label, count) {
  const input = element("input", { type: "checkbox", checked: true, name, value });
  return element("label", {}, input, " ", element("span", {}, label), " ", element("small", {}, String(count)));
}

/** Families with their types. */
function buildTypes(menu, count) {
  for (const family of [...families, { id: "", label: word("other_family") }]) {
    const members = [...types.keys()].filter((type) => types[type].family === family.id);
    if (members.length === 0) continue;
    const all = checkbox("family", "", family.label, members.reduce((sum, type) => sum + count("type", type), 0));
    all.className = "family";
    const own = members.map((type) => checkbox("type", type, types[type].label, count("type", type)));
    menu.append(element("div", { class: "group" }, all, ...own));
  }
}

/** A family's box is ticked if all of its types are, and half ticked if some are. */
function showFamilies() {
  for (const group of form.querySelectorAll(".group")) {
    const [all, ...own] = group.querySelectorAll("input");
    const ticked = own.filter((box) => box.checked).length;
    all.checked = ticked === own.length;
    all.indeterminate = ticked > 0 && ticked < own.length;
  }
}

/** Fills the menus; calls `changed` after each change. Returns what puts everything back. */
function buildFilters(changed) {
  const inside = (id) => $(id).querySelector("fieldset");
  const count = (key, value) => edges.filter((edge) => edge[key] === value).length;
  buildTypes(inside("types"), count);
  const used = [...statuses.keys()].filter((status) => count("status", status) > 0);
  inside("statuses").append(...used.map((value) => checkbox("status", value, statuses[value], count("status", value))));
  const slider = element("input", { type: "range", min: "0", max: "100", step: "5", value: "0", id: "at-least" });
  inside("confidence").append(element("label", {}, word("at_least"), " ", slider, " ", element("output", { for: "at-least" })));

  const days = edges.flatMap((edge) => [...edge.from, ...edge.to]).sort();
  for (const id of ["from", "to"]) {
    const input = element("input", { type: "date", min: days[0], max: days.at(-1), id });
    inside("time").append(element("label", {}, element("span", {}, word(id)), " ", input));
  }
  const undated = edges.filter((edge) => edge.dates.length === 0).length;
  const without = checkbox("undated", "", word("undated", undated), "");
  without.querySelector("input").id = "undated";
  without.hidden = undated === 0;
  inside("time").append(without);
  // one date for everything tells nothing apart
  $("time").hidden = new Set(edges.flatMap((edge) => edge.dates)).size < 2;

  form.addEventListener("input", ({ target }) => {
    if (target.name === "family") {
      for (const box of target.closest(".group").querySelectorAll("input")) box.checked = target.checked;
    }
    showFamilies();
    changed();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  return () => { form.reset(); showFamilies(); changed(); };
}

/** Says beside the name of each menu what it holds back. */
function showChosen(filters) {
  const say = (id, text) => { $(id).querySelector(".chosen").textContent = text; };
  const part = (name, ticked) => {
    const all = form.querySelectorAll(`input[name=${name}]`).length;
    return ticked.size < all ? `${ticked.size}/${all}` : "";
  };
  const least = percents.format(filters.confidence);
  say("types", part("type", filters.types));
  say("statuses", part("status", filters.statuses));
  say("time", filters.from || filters.to ? `${filters.from} – ${filters.to}` : "");
  say("confidence", filters.confidence > 0 ? `≥ ${least}` : "");
  form.querySelector("output").textContent = least;
}

