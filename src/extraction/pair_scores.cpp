// SPDX-License-Identifier: Apache-2.0
#include "extraction/pair_scores.hpp"

#include <algorithm>
#include <cmath>

#include "language/network/maps.hpp"

namespace relgraph {

namespace {

constexpr std::size_t k_chunk = 128;  ///< pairs that go through the maps at once

void add(const float* from, std::size_t width, float* to) {
  for (std::size_t i = 0; i < width; ++i) to[i] += from[i];
}

}  // namespace

/// For each mention the mean of the mentions of its entity; zeros without one.
void PairScorer::entity_vectors(std::vector<float>& out) const {
  const std::size_t width = m_reading.model.sizes.mention;
  std::vector<float> sums(m_reading.entities.size() * width);
  std::vector<float> counts(m_reading.entities.size());
  for (std::size_t m = 0; m < m_reading.mentions.size(); ++m) {
    if (!m_reading.mentions[m].entity) continue;
    add(m_reading.mention(m), width, sums.data() + *m_reading.mentions[m].entity * width);
    ++counts[*m_reading.mentions[m].entity];
  }
  out.assign(m_reading.mentions.size() * width, 0);
  for (std::size_t m = 0; m < m_reading.mentions.size(); ++m) {
    if (!m_reading.mentions[m].entity) continue;
    const std::size_t e = *m_reading.mentions[m].entity;
    for (std::size_t i = 0; i < width; ++i) out[m * width + i] = sums[e * width + i] / counts[e];
  }
}

PairScorer::PairScorer(Reading& reading) : m_reading(reading), m_paths(reading.analysis) {
  const ReaderModel& model = reading.model;
  network::Workspace& work = reading.work;
  const std::size_t count = reading.mentions.size(), pair = model.sizes.pair;
  const std::size_t context = model.sizes.context * model.sizes.context_heads;
  std::vector<float> entities, part(count * pair);
  entity_vectors(entities);
  m_query_source.resize(count * context);
  m_query_target.resize(count * context);
  m_source.resize(count * pair);
  m_target.resize(count * pair);
  const float* mentions = reading.mention_vectors.data();
  network::plain_map(work, model.query_source, mentions, count, m_query_source.data());
  network::plain_map(work, model.query_target, mentions, count, m_query_target.data());
  const auto side = [&](const network::Linear& own, const network::Linear& entity, const float* types,
                        std::vector<float>& out) {
    network::plain_map(work, own, mentions, count, out.data());
    network::plain_map(work, entity, entities.data(), count, part.data());
    for (std::size_t m = 0; m < count; ++m) {
      if (!reading.mentions[m].entity) continue;
      add(part.data() + m * pair, pair, out.data() + m * pair);
      add(types + reading.entities[*reading.mentions[m].entity].type * pair, pair, out.data() + m * pair);
    }
  };
  side(model.source, model.source_entity, model.source_type, m_source);
  side(model.target, model.target_entity, model.target_type, m_target);
}

/// The words of the sentence as `count` pairs from `first` on see them: into m_context.
void PairScorer::look(std::size_t first, std::size_t count, const std::vector<MentionPair>& pairs,
                      std::size_t sentence, float* triggers) {
  const ReaderModel& model = m_reading.model;
  const network::Kernels& k = network::kernels();
  const Sentence& of = m_reading.analysis.sentences[sentence];
  const std::size_t words = of.end_token - of.first_token, wide = network::padded(words);
  const std::size_t width = model.sizes.context, heads = model.sizes.context_heads, context = width * heads;
  const float factor = 1.0F / std::sqrt(static_cast<float>(width));
  m_query.resize(count * context);
  m_context.resize(count * context);
  m_weights.resize(count * wide);
  m_turned.resize(width * wide);
  std::vector<std::uint8_t> regions(count * words);
  for (std::size_t p = 0; p < count; ++p) {
    const MentionPair& pair = pairs[first + p];
    for (std::size_t i = 0; i < context; ++i)
      m_query[p * context + i] =
          m_query_source[pair.source * context + i] + m_query_target[pair.target * context + i];
    m_paths.regions(m_reading, pair, sentence, m_regions);
    std::ranges::copy(m_regions, regions.begin() + static_cast<std::ptrdiff_t>(p * words));
  }
  for (std::size_t head = 0; head < heads; ++head) {
    network::transpose(m_keys.data() + head * width, context, words, width, m_turned.data(), wide);
    k.product(m_query.data() + head * width, context, count, width, m_turned.data(), wide, wide,
              m_weights.data(), wide);
    for (std::size_t p = 0; p < count; ++p) {
      float* row = m_weights.data() + p * wide;
      // The softmax multiplies by the factor, so what is added is divided by it.
      for (std::size_t w = 0; w < words; ++w)
        row[w] += model.region[regions[p * words + w] * heads + head] / factor;
      k.softmax(row, words, factor);
      if (head == 0) std::copy_n(row, words, triggers + p * words);
    }
    k.product(m_weights.data(), wide, count, words, m_values.data() + head * width, context, width,
              m_context.data() + head * width, context);
  }
}

void PairScorer::run(std::size_t sentence, const std::vector<MentionPair>& pairs, PairScores& out) {
  const ReaderModel& model = m_reading.model;
  const network::Kernels& k = network::kernels();
  network::Workspace& work = m_reading.work;
  const Sentence& of = m_reading.analysis.sentences[sentence];
  const std::size_t words = of.end_token - of.first_token, wide = model.sizes.mention,
                    width = model.sizes.pair;
  const std::size_t context = model.sizes.context * model.sizes.context_heads;
  const std::size_t relations = model.relations.size();
  m_keys.resize(words * context);
  m_values.resize(words * context);
  network::plain_map(work, model.key, m_reading.word(of.first_token), words, m_keys.data());
  network::plain_map(work, model.value, m_reading.word(of.first_token), words, m_values.data());
  out.relations.resize(pairs.size() * relations);
  out.statuses.resize(pairs.size() * k_statuses);
  out.triggers.resize(pairs.size() * words);
  for (std::size_t first = 0; first < pairs.size(); first += k_chunk) {
    const std::size_t count = std::min(k_chunk, pairs.size() - first);
    look(first, count, pairs, sentence, out.triggers.data() + first * words);
    m_product.resize(count * wide);
    m_hidden.resize(count * width);
    m_mixed.resize(count * width);
    for (std::size_t p = 0; p < count; ++p) {
      const float *a = m_reading.mention(pairs[first + p].source),
                  *b = m_reading.mention(pairs[first + p].target);
      for (std::size_t i = 0; i < wide; ++i) m_product[p * wide + i] = a[i] * b[i];
    }
    network::plain_map(work, model.both, m_product.data(), count, m_hidden.data());
    network::plain_map(work, model.context, m_context.data(), count, m_mixed.data());
    for (std::size_t p = 0; p < count; ++p) {
      const MentionPair& pair = pairs[first + p];
      float* h = m_hidden.data() + p * width;
      add(m_mixed.data() + p * width, width, h);
      add(m_source.data() + pair.source * width, width, h);
      add(m_target.data() + pair.target * width, width, h);
      add(model.pair_distance + pair.distance * width, width, h);
      k.gelu(h, width);
    }
    network::gelu_map(work, model.inner, m_hidden.data(), count, m_mixed.data());
    network::plain_map(work, model.relation, m_mixed.data(), count, out.relations.data() + first * relations);
    network::plain_map(work, model.status, m_mixed.data(), count, out.statuses.data() + first * k_statuses);
  }
}

}  // namespace relgraph
