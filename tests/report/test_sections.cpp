// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "graphs.hpp"
#include "report/sections.hpp"

using namespace relgraph;
using namespace relgraph::report;
using namespace graphs;

TEST_CASE("key actors: neighbours in and out, stances given and received, denied relations left out") {
  Graph graph;
  const auto a = add_node(graph, "Ada");
  const auto b = add_node(graph, "Bea");
  const auto c = add_node(graph, "Foo", "organization");
  static_cast<void>(add_node(graph, "Nobody"));
  add_edge(graph, a, "criticizes", b);
  add_edge(graph, a, "accuses", b);  // the same neighbour
  add_edge(graph, a, "supports", c);
  add_edge(graph, b, "partners_with", a);  // no direction: both are friendly
  add_edge(graph, b, "criticizes", c, Status::negated);
  const Facts facts(graph, "en");
  const Listed<Actor> actors = key_actors(facts, 10);
  REQUIRE(actors.shown.size() == 3);
  CHECK(actors.more == 0);
  const Actor& ada = actors.shown.front();
  CHECK(ada.name == "Ada");
  CHECK(ada.kind == "Person");
  CHECK(ada.out == 2);
  CHECK(ada.in == 1);
  CHECK(ada.hostile_out == 1);
  CHECK(ada.hostile_in == 0);
  CHECK(ada.friendly_out == 2);
  CHECK(ada.friendly_in == 1);
  double sum = 0;
  for (const Actor& actor : actors.shown) sum += actor.pagerank;
  CHECK(sum < 1);  // the fourth has its share
  CHECK(sum > 0.8);
  CHECK(actors.shown[2].hostile_in == 0);  // the denied one
  const Listed<Actor> one = key_actors(facts, 1);
  CHECK(one.shown.size() == 1);
  CHECK(one.more == 2);
}

TEST_CASE("posts: role first, former ones last, what an organization is led by") {
  Graph graph;
  const auto a = add_node(graph, "Ada");
  const auto f = add_node(graph, "Foo", "organization");
  const auto g = add_node(graph, "Goo", "organization");
  set_string(add_edge(graph, a, "works_for", g, Status::former).attributes, "role", "clerk");
  set_string(add_edge(graph, a, "leads", f).attributes, "role", "chair");
  add_edge(graph, a, "works_for", f);  // says less than the role
  add_edge(graph, a, "advises", g, Status::negated);
  const Facts facts(graph, "en");
  CHECK(posts_of(facts, a) == std::vector<std::string>{"chair (Foo)", "formerly: clerk (Goo)"});
  CHECK(posts_of(facts, f) == std::vector<std::string>{"is led by Ada"});
  CHECK(posts_of(facts, g).empty());
  CHECK(posts_of(Facts(graph, "de"), f) == std::vector<std::string>{"wird geleitet von Ada"});
}

TEST_CASE("relations: by family, pairs by support, each sentence once") {
  Graph graph = affair();
  graph.edges[2].evidence.push_back(graph.edges[2].evidence.front());  // the same place again
  graph.edges[2].evidence.push_back(graph.edges[2].evidence.front());
  graph.edges[2].evidence.back().span = {90000, 90035};
  Edge unknown = graph.edges[0];
  unknown.type = "winks_at";
  graph.edges.push_back(unknown);
  const std::vector<Family> families = relations_by_family(Facts(graph, "en"), 1, 1);
  REQUIRE(families.size() == 6);
  CHECK(families[0].title == "Stance");
  CHECK(families[0].relations == 2);
  REQUIRE(families[0].pairs.shown.size() == 1);
  const Pair& pair = families[0].pairs.shown[0];
  CHECK(pair.names == "Ada Berg → Bruno Carl");
  REQUIRE(pair.items.size() == 2);
  CHECK(pair.items[0].label == "criticizes");  // more evidence than the support
  CHECK(pair.items[0].polarity == Polarity::negative);
  CHECK(pair.items[1].label == "supports");
  REQUIRE(pair.passages.shown.size() == 1);
  CHECK(pair.passages.more == 2);
  CHECK(pair.passages.shown[0].text == Text{{"Sentence 2 has the ", Style::plain},
                                            {"TRIGGER", Style::trigger},
                                            {" of criticizes.", Style::plain}});
  CHECK(pair.passages.shown[0].origin == "Ada Berg – “The first article”, 22 January 2025");
  CHECK(families[2].title == "Co-operation and money");
  CHECK(families[2].pairs.more == 1);
  CHECK(families.back().title == "Other relations");
  CHECK(families.back().pairs.shown[0].items[0].label == "winks at");
}

TEST_CASE("relations: status and attributes stand with the label") {
  const Graph graph = affair();
  const Facts facts(graph, "en");
  CHECK(facts.label_with_detail(graph.edges[4]) == "attacks (according to Ada Berg)");
  CHECK(facts.label_with_detail(graph.edges[6]) == "not: funds");
  CHECK(facts.label_with_detail(graph.edges[7]) == "invests in (USD 14 bn, March 2025, planned or demanded)");
  CHECK(Facts(graph, "de").label_with_detail(graph.edges[7]) ==
        "investiert in (14 Mrd. USD, März 2025, geplant oder gefordert)");
  CHECK(stance_of(graph.edges[6]) == Polarity::neutral);
}

TEST_CASE("strongest relations: one line a pair") {
  const std::vector<std::string> lines = strongest_relations(Facts(affair(), "en"), 2);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == "Ada Berg → Bruno Carl: criticizes, supports – 2 sentences");
}

TEST_CASE("timeline: oldest first, days of publication among them, no dates that are none") {
  Graph graph = affair();
  set_string(graph.edges[1].attributes, "date", "next week");
  const Timeline line = timeline(Facts(graph, "en"), 10);
  REQUIRE(line.events.shown.size() == 4);
  CHECK(line.events.shown[0].date == "2011");
  CHECK(line.events.shown[0].what == "Ada Berg → Foo Works: founded");
  CHECK(line.events.shown[0].source == "The first article");
  CHECK(line.events.shown[1].date == "22 January 2025");
  CHECK(line.events.shown[1].what == "Published: The first article");
  CHECK(line.events.shown[3].date == "March 2025");
  CHECK(line.undated == graph.edges.size() - 2);
  CHECK(timeline(Facts(graph, "en"), 1).events.more == 3);
}

TEST_CASE("money: largest first within a currency, one row for one sum of one sentence, no sums of remarks") {
  Graph graph;
  const auto a = add_node(graph, "Ada");
  const auto f = add_node(graph, "Foo", "organization");
  const auto g = add_node(graph, "Goo", "organization");
  const auto pay = [&](const char* type, std::uint32_t to, double amount, const char* currency) -> Edge& {
    Edge& edge = add_edge(graph, a, type, to);
    set_number(edge.attributes, "amount", amount);
    set_string(edge.attributes, "currency", currency);
    return edge;
  };
  pay("funds", f, 10, "EUR");
  const Evidence shared = pay("invests_in", f, 500, "EUR").evidence.front();
  pay("invests_in", g, 500, "EUR").evidence = {shared};
  pay("funds", g, 7000, "CHF");
  pay("criticizes", g, 9e12, "EUR");
  set_string(add_edge(graph, a, "owns", g).attributes, "amount", "3000");  // a number as other tools write it
  const Money money = money_table(Facts(graph, "en"), 10);
  REQUIRE(money.sums.shown.size() == 4);
  CHECK(money.in_stances == 1);
  CHECK(money.sums.shown[0].amount == "3,000");
  CHECK(money.sums.shown[1].amount == "CHF 7,000");
  CHECK(money.sums.shown[2].amount == "EUR 500");
  CHECK(money.sums.shown[2].who ==
        std::vector<std::string>{"Ada → Foo: invests in", "Ada → Goo: invests in"});
  CHECK(plain(money.sums.shown[2].passage.text) == shared.text);
  CHECK(money.largest == std::vector<std::string>{"EUR 500 – Ada → Foo: invests in",
                                                  "3,000 – Ada → Goo: owns", "CHF 7,000 – Ada → Goo: funds"});
  CHECK(money_table(Facts(graph, "en"), 1).sums.more == 3);
}

TEST_CASE("open questions: each kind, and each relation in one of them") {
  const std::vector<QuestionKind> kinds = open_questions(Facts(affair(), "en"), 10, 2);
  REQUIRE(kinds.size() == 4);
  CHECK(kinds[0].title == "Stated and denied");
  REQUIRE(kinds[0].questions.shown.size() == 1);
  CHECK(kinds[0].questions.shown[0].text == "Greifswald → Foo Works: “funds” is both stated and denied.");
  REQUIRE(kinds[0].questions.shown[0].passages.size() == 2);
  CHECK(kinds[0].questions.shown[0].passages[1].origin ==
        "Bruno Carl – “The second article”, 1 February 2025");
  REQUIRE(kinds[1].questions.shown.size() == 2);
  CHECK(
      kinds[1].questions.shown[1].text ==
      "Bruno Carl → Foo Works – friendly: invests in (USD 14 bn, March 2025, planned or demanded); hostile: "
      "attacks (according to Ada Berg).");
  CHECK(kinds[1].questions.shown[0].text ==
        "Ada Berg → Bruno Carl – friendly: supports; hostile: criticizes.");
  CHECK(kinds[2].questions.shown[0].text == "Only Ada Berg says: Bruno Carl → Foo Works: attacks.");
  REQUIRE(kinds[3].questions.shown.size() == 1);
  CHECK(kinds[3].questions.shown[0].text ==
        "Only planned or demanded: Bruno Carl → Foo Works: invests in (USD 14 bn, March 2025).");
}

TEST_CASE("open questions: what is none") {
  Graph graph;
  const auto a = add_node(graph, "Ada");
  const auto b = add_node(graph, "Bea");
  const auto f = add_node(graph, "Foo", "organization");
  SECTION("it was so once, and is no more") {
    add_edge(graph, a, "leads", f, Status::former);
    add_edge(graph, a, "leads", f, Status::negated);
  }
  SECTION("a change of sides that the text tells: once friendly, now hostile") {
    add_edge(graph, a, "supports", b, Status::former);
    add_edge(graph, a, "criticizes", b);
  }
  SECTION("hostile in one direction, friendly in the other") {
    add_edge(graph, a, "supports", b);
    add_edge(graph, b, "criticizes", a);
  }
  SECTION("a denied stance beside another") {
    add_edge(graph, a, "supports", b);
    add_edge(graph, a, "criticizes", b, Status::negated);
  }
  SECTION("planned, and stated as done elsewhere") {
    add_edge(graph, a, "invests_in", f, Status::planned);
    add_edge(graph, a, "invests_in", f, Status::asserted);
  }
  SECTION("what somebody says of himself") { add_edge(graph, a, "criticizes", b, Status::reported, "ada"); }
  SECTION("a claim of several speakers is a stance of nobody alone") {
    Edge& edge = add_edge(graph, a, "criticizes", b, Status::reported, "foo");
    edge.evidence.push_back(edge.evidence.front());
    edge.evidence.back().speaker = "bea";
  }
  CHECK(open_questions(Facts(graph, "en"), 10, 2).empty());
}

TEST_CASE("open questions: friendship without direction counts for both") {
  Graph graph;
  const auto a = add_node(graph, "Ada");
  const auto b = add_node(graph, "Bea");
  add_edge(graph, a, "partners_with", b);
  add_edge(graph, b, "sues", a);
  const std::vector<QuestionKind> kinds = open_questions(Facts(graph, "en"), 10, 2);
  REQUIRE(kinds.size() == 1);
  REQUIRE(kinds[0].questions.shown.size() == 1);
  CHECK(kinds[0].questions.shown[0].text == "Bea → Ada – friendly: partners with; hostile: sues.");
}

TEST_CASE("sources: relations that each document states") {
  const Listed<Source> all = sources(Facts(affair(), "de"), 10);
  REQUIRE(all.shown.size() == 2);
  CHECK(all.shown[0].title == "The first article");
  CHECK(all.shown[0].date == "22. Januar 2025");
  CHECK(all.shown[0].place == "d.txt");
  CHECK(all.shown[0].relations == 7);
  CHECK(all.shown[1].relations == 2);
  CHECK(place_of("https://example.org/a/b?c") == "example.org");
  CHECK(place_of("-").empty());
}

TEST_CASE("method: who chose, how certain, what is left out") {
  Graph graph = affair();
  graph.edges[0].confidence = 0.4;
  set_string(graph.graph_extra, "model", "relgraph-de-en 3");
  const std::vector<std::string> lines = method(Facts(graph, "en"));
  const std::string all = joined(lines, "\n");
  CHECK(has(all, "9 of 9 source passages were chosen by a trained network"));
  CHECK(has(all, "Model: relgraph-de-en 3."));
  CHECK(has(all, "80% in the middle (median); 1 is below 60%"));
  CHECK(has(all, "6 as a fact, 1 as the claim of a third party, 1 as planned or demanded, 1 as denied"));
  CHECK(has(all, "2 articles, 5 actors, 9 relations, 9 sentences"));
  CHECK(has(all, "not in the report: 1 actor."));
  for (Edge& edge : graph.edges) edge.evidence.front().by = "user";
  CHECK(has(joined(method(Facts(graph, "en"))), "do not come from relgraph's trained network (9"));
}

TEST_CASE("brief: counts, the centre, sides, the largest sum, what is open") {
  ReportOptions options;
  const Report report = make_report(affair(), options);
  const std::string all = joined(report.brief, "\n");
  INFO(all);
  CHECK(has(all, "Read: 2 articles. Found: 4 actors and 9 relations, stated by 9 sentences."));
  CHECK(has(all,
            "At the centre, with the number of their ties: Foo Works (4), Greifswald (2), Bruno Carl (2)."));
  CHECK(has(all, "Hostility comes above all from Bruno Carl (1), Ada Berg (1)."));
  CHECK(has(all, "USD 14 bn – Bruno Carl → Foo Works: invests in (planned or demanded)."));
  CHECK(has(all, "5 questions are open"));
  CHECK(report.title == "Who with whom: 2 articles");
  CHECK(report.subtitle == "22 January 2025 – 1 February 2025 · 4 actors · 9 relations");
  CHECK(!has(all, "Caution"));
  Graph unsure = affair();
  for (std::size_t i = 0; i < 5; ++i) unsure.edges[i].confidence = 0.59;
  CHECK(
      has(joined(make_report(unsure, options).brief), "Caution: 5 of 9 relations are uncertain (below 60%)"));
  options.render.title = "The affair";
  CHECK(make_report(affair(), options).title == "The affair");
}
