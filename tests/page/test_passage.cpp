// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "page/passage.hpp"

using namespace relgraph;
using namespace relgraph::page;

namespace {

/// "Müller kritisiert Foo, sagt Berg." from byte 100 on.
struct Example {
  Node source{"m", "Jörg Müller", "person", {}, {{"d", {100, 107}, "name"}, {"d", {100, 118}, "nominal"}},
              {}};
  Node target{"f", "Foo", "organization", {}, {{"d", {119, 122}, "name"}, {"other", {101, 103}, "name"}}, {}};
  Node speaker{"b", "Berg", "person", {}, {{"d", {129, 133}, "name"}}, {}};
  Evidence evidence{"d", {100, 134}, "Müller kritisiert Foo, sagt Berg.", Span{108, 118}, "b", "model", {}};
};

std::string show(const Passage& passage) {
  std::string out;
  for (const Piece& piece : passage.sentence) {
    out += piece.mark == Mark::none ? piece.text
                                    : "[" + std::string(to_string(piece.mark)) + ":" + piece.text + "]";
  }
  return out;
}

std::string show(const Example& example) {
  return show(passage_of(example.evidence, &example.speaker, example.source, example.target));
}

}  // namespace

TEST_CASE("passage: trigger, speaker and both ends are marked; the trigger goes before what overlaps it") {
  Example example;
  CHECK(show(example) == "[source:Müller] [trigger:kritisiert] [target:Foo], sagt [speaker:Berg].");
  example.evidence.trigger.reset();
  CHECK(show(example) == "[source:Müller kritisiert] [target:Foo], sagt [speaker:Berg].");
  CHECK(show(passage_of(example.evidence, nullptr, example.source, example.target)) ==
        "[source:Müller kritisiert] [target:Foo], sagt Berg.");
}

TEST_CASE("passage: nothing is marked where positions do not fit the text") {
  Example example;
  example.evidence.text += " ";
  CHECK(show(example) == "Müller kritisiert Foo, sagt Berg. ");
  example = {};
  example.evidence.span = {134, 100};
  CHECK(show(example) == "Müller kritisiert Foo, sagt Berg.");
  example = {};
  example.evidence.trigger = Span{90, 107};  // begins before the sentence
  CHECK(show(example).find("trigger") == std::string::npos);
  example.evidence.trigger = Span{102, 107};  // in the middle of "ü"
  CHECK(show(example).find("trigger") == std::string::npos);
  example.evidence.trigger = Span{130, 5000};
  CHECK(show(example).find("trigger") == std::string::npos);
}

TEST_CASE("passage: the paragraph around the sentence, if it holds the sentence") {
  Example example;
  set_string(example.evidence.extra, "paragraph", "Vor. " + example.evidence.text + " Nach.");
  Passage passage = passage_of(example.evidence, nullptr, example.source, example.target);
  CHECK(passage.before == "Vor. ");
  CHECK(passage.after == " Nach.");
  set_string(example.evidence.extra, "paragraph", "Something else.");
  passage = passage_of(example.evidence, nullptr, example.source, example.target);
  CHECK(passage.before.empty());
  CHECK(passage.after.empty());
}

TEST_CASE("passage: ill-formed text does not break") {
  Example example;
  example.evidence.text = std::string("\xFF\xC3\0\xE2\x80\xAE", 6) + std::string(28, 'a');
  CHECK(show(example).find("\uFFFD") != std::string::npos);
  CHECK(show(example).find("\u202E") == std::string::npos);
}
