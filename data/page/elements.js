// SPDX-License-Identifier: Apache-2.0
// Elements and words. Text gets into the page as text alone; there is no markup in any string.

const $ = (id) => document.getElementById(id);

/** An element with attributes (true: present, false or null: absent; functions: listeners) and children. */
function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

function svgElement(name, attributes = {}, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function filled(made, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== null && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

/** Names keep their direction to themselves. */
const name = (text) => element("bdi", {}, text);

const data = JSON.parse($("data").textContent);

/** A text of the page with its places filled in. */
const word = (key, ...values) =>
  data.words[key].replace(/\{(\d)\}/g, (place, number) => String(values[number - 1] ?? place));

const numbers = new Intl.NumberFormat(data.language, { maximumFractionDigits: 2 });
const percents = new Intl.NumberFormat(data.language, { style: "percent", maximumFractionDigits: 0 });

/** "22. Januar 2025", "Januar 2025", "2025"; what is no date stays as it is. */
function dateText(iso) {
  if (!/^\d{4}-\d\d(-\d\d)?$/.test(iso)) return iso;
  const options = { year: "numeric", month: "long", timeZone: "UTC" };
  if (iso.length > 7) options.day = "numeric";
  const date = new Date(`${iso}${iso.length > 7 ? "" : "-01"}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? iso : new Intl.DateTimeFormat(data.language, options).format(date);
}

