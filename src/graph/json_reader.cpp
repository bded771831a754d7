// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/big_pages.hpp"
#include "base/file.hpp"
#include "id_table.hpp"
#include "json_access.hpp"
#include "relgraph/graph.hpp"
#include "relgraph/ontology.hpp"

namespace relgraph {

// Graphs of a hundred thousand edges are held in memory whole.
static_assert(sizeof(Edge) <= 200);

namespace {

constexpr std::string_view k_format = "relgraph/1";
constexpr std::string_view k_default_node_type = "unknown";
constexpr std::string_view k_default_edge_type = "related_to";
constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

/// What the reading of one file needs everywhere.
struct Reader {
  Graph graph;
  std::optional<IdTable> ids;  ///< of the nodes of `graph`, once they are read
  Diagnostics& diagnostics;
  Place root;
  const char* text_end = nullptr;
};

template <class F>
void read_list(ondemand::value& value, const Place& parent, std::string_view key, F read_one) {
  if (is_null(value)) return;
  std::size_t index = 0;
  for (auto element : get_array(value, parent, key)) {
    const Place place{&parent, key, index++};
    ondemand::value item = element.value();
    read_one(item, place);
  }
}

/// Elements of most lists are objects; the message for others names the list.
ondemand::object get_record(ondemand::value& value, const Place& place) {
  return get_object(value, place, "the entry");
}

void check_span(const Span& span, const Place& place) {
  if (span.end < span.begin) fail_at(place, "\"end\" is before \"begin\"");
}

DocumentInfo read_document(ondemand::value& value, const Place& place) {
  static constexpr std::array<std::string_view, 6> k_keys{"id",   "title",  "language",
                                                          "date", "source", "sha256"};
  DocumentInfo out;
  read_object(get_record(value, place), k_keys, place, out.extra, [&](std::size_t key, ondemand::value& v) {
    if (key == 0) {
      out.id = get_id(v, place, k_keys[0]);
      return;
    }
    const std::array<std::string*, 5> fields{&out.title, &out.language, &out.date, &out.source, &out.sha256};
    *fields.at(key - 1) = get_string_or(v, "", place, k_keys[key]);
  });
  if (out.id.empty()) fail_at(place, "there is no \"id\"");
  return out;
}

void read_graph_object(Reader& reader, ondemand::value& value) {
  static constexpr std::array<std::string_view, 2> k_keys{"format", "documents"};
  if (is_null(value)) return;
  const Place place{&reader.root, "graph"};
  read_object(get_object(value, reader.root, "graph"), k_keys, place, reader.graph.graph_extra,
              [&](std::size_t key, ondemand::value& v) {
                if (key == 0) {
                  const std::string_view format = get_string_or(v, k_format, place, "format");
                  if (format != k_format) {
                    reader.diagnostics.warn("the format is " + quote_name(format) + ", not \"" +
                                                std::string(k_format) +
                                                "\"; what relgraph does not know is kept as it is",
                                            {.file = std::string(reader.root.name)});
                  }
                  return;
                }
                read_list(v, place, "documents", [&](ondemand::value& item, const Place& where) {
                  reader.graph.documents.push_back(read_document(item, where));
                });
              });
  std::unordered_map<std::string_view, std::size_t> seen;
  for (std::size_t i = 0; i < reader.graph.documents.size(); ++i) {
    const auto [first, is_new] = seen.emplace(reader.graph.documents[i].id, i);
    if (is_new) continue;
    fail_at({&place, "documents", i}, "the id " + quote_name(first->first) +
                                          " is already that of documents[" + std::to_string(first->second) +
                                          "]");
  }
}

Mention read_mention(ondemand::value& value, const Place& place) {
  static constexpr std::array<std::string_view, 4> k_keys{"document", "begin", "end", "kind"};
  Mention out;
  read_object(get_record(value, place), k_keys, place, out.extra, [&](std::size_t key, ondemand::value& v) {
    switch (key) {
      case 0: out.document = get_string_or(v, "", place, k_keys[0]); break;
      case 1: out.span.begin = get_offset(v, place, k_keys[1]); break;
      case 2: out.span.end = get_offset(v, place, k_keys[2]); break;
      default: out.kind = get_string_or(v, "", place, k_keys[3]);
    }
  });
  check_span(out.span, place);
  return out;
}

Node read_node(ondemand::value& value, const Place& place) {
  static constexpr std::array<std::string_view, 5> k_keys{"id", "label", "type", "aliases", "mentions"};
  Node out;
  out.type = k_default_node_type;
  bool has_label = false;
  read_object(get_record(value, place), k_keys, place, out.extra, [&](std::size_t key, ondemand::value& v) {
    switch (key) {
      case 0: out.id = get_id(v, place, k_keys[0]); break;
      case 1:
        has_label = !is_null(v);
        if (has_label) out.label = get_string(v, place, k_keys[1]);
        break;
      case 2: out.type = get_string_or(v, k_default_node_type, place, k_keys[2]); break;
      case 3:
        read_list(v, place, "aliases", [&](ondemand::value& item, const Place& where) {
          out.aliases.emplace_back(get_string(item, where, "the entry"));
        });
        break;
      default:
        read_list(v, place, "mentions", [&](ondemand::value& item, const Place& where) {
          out.mentions.push_back(read_mention(item, where));
        });
    }
  });
  if (out.id.empty()) fail_at(place, "there is no \"id\"");
  if (!has_label) out.label = out.id;
  return out;
}

void read_nodes(Reader& reader, ondemand::value& value) {
  auto& nodes = reader.graph.nodes;
  read_list(value, reader.root, "nodes",
            [&](ondemand::value& item, const Place& place) { nodes.push_back(read_node(item, place)); });
  reader.ids.emplace(nodes.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const auto first = reader.ids->insert(nodes[i].id);
    if (!first) continue;
    fail_at({&reader.root, "nodes", i}, "the id " + quote_name(nodes[i].id) + " is already that of nodes[" +
                                            std::to_string(*first) + "]");
  }
}

std::optional<Span> read_trigger(ondemand::value& value, const Place& parent, Properties& kept) {
  static constexpr std::array<std::string_view, 2> k_keys{"begin", "end"};
  if (is_null(value)) return std::nullopt;
  const Place place{&parent, "trigger"};
  Span out;
  Properties extra;
  read_object(get_object(value, parent, "trigger"), k_keys, place, extra,
              [&](std::size_t key, ondemand::value& v) {
                (key == 0 ? out.begin : out.end) = get_offset(v, place, k_keys[key]);
              });
  check_span(out, place);
  // A span has no room for more; what stands beside it moves up to the evidence.
  for (Property& property : extra) kept.push_back({"trigger." + property.name, std::move(property.json)});
  return out;
}

void read_evidence(ondemand::value& value, const Place& place, Evidence& out) {
  static constexpr std::array<std::string_view, 7> k_keys{"document", "begin",   "end", "text",
                                                          "trigger",  "speaker", "by"};
  read_object(get_record(value, place), k_keys, place, out.extra, [&](std::size_t key, ondemand::value& v) {
    switch (key) {
      case 0: out.document = get_string_or(v, "", place, k_keys[0]); break;
      case 1: out.span.begin = get_offset(v, place, k_keys[1]); break;
      case 2: out.span.end = get_offset(v, place, k_keys[2]); break;
      case 3: out.text = get_string_or(v, "", place, k_keys[3]); break;
      case 4: out.trigger = read_trigger(v, place, out.extra); break;
      case 5: out.speaker = is_null(v) ? std::string() : get_id(v, place, k_keys[5]); break;
      default: out.by = get_string_or(v, "", place, k_keys[6]);
    }
  });
  check_span(out.span, place);
}

std::uint32_t find_end(const Reader& reader, ondemand::value& value, const Place& place,
                       std::string_view key) {
  const auto find = [&](std::string_view id) {
    const auto found = reader.ids->find(id);
    if (!found) fail_at(place, "the " + std::string(key) + " " + quote_name(id) + " is not among the nodes");
    return *found;
  };
  if (value.type() == ondemand::json_type::string) return find(get_string(value, place, key));
  return find(get_id(value, place, key));
}

Polarity read_polarity(ondemand::value& value, const Place& place) {
  const double number = get_number(value, place, "polarity");
  if (number != -1 && number != 0 && number != 1) fail_at(place, "\"polarity\" is not -1, 0 or 1");
  return static_cast<Polarity>(static_cast<int>(number));
}

Status read_status(ondemand::value& value, const Place& place) {
  const std::string_view name = get_string_or(value, "asserted", place, "status");
  if (const auto status = parse_status(name)) return *status;
  fail_at(place, "there is no status " + quote_name(name) +
                     " (known: asserted, reported, planned, former, negated)");
}

double read_confidence(ondemand::value& value, const Place& place) {
  const double number = get_number(value, place, "confidence");
  if (!(number >= 0 && number <= 1)) fail_at(place, "\"confidence\" is not between 0 and 1");
  return number;
}

/// NetworkX keys may be anything; whole numbers are counted anew, others are kept under another name.
void read_key(ondemand::value& value, const Place& place, Edge& edge) {
  std::int64_t number = 0;
  if (value.type() == ondemand::json_type::number && value.get_int64().get(number) == simdjson::SUCCESS) {
    edge.key = number;
  } else if (!is_null(value)) {
    edge.extra.push_back({"networkx_key", get_compact(value, place, "key")});
  }
}

void read_edge(const Reader& reader, ondemand::value& value, const Place& place, Edge& out) {
  static constexpr std::array<std::string_view, 9> k_keys{
      "source", "target", "key", "type", "polarity", "status", "confidence", "attributes", "evidence"};
  out.type = k_default_edge_type;
  std::uint32_t seen = 0;
  read_object(get_record(value, place), k_keys, place, out.extra, [&](std::size_t key, ondemand::value& v) {
    switch (key) {
      case 0: out.source = find_end(reader, v, place, k_keys[0]); break;
      case 1: out.target = find_end(reader, v, place, k_keys[1]); break;
      case 2: read_key(v, place, out); break;
      case 3: out.type = get_string_or(v, k_default_edge_type, place, k_keys[3]); break;
      case 4:
        if (is_null(v)) return;
        out.polarity = read_polarity(v, place);
        break;
      case 5: out.status = read_status(v, place); break;
      case 6:
        if (!is_null(v)) out.confidence = read_confidence(v, place);
        break;
      case 7:
        if (!is_null(v)) {
          const Place inside{&place, k_keys[7]};
          out.attributes = read_properties(get_object(v, place, k_keys[7]), inside);
        }
        break;
      default:
        read_list(v, place, "evidence", [&](ondemand::value& item, const Place& where) {
          read_evidence(item, where, out.evidence.emplace_back());
        });
    }
    seen |= std::uint32_t{1} << key;
  });
  if ((seen & 1U) == 0) fail_at(place, "there is no \"source\"");
  if ((seen & 2U) == 0) fail_at(place, "there is no \"target\"");
  if ((seen & 16U) == 0) {
    if (const RelationType* type = find_relation_type(out.type)) out.polarity = type->polarity;
  }
}

/// Guesses from the length of the first edges how many there will be: growing step by step would move
/// everything several times, and memory that is touched for the first time is what costs most.
void reserve_edges(Reader& reader, const char* first, const char* here, std::size_t count) {
  const auto behind = static_cast<double>(here - first);
  const auto ahead = static_cast<double>(reader.text_end - here);
  const double expected = 1.05 * ahead / behind * static_cast<double>(count);
  // What comes may be nothing like what was seen; the guess must stay in proportion to the file.
  const double most = 2 * ahead / sizeof(Edge);
  auto& edges = reader.graph.edges;
  edges.reserve(count + static_cast<std::size_t>(std::min(expected, most)));
  wish_big_pages(edges.data(), edges.capacity() * sizeof(Edge));
}

void read_edges(Reader& reader, ondemand::value& value, std::string_view key) {
  constexpr std::size_t k_sample = 200;
  auto& edges = reader.graph.edges;
  const char* first = nullptr;
  read_list(value, reader.root, key, [&](ondemand::value& item, const Place& place) {
    const char* here = std::string_view(item.raw_json_token()).data();
    if (edges.empty()) first = here;
    if (edges.size() == k_sample) reserve_edges(reader, first, here, k_sample);
    read_edge(reader, item, place, edges.emplace_back());
  });
}

ondemand::object outermost(ondemand::document& document, const Place& root) {
  if (document.type() == ondemand::json_type::object) return {document.get_object()};
  if (document.type() == ondemand::json_type::array)
    fail_at(root, "is no graph: the outermost value is a list, not an object");
  throw SyntaxFault{};
}

enum TopKey : std::size_t { k_directed, k_multigraph, k_graph, k_nodes, k_edges, k_links };
constexpr std::array<std::string_view, 6> k_top_keys{"directed", "multigraph", "graph",
                                                     "nodes",    "edges",      "links"};

struct TopState {
  bool has_nodes = false;
  bool has_edges = false;
  std::string_view waiting;  ///< the key of edges that came before the nodes
};

void read_top(Reader& reader, std::size_t key, ondemand::value& value, TopState& state) {
  switch (key) {
    case k_directed:
      if (!is_null(value) && !get_bool(value, reader.root, "directed"))
        reader.diagnostics.warn("the graph is undirected; each edge is read from its source to its target",
                                {.file = std::string(reader.root.name)});
      break;
    case k_multigraph:
      if (!is_null(value)) static_cast<void>(get_bool(value, reader.root, "multigraph"));
      break;
    case k_graph: read_graph_object(reader, value); break;
    case k_nodes:
      read_nodes(reader, value);
      state.has_nodes = true;
      break;
    default:
      if (state.has_edges) fail_at(reader.root, "there are both \"edges\" and \"links\"");
      state.has_edges = true;
      if (state.has_nodes) {
        read_edges(reader, value, k_top_keys[key]);
      } else {
        state.waiting = k_top_keys[key];
      }
  }
}

void read_all(Reader& reader, simdjson::padded_string_view view) {
  ondemand::parser parser;
  reader.text_end = view.data() + view.size();
  ondemand::document document = parser.iterate(view);
  TopState state;
  read_object(outermost(document, reader.root), k_top_keys, reader.root, reader.graph.extra,
              [&](std::size_t key, ondemand::value& value) { read_top(reader, key, value, state); });
  // Something after the outermost object has a place; the end of the text has none.
  if (document.current_location().error() != simdjson::OUT_OF_BOUNDS) throw SyntaxFault{};
  if (!state.has_nodes) fail_at(reader.root, "is no graph: there are no \"nodes\"");
  if (!state.waiting.empty()) {
    document.rewind();
    ondemand::value edges = document.find_field_unordered(state.waiting);
    read_edges(reader, edges, state.waiting);
  }
  if (!state.has_edges)
    reader.diagnostics.warn("there are neither \"edges\" nor \"links\": a graph without edges",
                            {.file = std::string(reader.root.name)});
}

/// Input: `view` without a byte order mark.
Graph parse(simdjson::padded_string_view view, const std::string& file, Diagnostics& diagnostics) {
  Reader reader{{}, std::nullopt, diagnostics, {nullptr, file}, nullptr};
  const std::string_view text(view.data(), view.size());
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) fail_at(reader.root, "is empty");
  try {
    read_all(reader, view);
  } catch (const simdjson::simdjson_error&) {
    fail_syntax(text, file);
  } catch (const SyntaxFault&) {
    fail_syntax(text, file);
  }
  return std::move(reader.graph);
}

std::size_t byte_order_mark(std::string_view text) {
  return text.starts_with(k_byte_order_mark) ? k_byte_order_mark.size() : 0;
}

}  // namespace

Graph parse_graph(std::string_view json, const std::string& file, Diagnostics& diagnostics) {
  json.remove_prefix(byte_order_mark(json));
  return parse(simdjson::padded_string(json), file, diagnostics);
}

Graph load_graph(const std::string& path, std::size_t max_bytes, Diagnostics& diagnostics) {
  static_assert(k_spare_bytes >= simdjson::SIMDJSON_PADDING);
  std::string text = read_file(path, max_bytes);
  const std::size_t size = text.size();
  text.resize(size + simdjson::SIMDJSON_PADDING, ' ');
  const std::size_t mark = byte_order_mark(text);
  return parse(simdjson::padded_string_view(text.data() + mark, size - mark, text.size() - mark),
               path == "-" ? "standard input" : path, diagnostics);
}

}  // namespace relgraph
