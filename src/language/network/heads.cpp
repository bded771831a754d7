// SPDX-License-Identifier: Apache-2.0
#include "language/network/heads.hpp"

#include <algorithm>

#include "language/network/arborescence.hpp"
#include "language/network/maps.hpp"
#include "language/network/name_path.hpp"
#include "relgraph/error.hpp"

namespace relgraph::network {

namespace {

std::uint16_t greatest(const float* values, std::size_t count) {
  return static_cast<std::uint16_t>(std::max_element(values, values + count) - values);
}

std::size_t index_of(const std::vector<std::string>& labels, std::string_view label) {
  const auto found = std::ranges::find(labels, label);
  if (found == labels.end())
    throw Error(ErrorCode::input,
                "the language model is damaged: it has no label '" + std::string(label) + "'");
  return static_cast<std::size_t>(found - labels.begin());
}

std::vector<std::size_t> feature_sizes(const Labels& labels) {
  std::vector<std::size_t> sizes;
  for (const auto& [name, values] : labels.features) sizes.push_back(values.size());
  return sizes;
}

std::size_t sum(const std::vector<std::size_t>& sizes) {
  std::size_t total = 0;
  for (const std::size_t size : sizes) total += size;
  return total;
}

/// Gives the outputs of a map row by row to `then(row, values)`.
template <class Then>
void each_row(Workspace& work, const Linear& map, const float* vectors, std::size_t rows, const Then& then) {
  const std::size_t width = map.kind->outputs();
  float* values = work.row.of(width);
  run_map(work, map, vectors, map.kind->inputs(), rows,
          [&](std::size_t r, const std::int32_t* sums, float scale) {
            kernels().affine(sums, width, scale, map.affine, values);
            then(r, values);
          });
}

}  // namespace

Heads::Heads(const ModelFile& model, LinearMaker& maker)
    : m_shape(model.shape()),
      m_feature_sizes(feature_sizes(model.labels())),
      m_name_tags(model.labels().name_tags),
      m_deprels(model.labels().deprels.size()),
      m_root_deprel(index_of(model.labels().deprels, "root")),
      m_tag_hidden(maker.make(model, "tag_hidden", m_shape.hidden, m_shape.tag_hidden)),
      m_upos(maker.make(model, "upos", m_shape.tag_hidden, model.labels().upos.size())),
      m_features(maker.make(model, "features", m_shape.tag_hidden, sum(m_feature_sizes))),
      m_lemma(maker.make(model, "lemma", m_shape.tag_hidden, model.labels().scripts.size())),
      m_name_hidden(maker.make(model, "name_hidden", m_shape.hidden, m_shape.name_hidden)),
      m_names(maker.make(model, "names", m_shape.name_hidden, m_name_tags.size())),
      m_arc_head(maker.make(model, "arc_head", m_shape.hidden, m_shape.arc)),
      m_arc_dependent(maker.make(model, "arc_dependent", m_shape.hidden, m_shape.arc)),
      m_rel_head(maker.make(model, "rel_head", m_shape.hidden, m_shape.rel)),
      m_rel_dependent(maker.make(model, "rel_dependent", m_shape.hidden, m_shape.rel)),
      m_rel_core(maker.make(model, "rel.core", m_shape.rel, m_deprels * m_shape.rel, false)),
      m_arc_core(model.floats("arc.core", m_shape.arc * m_shape.arc)),
      m_arc_of_head(model.floats("arc.head", m_shape.arc)),
      m_rel_of_head(model.floats("rel.head", m_deprels * m_shape.rel)),
      m_rel_of_dependent(model.floats("rel.dependent", m_deprels * m_shape.rel)),
      m_rel_bias(model.floats("rel.bias", m_deprels)) {}

void Heads::run(Workspace& work, const float* vectors, std::span<const std::size_t> begins,
                std::span<WordLabels> labels, std::span<std::uint8_t> feature_values) const {
  tag(work, vectors, labels, feature_values);
  name(work, vectors, begins, labels);
  parse(work, vectors, begins, labels);
  relate(work, vectors, begins, labels);
}

void Heads::tag(Workspace& work, const float* vectors, std::span<WordLabels> labels,
                std::span<std::uint8_t> feature_values) const {
  const std::size_t rows = labels.size();
  float* hidden = work.hidden.of(rows * m_shape.tag_hidden);
  gelu_map(work, m_tag_hidden, vectors, rows, hidden);
  each_row(work, m_upos, hidden, rows, [&](std::size_t r, const float* values) {
    labels[r].upos = greatest(values, m_upos.kind->outputs());
  });
  each_row(work, m_lemma, hidden, rows, [&](std::size_t r, const float* values) {
    labels[r].script = greatest(values, m_lemma.kind->outputs());
  });
  each_row(work, m_features, hidden, rows, [&](std::size_t r, const float* values) {
    for (std::size_t f = 0; f < features(); values += m_feature_sizes[f++])
      feature_values[r * features() + f] = static_cast<std::uint8_t>(greatest(values, m_feature_sizes[f]));
  });
}

void Heads::name(Workspace& work, const float* vectors, std::span<const std::size_t> begins,
                 std::span<WordLabels> labels) const {
  const std::size_t rows = labels.size(), tags = m_name_tags.size();
  float* hidden = work.hidden.of(rows * m_shape.name_hidden);
  float* scores = work.scores.of(rows * tags);
  gelu_map(work, m_name_hidden, vectors, rows, hidden);
  each_row(work, m_names, hidden, rows,
           [&](std::size_t r, const float* values) { std::copy_n(values, tags, scores + r * tags); });
  for (std::size_t s = 0; s + 1 < begins.size(); ++s) {
    const std::size_t first = begins[s] + 1, words = begins[s + 1] - first;
    // Logits will do for log probabilities: what a row lacks is the same on every path.
    const auto path = best_name_path({scores + first * tags, words * tags}, m_name_tags);
    for (std::size_t w = 0; w < words; ++w) labels[first + w].name = path[w];
  }
}

void Heads::parse(Workspace& work, const float* vectors, std::span<const std::size_t> begins,
                  std::span<WordLabels> labels) const {
  const Kernels& k = kernels();
  const std::size_t rows = labels.size(), arc = m_shape.arc;
  float* dependents = work.dependents.of(rows * arc);
  float* heads = work.heads.of(rows * arc);
  gelu_map(work, m_arc_dependent, vectors, rows, dependents);
  gelu_map(work, m_arc_head, vectors, rows, heads);
  std::vector<double> scores;
  for (std::size_t s = 0; s + 1 < begins.size(); ++s) {
    const std::size_t root = begins[s], nodes = begins[s + 1] - root, words = nodes - 1;
    float* crossed = work.crossed.of(words * arc);
    k.product(dependents + (root + 1) * arc, arc, words, arc, m_arc_core.data(), arc, arc, crossed, arc);
    // What depends on the dependent alone does not change which head is best, and is left out.
    scores.resize(words * nodes);
    for (std::size_t j = 0; j < nodes; ++j) {
      const float* head = heads + (root + j) * arc;
      const float alone = k.dot(head, m_arc_of_head.data(), arc);
      for (std::size_t i = 0; i < words; ++i)
        scores[i * nodes + j] = static_cast<double>(k.dot(crossed + i * arc, head, arc) + alone);
    }
    const auto tree = best_tree(scores, words);
    for (std::size_t i = 0; i < words; ++i) labels[root + 1 + i].head = tree[i];
  }
}

void Heads::relate(Workspace& work, const float* vectors, std::span<const std::size_t> begins,
                   std::span<WordLabels> labels) const {
  const Kernels& k = kernels();
  const std::size_t rows = labels.size(), rel = m_shape.rel;
  float* dependents = work.dependents.of(rows * rel);
  float* heads = work.heads.of(rows * rel);
  float* chosen = work.crossed.of(rows * rel);
  gelu_map(work, m_rel_dependent, vectors, rows, dependents);
  gelu_map(work, m_rel_head, vectors, rows, heads);
  for (std::size_t s = 0; s + 1 < begins.size(); ++s)
    for (std::size_t r = begins[s]; r < begins[s + 1]; ++r)
      std::copy_n(heads + (begins[s] + static_cast<std::size_t>(labels[r].head)) * rel, rel,
                  chosen + r * rel);
  each_row(work, m_rel_core, chosen, rows, [&](std::size_t r, const float* y) {
    const float* a = dependents + r * rel;
    float best = 0;
    labels[r].deprel = static_cast<std::uint16_t>(m_root_deprel);
    if (labels[r].head == 0) return;
    for (std::size_t d = 0; d < m_deprels; ++d) {
      if (d == m_root_deprel) continue;
      const float value = k.dot(a, y + d * rel, rel) +
                          k.dot(m_rel_of_head.data() + d * rel, chosen + r * rel, rel) +
                          k.dot(m_rel_of_dependent.data() + d * rel, a, rel) + m_rel_bias[d];
      if (labels[r].deprel != m_root_deprel && value <= best) continue;
      best = value;
      labels[r].deprel = static_cast<std::uint16_t>(d);
    }
  });
}

}  // namespace relgraph::network
