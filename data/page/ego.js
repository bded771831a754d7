// SPDX-License-Identifier: Apache-2.0
// The surroundings of one actor as a small wheel: for actors and relations that the picture has no room for.

const egoSize = { width: 360, height: 300, most: 12 };

/** Neighbours over relations that pass the filters, those with most of them first. */
function neighbours(node, shown) {
  const found = new Map();
  for (const index of nodes[node].edges) {
    const next = other(edges[index], node);
    if (!shown[index] || next === node) continue;
    if (!found.has(next)) found.set(next, []);
    found.get(next).push(index);
  }
  return [...found].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
}

const polarityClass = (own) => {
  const sum = own.reduce((total, index) => total + edges[index].polarity, 0);
  return sum > 0 ? "pos" : sum < 0 ? "neg" : "neu";
};

/** The wheel as SVG; it is an image, since the list below it says the same and can be worked with. */
function egoPicture(node, shown) {
  const all = neighbours(node, shown);
  const drawn = all.slice(0, egoSize.most);
  const center = { x: egoSize.width / 2, y: egoSize.height / 2 };
  const svg = svgElement("svg", {
    class: "ego",
    viewBox: `0 0 ${egoSize.width} ${egoSize.height}`,
    role: "img",
    "aria-label": word("surroundings", nodes[node].label),
  });
  const short = (text, longest) => (text.length > longest ? `${[...text].slice(0, longest - 1).join("")}…` : text);
  drawn.forEach(([next, own], i) => {
    // from the top clockwise; the wheel is wider than high, since names are
    const angle = (2 * Math.PI * i) / drawn.length - Math.PI / 2;
    const x = center.x + 78 * Math.cos(angle);
    const y = center.y + 118 * Math.sin(angle);
    const side = Math.cos(angle);
    const anchor = Math.abs(side) < 0.2 ? "middle" : side > 0 ? "start" : "end";
    const below = anchor === "middle" ? (y > center.y ? 15 : -8) : 4;
    svg.append(
      svgElement("line", { class: polarityClass(own), x1: center.x, y1: center.y, x2: x, y2: y, "stroke-width": Math.min(1 + own.length / 2, 4) }),
      svgElement("circle", { cx: x, cy: y, r: 4 }),
      svgElement(
        "text",
        { x: x + (anchor === "middle" ? 0 : 8 * Math.sign(side)), y: y + below, "text-anchor": anchor, click: () => select({ node: next }) },
        short(nodes[next].label, anchor === "middle" ? 40 : 17),
        svgElement("title", {}, nodes[next].label),
      ),
    );
  });
  svg.append(svgElement("circle", { class: "center", cx: center.x, cy: center.y, r: 7 }));
  const rest = all.length - drawn.length;
  return element(
    "figure",
    {},
    svg,
    element("figcaption", {}, word("surroundings", nodes[node].label), rest > 0 ? `, ${word("and_more", rest)}` : ""),
  );
}

