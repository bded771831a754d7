// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "relgraph/graph.hpp"
#include "report/text.hpp"

namespace relgraph::report {

/// The first entries of a list and how many it has beyond them.
template <class Entry>
struct Listed {
  std::vector<Entry> shown;
  std::size_t more = 0;

  /// Cuts a list at a budget.
  static Listed of(std::vector<Entry> all, std::size_t most) {
    Listed out;
    if (all.size() > most) {
      out.more = all.size() - most;
      all.resize(most);
    }
    out.shown = std::move(all);
    return out;
  }
};

/// A sentence of an article, with who says it and where it stands. All texts are clean.
struct Passage {
  Text text;
  std::string origin;  ///< "Musk – „Streit um …“, 22. Januar 2025"; may be empty
};

struct Actor {
  std::uint32_t node = 0;
  std::string name;
  std::string kind;
  std::vector<std::string> posts;  ///< "CEO (SoftBank)"
  std::size_t out = 0;             ///< actors it acts on
  std::size_t in = 0;              ///< actors that act on it
  double pagerank = 0;             ///< 0 to 1
  std::size_t friendly_out = 0;    ///< actors it is friendly to
  std::size_t friendly_in = 0;
  std::size_t hostile_out = 0;
  std::size_t hostile_in = 0;
};

/// One relation of a pair.
struct Item {
  std::string label;   ///< "nicht: finanziert"
  std::string detail;  ///< "14 Mrd. USD, geplant oder gefordert"; empty if there is nothing to say
  Polarity polarity = Polarity::neutral;  ///< neutral if denied
  double confidence = 0;
};

/// All relations of a family between two actors in one direction.
struct Pair {
  std::string names;  ///< "A → B", "A ↔ B"
  std::vector<Item> items;
  Listed<Passage> passages;
};

struct Family {
  std::string title;
  std::size_t relations = 0;
  Listed<Pair> pairs;
};

struct Event {
  std::string date;  ///< for a reader
  std::string what;
  std::string source;
};

struct Sum {
  std::string amount;
  std::vector<std::string> who;  ///< "A → B: investiert in (geplant)"
  Passage passage;
};

struct Money {
  Listed<Sum> sums;
  std::size_t in_stances = 0;  ///< sums that only occur in remarks about somebody
  /// The largest of each of the commonest currencies: "500 Mrd. USD – A → B: finanziert".
  std::vector<std::string> largest;
};

struct Question {
  std::string text;
  std::vector<Passage> passages;
};

struct QuestionKind {
  std::string title;
  std::string text;
  Listed<Question> questions;
};

struct Source {
  std::string title;
  std::string date;
  std::string language;
  std::string place;  ///< a site or file name
  std::size_t relations = 0;
};

struct Timeline {
  Listed<Event> events;
  std::size_t undated = 0;
};

/// Everything a report says, in the order it says it.
struct Report {
  std::string language;
  std::string title;
  std::string subtitle;
  std::vector<std::string> brief;      ///< sentences
  std::vector<std::string> strongest;  ///< "A → B: kritisiert (3 Sätze)"
  Listed<Actor> actors;
  std::vector<Family> families;
  Timeline timeline;
  Money money;
  std::vector<QuestionKind> questions;
  Listed<Source> sources;
  std::vector<std::string> method;  ///< sentences
};

}  // namespace relgraph::report
