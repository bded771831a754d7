// SPDX-License-Identifier: Apache-2.0
// check_javascript.mjs FOLDER: prints as JSON what Mermaid, Cytoscape.js and the parser of Neo4j's editors find in
// the files there.
import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

const packages = process.env.PEER_PACKAGES;
const require = createRequire(path.join(packages, 'x.js'));
const folder = process.argv[2];
const read = (name) => fs.readFileSync(path.join(folder, name), 'utf8');
const files = (ending) => fs.readdirSync(folder).filter((name) => name.endsWith(ending)).sort();

// Mermaid writes entities between these marks until it draws.
const decoded = (text) => text.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));

async function mermaid(found) {
  const {JSDOM} = require('jsdom');
  globalThis.window = new JSDOM('<!doctype html><body></body>').window;
  globalThis.document = globalThis.window.document;
  const {default: program} = await import(pathToFileURL(path.join(packages, 'mermaid/dist/mermaid.core.mjs')));
  program.initialize({startOnLoad: false});
  for (const name of files('.mermaid')) {
    const {db} = await program.mermaidAPI.getDiagramFromText(read(name));
    found[name] = {
      nodes: [...db.getVertices().values()].map((node) => [node.id, decoded(node.text)]),
      edges: db.getEdges().map((edge) => [edge.start, edge.end, decoded(edge.text)]),
    };
  }
}

function cytoscape(found) {
  const program = require('cytoscape');
  for (const name of files('.cyjs')) {
    const graph = program({headless: true, elements: JSON.parse(read(name)).elements});
    found[name] = {
      nodes: graph.nodes().map((node) => [node.id(), node.data('label')]),
      edges: graph.edges().map((edge) => [edge.source().id(), edge.target().id(), edge.data('type'), edge.data('weight')]),
    };
  }
}

function cypher(found) {
  const {lintCypherQuery} = require('@neo4j-cypher/language-support');
  for (const name of files('.cypher')) found[name] = lintCypherQuery(read(name), {}).diagnostics;
}

const found = {};
await mermaid(found);
cytoscape(found);
cypher(found);
console.log(JSON.stringify(found));
