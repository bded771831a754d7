// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "extraction/negation.hpp"
#include "extraction/pair_scores.hpp"
#include "extraction/reading.hpp"

namespace relgraph {

namespace {

constexpr std::array<Status, k_statuses> k_status_order = {Status::asserted, Status::reported,
                                                           Status::planned, Status::former, Status::negated};
/// Of two actors a weak reading beside a sure one is more often a wrong name for the same relation: a
/// statement needs this share of the probability of the surest one between its ends. Measured on held-out
/// articles.
constexpr double k_least_share = 0.5;
constexpr float k_trigger_share = 0.35F;  ///< of the strongest word that its neighbours need to belong to it

/// The pairs of a sentence that stand for the same two entities.
using Bags = std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>>;

struct Sentences {
  Reading& reading;
  std::vector<MentionPair> pairs{};
  PairScores scores{};
  std::vector<Statement> out{};
  std::vector<Weighing>* weighed = nullptr;

  [[nodiscard]] float logit(std::size_t pair, std::size_t relation) const {
    return scores.relations[pair * reading.model.relations.size() + relation];
  }
};

/// The status that the pairs together most probably have.
Status status_of(const Sentences& s, const std::vector<std::size_t>& bag) {
  std::array<double, k_statuses> shares{};
  for (const std::size_t pair : bag) {
    const float* logits = s.scores.statuses.data() + pair * k_statuses;
    double sum = 0;
    for (std::size_t i = 0; i < k_statuses; ++i) sum += std::exp(static_cast<double>(logits[i]));
    for (std::size_t i = 0; i < k_statuses; ++i) shares[i] += std::exp(static_cast<double>(logits[i])) / sum;
  }
  return k_status_order[static_cast<std::size_t>(std::ranges::max_element(shares) - shares.begin())];
}

/// The word that carries the relation most, and those beside it that do so too.
void put_trigger(const Sentences& s, std::size_t sentence, std::size_t pair, Statement& statement) {
  const Sentence& of = s.reading.analysis.sentences[sentence];
  const std::size_t words = of.end_token - of.first_token;
  const float* shares = s.scores.triggers.data() + pair * words;
  const auto best = static_cast<std::size_t>(std::max_element(shares, shares + words) - shares);
  std::size_t first = best, last = best;
  while (first > 0 && shares[first - 1] >= k_trigger_share * shares[best]) --first;
  while (last + 1 < words && shares[last + 1] >= k_trigger_share * shares[best]) ++last;
  statement.first_trigger = of.first_token + first;
  statement.last_trigger = of.first_token + last;
}

/// Adds the statement if nothing rules it out; what became of it.
Verdict try_add(Sentences& s, Statement statement, const std::vector<std::size_t>& pairs, std::size_t best) {
  const auto& entities = s.reading.entities;
  if (statement.confidence < s.reading.model.thresholds.relation) return Verdict::improbable;
  if (!fits_signature(*statement.type, k_type_names[entities[statement.source].type],
                      k_type_names[entities[statement.target].type]))
    return Verdict::signature;
  const Sentence& sentence = s.reading.analysis.sentences[statement.sentence];
  statement.status = status_of(s, pairs);
  put_trigger(s, statement.sentence, best, statement);
  if (is_supposed(s.reading.analysis, sentence, statement.last_trigger)) return Verdict::supposed;
  if (is_denied(s.reading.analysis, sentence, statement.last_trigger)) statement.status = Status::negated;
  s.out.push_back(statement);
  return Verdict::accepted;
}

void decide(Sentences& s, std::size_t sentence, const Bags::value_type& bag) {
  const ReaderModel& model = s.reading.model;
  const auto& [ends, pairs] = bag;
  for (std::size_t r = 0; r < model.relations.size(); ++r) {
    const RelationType* type = model.relations[r];
    if (type == nullptr) continue;
    const std::size_t best =
        *std::ranges::max_element(pairs, {}, [&](std::size_t pair) { return s.logit(pair, r); });
    const double logit = static_cast<double>(s.logit(best, r));
    // Four digits: more would tell one mathematical library from another.
    const double exact = 1 / (1 + std::exp(-(model.thresholds.slope * logit + model.thresholds.offset)));
    const double probability = std::round(exact * 1e4) / 1e4;
    const Verdict verdict =
        try_add(s, {ends.first, ends.second, type, Status::asserted, probability, sentence}, pairs, best);
    if (s.weighed != nullptr)
      s.weighed->push_back({ends.first, ends.second, type, probability, verdict, sentence,
                            s.pairs[best].source, s.pairs[best].target});
  }
}

void drop_weak_readings(std::vector<Statement>& statements, std::vector<Weighing>* weighed) {
  std::map<std::pair<std::size_t, std::size_t>, double> best;
  const auto ends = [](const auto& s) { return std::minmax({s.source, s.target}); };
  for (const Statement& s : statements) best[ends(s)] = std::max(best[ends(s)], s.confidence);
  std::erase_if(statements, [&](const Statement& s) { return s.confidence < k_least_share * best[ends(s)]; });
  if (weighed == nullptr) return;
  for (Weighing& w : *weighed)
    if (w.verdict == Verdict::accepted && w.probability < k_least_share * best[ends(w)])
      w.verdict = Verdict::weaker;
}

}  // namespace

std::vector<Statement> find_statements(Reading& reading, std::vector<Weighing>* weighed) {
  if (reading.entities.size() < 2) return {};
  std::vector<std::vector<std::size_t>> by_sentence(reading.analysis.sentences.size());
  for (std::size_t m = 0; m < reading.mentions.size(); ++m)
    if (reading.mentions[m].entity) by_sentence[reading.mentions[m].sentence].push_back(m);
  PairScorer scorer(reading);
  Sentences s{reading};
  s.weighed = weighed;
  for (std::size_t sentence = 0; sentence < by_sentence.size(); ++sentence) {
    s.pairs = pairs_of(reading, sentence, by_sentence);
    if (s.pairs.empty()) continue;
    scorer.run(sentence, s.pairs, s.scores);
    Bags bags;
    for (std::size_t p = 0; p < s.pairs.size(); ++p)
      bags[{*reading.mentions[s.pairs[p].source].entity, *reading.mentions[s.pairs[p].target].entity}]
          .push_back(p);
    for (const auto& bag : bags) decide(s, sentence, bag);
  }
  drop_weak_readings(s.out, weighed);
  return std::move(s.out);
}

}  // namespace relgraph
