// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "build.hpp"
#include "relgraph/corrections.hpp"

using namespace relgraph;
using namespace relgraph::testing;

namespace {

Graph article() {
  Graph graph;
  graph.documents.push_back({.id = "d"});
  graph.nodes = {actor("trump", "Donald Trump", "person", {"Trump", "Trump Organization"}),
                 actor("oracle", "Oracle", "organization"), actor("stargate", "Stargate", "project"),
                 actor("stargate-2", "Stargate-Initiative", "organization", {"Initiative"})};
  const std::vector<std::string> text{"Trump praises Oracle.", "The Trump Organization sues Oracle.",
                                      "He criticizes Oracle.", "Oracle funds Stargate."};
  const std::vector<std::string> types{"supports", "sues", "criticizes", "funds"};
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    Edge edge = relation(i == 3 ? 1 : 0, i == 3 ? 2 : 1, types[i], Status::asserted, 0.5);
    edge.evidence.push_back(sentence("d", begin, text[i]));
    edge.evidence.back().by = "model";
    graph.edges.push_back(edge);
    begin += text[i].size() + 1;
  }
  graph.nodes[0].mentions = {{"d", {0, 5}, "name"}, {"d", {26, 44}, "name"}, {"d", {58, 60}, "pronoun"}};
  graph.edges[3].evidence[0].speaker = "stargate-2";
  canonicalise(graph);
  return graph;
}

struct Result {
  Graph graph;
  std::vector<std::string> said;
};

Result correct(Graph graph, const std::string& text) {
  Diagnostics diagnostics;
  Result out{apply_corrections(std::move(graph), parse_corrections(text, "c.toml"), diagnostics), {}};
  for (const Diagnostic& entry : diagnostics.entries)
    out.said.push_back(to_string(entry.where) + ": " + entry.message);
  return out;
}

std::vector<std::string> edges(const Graph& graph) {
  std::vector<std::string> out;
  for (const Edge& edge : graph.edges)
    out.push_back(graph.nodes[edge.source].label + " " + edge.type + " " + graph.nodes[edge.target].label);
  std::ranges::sort(out);
  return out;
}

const Node& node(const Graph& graph, const std::string& label) {
  const auto found = std::ranges::find(graph.nodes, label, &Node::label);
  REQUIRE(found != graph.nodes.end());
  return *found;
}

std::string parse_error(const std::string& text) {
  return error_of([&] { static_cast<void>(parse_corrections(text, "c.toml")); });
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("corrections: the file is read from the top to the bottom, whatever the kinds", "[corrections]") {
  const Corrections read = parse_corrections(
      "# ours\n[[rename]]\nentity = \"A\"\nto = \"B\"\n\n[[merge]]\nnames = ['B', 'C']\nnote = \"same "
      "house\"\n"
      "[[rename]]\nentity = 'X'\nto = 'Y'\n",
      "c.toml");
  REQUIRE(read.items.size() == 3);
  CHECK(std::get<RenameEntity>(read.items[0].what).to == "B");
  CHECK(std::get<MergeEntities>(read.items[1].what).names == Strings{"B", "C"});
  CHECK(read.items[1].note == "same house");
  CHECK(to_string(read.items[2].where) == "c.toml:9");
  CHECK(parse_corrections("", "c.toml").items.empty());
}

TEST_CASE("corrections: mistakes in the file say line, reason and what to do", "[corrections]") {
  const auto [text, line, reason, hint] = GENERATE(table<std::string, std::string, std::string, std::string>({
      {"[[merg]]\nnames = ['A', 'B']\n", "c.toml:1", "'merg'", "Did you mean 'merge'?"},
      {"\n[merge]\nnames = ['A', 'B']\n", "c.toml:2", "no list of corrections", "[[merge]]"},
      {"[[merge]]\nnames = ['A']\n", "c.toml:2", "too few names", "names = ["},
      {"[[merge]]\nnames = ['A', 'A']\n", "c.toml:2", "twice", "Leave one"},
      {"[[merge]]\nnames = 'A'\n", "c.toml:2", "no list", "names = ["},
      {"[[rename]]\nentity = 'A'\n", "c.toml:1", "'to' is missing", "to = "},
      {"[[rename]]\nentity = 'A'\nto = 3\n", "c.toml:3", "no text", "quotation marks"},
      {"[[rename]]\nentity = 'A'\nto = ' '\n", "c.toml:3", "empty", "Say"},
      {"[[rename]]\nentity = 'A'\nfrom = 'B'\n", "c.toml:3", "'from'", "entity, to, note"},
      {"[[type]]\nentity = 'A'\ntype = 'organisation'\n", "c.toml:3", "'organisation'", "'organization'"},
      {"[[wrong]]\nsource = 'A'\ntype = 'criticises'\ntarget = 'B'\n", "c.toml:3", "'criticises'",
       "'criticizes'"},
      {"[[wrong]]\nsource = 'A'\ntype = 'is a'\ntarget = 'B'\n", "c.toml:3", "no type", "small letters"},
      {"[[right]]\nsource = 'A'\ntype = 'sues'\ntarget = 'B'\nstatus = 'plan'\n", "c.toml:5", "'plan'",
       "planned"},
      {"[[rename]]\nentity = A\n", "c.toml:2", "", "quotation marks"},
  }));
  const std::string said = parse_error(text);
  INFO(text << said);
  CHECK(said.starts_with(line + ": "));
  CHECK(said.find(reason) != std::string::npos);
  CHECK(said.find(hint) != std::string::npos);
}

TEST_CASE("corrections: what is written is read back", "[corrections]") {
  const std::string hostile = "\"; [[x]]\n\\ \x01\x7F \xE2\x80\xAE 🚀 '";
  const std::vector<Correction> all{{MergeEntities{{hostile, "B", "C"}}},
                                    {SplitEntity{"A", {hostile}}},
                                    {RenameEntity{"A", hostile}},
                                    {RetypeEntity{hostile, "party"}},
                                    {DropEntity{hostile}},
                                    {JudgeRelation{false, "A", "sues", hostile}, hostile},
                                    {JudgeRelation{true, "A", "sues", "B", hostile, Status::planned}}};
  for (const Correction& correction : all) {
    const Corrections back = parse_corrections(to_toml(correction), "c.toml");
    REQUIRE(back.items.size() == 1);
    CHECK(back.items[0].what == correction.what);
    CHECK(back.items[0].note == correction.note);
  }
}

TEST_CASE("corrections: merge joins names, edges, mentions and speakers under the first name",
          "[corrections]") {
  const Result result = correct(article(), "[[merge]]\nnames = ['Stargate-Initiative', 'Stargate']\n");
  CHECK(result.said.empty());
  CHECK(result.graph.nodes.size() == 3);
  const Node& merged = node(result.graph, "Stargate-Initiative");
  CHECK(merged.aliases == Strings{"Initiative", "Stargate"});
  CHECK(merged.type == "organization");
  CHECK(edges(result.graph).front() == "Donald Trump criticizes Oracle");
  CHECK(std::ranges::count(edges(result.graph), "Oracle funds Stargate-Initiative") == 1);
  for (const Edge& edge : result.graph.edges)
    if (edge.type == "funds") CHECK(edge.evidence[0].speaker == merged.id);
}

TEST_CASE("corrections: a merge makes no relation of an entity to itself", "[corrections]") {
  const Result result = correct(article(), "[[merge]]\nnames = ['Oracle', 'Stargate']\n");
  CHECK(std::ranges::none_of(result.graph.edges, [](const Edge& e) { return e.source == e.target; }));
  CHECK(result.graph.edges.size() == 3);
}

TEST_CASE("corrections: rename keeps the old name as another, type changes the type", "[corrections]") {
  const Result result = correct(article(),
                                "[[rename]]\nentity = 'oracle'\nto = 'Oracle Corp.'\n[[type]]\nentity = "
                                "'Oracle Corp.'\ntype = 'product'\n");
  CHECK(result.said.empty());
  CHECK(node(result.graph, "Oracle Corp.").aliases == Strings{"Oracle"});
  CHECK(node(result.graph, "Oracle Corp.").type == "product");
  CHECK(node(result.graph, "Oracle Corp.").id == "oracle");
}

TEST_CASE("corrections: rename to a name that is taken asks for a merge", "[corrections]") {
  const Result result = correct(article(), "[[rename]]\nentity = 'Stargate'\nto = 'Oracle'\n");
  REQUIRE(result.said.size() == 1);
  CHECK(result.said[0].find("merge them") != std::string::npos);
  CHECK(serialise_graph(result.graph) == serialise_graph(article()));
}

TEST_CASE("corrections: drop-actor goes by the label, never by another name", "[corrections]") {
  const Result dropped = correct(article(), "[[drop-actor]]\nentity = 'Stargate-Initiative'\n");
  CHECK(dropped.said.empty());
  CHECK(dropped.graph.nodes.size() == 3);
  for (const Edge& edge : dropped.graph.edges)
    for (const Evidence& evidence : edge.evidence) CHECK(evidence.speaker.empty());
  const Result kept = correct(article(), "[[drop-actor]]\nentity = 'Trump'\n");
  REQUIRE(kept.said.size() == 1);
  CHECK(kept.said[0] == "c.toml:1: no entity is called 'Trump'; it is another name of 'Donald Trump'");
  CHECK(kept.graph.nodes.size() == 4);
}

TEST_CASE("corrections: split divides names, mentions and relations by the sentences", "[corrections]") {
  const Result result =
      correct(article(),
              "[[split]]\nentity = 'Donald Trump'\nnames = ['Trump Organization']\n[[type]]\nentity = 'Trump "
              "Organization'\ntype = 'organization'\n");
  CHECK(result.said.empty());
  // The pronoun goes with the name before it.
  CHECK(edges(result.graph) == Strings{"Donald Trump supports Oracle", "Oracle funds Stargate",
                                       "Trump Organization criticizes Oracle",
                                       "Trump Organization sues Oracle"});
  CHECK(node(result.graph, "Donald Trump").aliases == Strings{"Trump"});
  CHECK(node(result.graph, "Donald Trump").mentions.size() == 1);
  CHECK(node(result.graph, "Trump Organization").mentions.size() == 2);
}

TEST_CASE("corrections: split without mentions leaves what is undecided and says so", "[corrections]") {
  Graph graph = article();
  for (Node& n : graph.nodes) n.mentions.clear();
  const Result result = correct(graph, "[[split]]\nentity = 'Trump'\nnames = ['Trump Organization']\n");
  REQUIRE(result.said.size() == 1);
  CHECK(result.said[0].starts_with("c.toml:1: 1 relations do not say"));
  CHECK(std::ranges::count(edges(result.graph), "Donald Trump criticizes Oracle") == 1);
  CHECK(std::ranges::count(edges(result.graph), "Trump Organization sues Oracle") == 1);
}

TEST_CASE("corrections: wrong takes a relation away, or the sentence named", "[corrections]") {
  Graph graph = article();
  CHECK(edges(correct(graph, "[[wrong]]\nsource='Trump'\ntype='supports'\ntarget='Oracle'\n").graph).size() ==
        3);
  for (Edge& edge : graph.edges)
    if (edge.type == "supports") edge.evidence.push_back(sentence("d", 500, "Trump  loves\nOracle."));
  const std::string wrong = "[[wrong]]\nsource='Trump'\ntype='supports'\ntarget='Oracle'\nsentence='";
  const Result result = correct(graph, wrong + "trump loves Oracle'\n");
  CHECK(result.said.empty());
  CHECK(result.graph.edges.size() == 4);
  for (const Edge& edge : result.graph.edges) CHECK(edge.evidence.size() == 1);
  const Result none = correct(graph, wrong + "Something else'\n");
  REQUIRE(none.said.size() == 1);
  CHECK(none.said[0].find("with the sentence 'Something else'") != std::string::npos);
  const Result other = correct(graph, "[[wrong]]\nsource='Oracle'\ntype='sues'\ntarget='Trump'\n");
  REQUIRE(other.said.size() == 1);
  CHECK(other.said[0].find("between the two: criticizes, sues, supports") != std::string::npos);
}

TEST_CASE("corrections: a relation that is right is certain and by the user", "[corrections]") {
  const Result result = correct(article(), "[[right]]\nsource='Trump'\ntype='sues'\ntarget='Oracle'\n");
  CHECK(result.said.empty());
  for (const Edge& edge : result.graph.edges) {
    CHECK(edge.confidence == (edge.type == "sues" ? 1.0 : 0.5));
    CHECK(edge.evidence[0].by == (edge.type == "sues" ? "user" : "model"));
  }
}

TEST_CASE("corrections: a relation that was not found is added with a sentence of the graph",
          "[corrections]") {
  const std::string swap =
      "[[wrong]]\nsource='Trump'\ntype='supports'\ntarget='Oracle'\n"
      "[[right]]\nsource='Trump'\ntype='praises'\ntarget='Oracle'\nsentence='Trump praises "
      "Oracle'\nstatus='reported'\n";
  const Result result = correct(article(), swap);
  CHECK(result.said.empty());
  const auto added = std::ranges::find(result.graph.edges, "praises", &Edge::type);
  REQUIRE(added != result.graph.edges.end());
  CHECK(added->status == Status::reported);
  CHECK(added->confidence == 1);
  REQUIRE(added->evidence.size() == 1);
  CHECK(added->evidence[0].span == Span{0, 21});
  CHECK(added->evidence[0].by == "user");
  CHECK(correct(article(), "[[right]]\nsource='Trump'\ntype='owns'\ntarget='Oracle'\n").said.size() == 1);
  CHECK(correct(article(), "[[right]]\nsource='Trump'\ntype='owns'\ntarget='Oracle'\nsentence='Oracle'\n")
            .said[0]
            .find("4 sentences") != std::string::npos);
}

TEST_CASE("corrections: names that are no more, or of several, are said and never dropped", "[corrections]") {
  Graph graph = article();
  graph.nodes.push_back(actor("oracle-2", "Oracle", "place"));
  const Result result =
      correct(graph,
              "[[type]]\nentity='Orakle'\ntype='place'\n[[type]]\nentity='Oracle'\ntype='person'\n"
              "[[type]]\nentity='Oracle (place)'\ntype='person'\n");
  REQUIRE(result.said.size() == 2);
  CHECK(result.said[0].starts_with("c.toml:1: 'Orakle' is not in the graph"));
  CHECK(result.said[1].find("write 'Oracle (organization)' or 'Oracle (place)'") != std::string::npos);
  CHECK(std::ranges::count_if(result.graph.nodes,
                              [](const Node& n) { return n.label == "Oracle" && n.type == "person"; }) == 1);
}

TEST_CASE("corrections: twice is once, whatever graph and corrections", "[corrections]") {
  std::mt19937 random(7);
  const auto draw = [&](std::size_t below) { return static_cast<std::size_t>(random() % below); };
  const Strings names{"Anna Adler",  "Björn Becker", "Acme",     "Nordwind AG",
                      "Carla Çelik", "Hafen Süd",    "Sam Stone"};
  const Strings types{"criticizes", "partners_with", "owns", "meets"};
  const auto name = [&] { return names[draw(names.size())]; };
  for (int round = 0; round < 400; ++round) {
    Graph graph = random_graph(random);
    canonicalise(graph);
    Corrections corrections;
    for (std::size_t i = 0; i < 1 + draw(5); ++i) {
      const std::string a = name(), b = name();
      switch (draw(7)) {
        case 0: corrections.items.push_back({MergeEntities{{a, b}}}); break;
        case 1:
          corrections.items.push_back({SplitEntity{a, {"Alias " + std::to_string(draw(4)) + " of " + b}}});
          break;
        case 2: corrections.items.push_back({RenameEntity{a, draw(2) == 0 ? "New" : "Newer"}}); break;
        case 3: corrections.items.push_back({RetypeEntity{a, "product"}}); break;
        case 4: corrections.items.push_back({DropEntity{a}}); break;
        default:
          corrections.items.push_back(
              {JudgeRelation{draw(2) == 0, a, types[draw(4)], b,
                             draw(2) == 0 ? "" : "Sentence " + std::to_string(draw(4))}});
      }
    }
    Diagnostics diagnostics;
    const Graph once = apply_corrections(graph, corrections, diagnostics);
    const Graph twice = apply_corrections(once, corrections, diagnostics);
    std::string text;
    for (const Correction& c : corrections.items) text += to_toml(c);
    INFO(round << "\n" << text);
    REQUIRE(serialise_graph(twice) == serialise_graph(once));
    REQUIRE(serialise_graph(parse_graph(serialise_graph(once), "g", diagnostics)) == serialise_graph(once));
  }
}
