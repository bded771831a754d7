// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "extraction/reading.hpp"
#include "language/network/maps.hpp"

namespace relgraph {

namespace {

struct Candidate {
  std::size_t first, last;
  MentionForm form;
  double score;
};

/// The candidate for a span if it is rather a mention than none; logits of none and of the three forms.
void judge(const std::array<double, k_span_classes>& logits, std::size_t first, std::size_t last,
           std::vector<Candidate>& out) {
  const auto* best = std::max_element(logits.begin() + 1, logits.end());
  if (*best <= logits[0]) return;
  double sum = 0;
  for (const double logit : logits) sum += std::exp(logit - *best);
  out.push_back({first, last, static_cast<MentionForm>(best - logits.begin() - 1), -std::log(sum)});
}

bool crosses(const Candidate& a, const Candidate& b) {
  return (a.first < b.first && b.first <= a.last && a.last < b.last) ||
         (b.first < a.first && a.first <= b.last && b.last < a.last);
}

/// Mentions of one sentence, whose words are [begin, end).
std::vector<Candidate> of_sentence(Reading& reading, std::size_t begin, std::size_t end) {
  const ReaderModel& model = reading.model;
  const std::size_t count = end - begin, ends = model.sizes.ends;
  network::Workspace& work = reading.work;
  float* starts = work.dependents.of(count * ends);
  float* stops = work.heads.of(count * ends);
  float* crossed = work.crossed.of(count * k_span_classes * ends);
  float* alone = work.scores.of(count * k_span_classes);
  gelu_map(work, model.start, reading.word(begin), count, starts);
  gelu_map(work, model.end, reading.word(begin), count, stops);
  plain_map(work, model.span_core, starts, count, crossed);
  plain_map(work, model.span_alone, starts, count, alone);
  std::vector<Candidate> found;
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = i; j < std::min(count, i + k_longest_mention); ++j) {
      std::array<double, k_span_classes> logits{};
      for (std::size_t c = 0; c < k_span_classes; ++c) {
        const float* row = crossed + (i * k_span_classes + c) * ends;
        logits[c] = static_cast<double>(network::kernels().dot(row, stops + j * ends, ends) +
                                        alone[i * k_span_classes + c]);
      }
      judge(logits, begin + i, begin + j, found);
    }
  }
  std::ranges::stable_sort(found, std::ranges::greater(), &Candidate::score);
  std::vector<Candidate> kept;
  for (const Candidate& candidate : found)
    if (std::ranges::none_of(kept, [&](const Candidate& k) { return crosses(candidate, k); }))
      kept.push_back(candidate);
  std::ranges::sort(kept, {}, [](const Candidate& c) { return std::pair(c.first, c.last); });
  return kept;
}

NameKeys keys_of(const Reading& reading, std::size_t first, std::size_t last) {
  std::vector<std::string_view> words;
  for (std::size_t i = first; i <= last; ++i)
    words.push_back(reading.analysis.tokens[i].word(reading.document.text));
  return name_keys(words);
}

}  // namespace

void find_mentions(Reading& reading) {
  const ReaderModel& model = reading.model;
  const std::size_t hidden = model.sizes.hidden;
  for (std::size_t s = 0; s < reading.analysis.sentences.size(); ++s) {
    const Sentence& sentence = reading.analysis.sentences[s];
    for (const Candidate& c : of_sentence(reading, sentence.first_token, sentence.end_token))
      reading.mentions.push_back(
          {c.first, c.last, c.form, s, std::nullopt, keys_of(reading, c.first, c.last)});
  }
  std::vector<float> ends(reading.mentions.size() * 2 * hidden);
  for (std::size_t m = 0; m < reading.mentions.size(); ++m) {
    std::copy_n(reading.word(reading.mentions[m].first), hidden, ends.data() + 2 * m * hidden);
    std::copy_n(reading.word(reading.mentions[m].last), hidden, ends.data() + (2 * m + 1) * hidden);
  }
  reading.mention_vectors.resize(reading.mentions.size() * model.sizes.mention);
  gelu_map(reading.work, model.mention, ends.data(), reading.mentions.size(), reading.mention_vectors.data());
}

}  // namespace relgraph
