// SPDX-License-Identifier: Apache-2.0
#include "language/network/network.hpp"

#include <algorithm>

#include "relgraph/error.hpp"

namespace relgraph::network {

namespace {

constexpr std::size_t k_batch_pieces = 512;      // keeps the working memory in the cache
constexpr std::size_t k_longest_sentence = 200;  // words; longer ones were hardly seen in training

void damaged(const std::string& what) {
  throw Error(ErrorCode::input, "the language model is damaged: " + what);
}

std::uint16_t label(const std::vector<std::string>& labels, std::string_view name) {
  const auto found = std::ranges::find(labels, name);
  if (found == labels.end()) damaged("it has no label '" + std::string(name) + "'");
  return static_cast<std::uint16_t>(found - labels.begin());
}

/// The kernels count on these.
void check(const Shape& shape) {
  for (const std::size_t width :
       {shape.hidden, shape.inner, shape.tag_hidden, shape.name_hidden, shape.arc, shape.rel})
    if (width == 0 || width % 16 != 0) damaged("a width is no multiple of 16");
  if (shape.heads == 0 || shape.hidden % shape.heads != 0) damaged("its heads do not share its width");
  if (shape.positions < 32) damaged("it has too few positions");
}

}  // namespace

/// Some sentences that go through the network together.
struct Network::Batch {
  std::vector<std::uint32_t> pieces;
  std::vector<std::size_t> piece_begins{0};  ///< of sentences
  std::vector<std::size_t> row_begins{0};    ///< of sentences; each has a row for its root first
  std::vector<std::size_t> first, last;      ///< pieces of each row
  std::vector<std::uint32_t> word_pieces;    ///< of one sentence, before they are cut to fit
  std::vector<std::size_t> word_begins;
  Buffer<float> vectors;
  std::vector<WordLabels> labels;
  std::vector<std::uint8_t> features;

  void clear() {
    pieces.clear();
    piece_begins.assign(1, 0);
    row_begins.assign(1, 0);
    first.clear();
    last.clear();
  }
};

Network::Network(const std::string& path)
    : m_model(path),
      m_subwords((check(m_model.shape()), m_model)),
      m_encoder(m_model, m_maker),
      m_heads(m_model, m_maker),
      m_parataxis(label(m_model.labels().deprels, "parataxis")) {
  for (const std::string& script : m_model.labels().scripts) m_scripts.push_back(LemmaScript::parse(script));
}

std::unique_ptr<Workspace> Network::make_workspace() const { return network::make_workspace(m_maker); }

/// Adds the pieces of a sentence. Where they are too many, the longest words lose their ends.
void Network::fill(Batch& batch, std::span<const Word> words) const {
  batch.word_pieces.clear();
  batch.word_begins.assign(1, 0);
  for (const Word& word : words) {
    m_subwords.append(word.text, word.space_before, batch.word_pieces);
    batch.word_begins.push_back(batch.word_pieces.size());
  }
  const auto length = [&](std::size_t w) { return batch.word_begins[w + 1] - batch.word_begins[w]; };
  std::size_t most = m_model.pieces().max_word_pieces;
  const auto total = [&] {
    std::size_t sum = 2;
    for (std::size_t w = 0; w < words.size(); ++w) sum += std::min(most, length(w));
    return sum;
  };
  while (most > 1 && total() > m_model.shape().positions) --most;
  const auto add_row = [&](std::size_t count) {
    batch.first.push_back(batch.pieces.size() - count);
    batch.last.push_back(batch.pieces.size() - 1);
  };
  batch.pieces.push_back(m_model.pieces().bos);
  add_row(1);
  for (std::size_t w = 0; w < words.size(); ++w) {
    const std::size_t kept = std::min(most, length(w));
    const auto begin = batch.word_pieces.begin() + static_cast<std::ptrdiff_t>(batch.word_begins[w]);
    batch.pieces.insert(batch.pieces.end(), begin, begin + static_cast<std::ptrdiff_t>(kept));
    add_row(kept);
  }
  batch.pieces.push_back(m_model.pieces().eos);
  batch.piece_begins.push_back(batch.pieces.size());
  batch.row_begins.push_back(batch.first.size());
}

void Network::run(Workspace& work, std::size_t row, Batch& batch, Annotation& out,
                  LowerVectors* lower) const {
  const std::size_t hidden = m_model.shape().hidden, rows = batch.first.size();
  const float* x = m_encoder.run(work, batch.pieces, batch.piece_begins, row, lower);
  float* vectors = batch.vectors.of(rows * hidden);
  for (std::size_t r = 0; r < rows; ++r) {
    const float* a = x + batch.first[r] * hidden;
    const float* b = x + batch.last[r] * hidden;
    for (std::size_t i = 0; i < hidden; ++i) vectors[r * hidden + i] = (a[i] + b[i]) / 2.0F;
  }
  if (lower != nullptr) {
    const std::size_t before = out.piece_begins.back();
    for (std::size_t s = 0; s + 1 < batch.piece_begins.size(); ++s) {
      out.piece_begins.push_back(before + batch.piece_begins[s + 1]);
      for (std::size_t r = batch.row_begins[s] + 1; r < batch.row_begins[s + 1]; ++r)
        out.pieces.push_back({before + batch.first[r], before + batch.last[r]});
    }
  }
  batch.labels.assign(rows, {});
  batch.features.assign(rows * features(), 0);
  m_heads.run(work, vectors, batch.row_begins, batch.labels, batch.features);
  for (std::size_t s = 0; s + 1 < batch.row_begins.size(); ++s) {
    for (std::size_t r = batch.row_begins[s] + 1; r < batch.row_begins[s + 1]; ++r) {
      out.labels.push_back(batch.labels[r]);
      const auto values = batch.features.begin() + static_cast<std::ptrdiff_t>(r * features());
      out.features.insert(out.features.end(), values, values + static_cast<std::ptrdiff_t>(features()));
    }
  }
  batch.clear();
}

void Network::annotate(Workspace& work, std::string_view language, std::span<const Word> words,
                       std::span<const std::size_t> begins, Annotation& out, LowerVectors* lower) const {
  const std::size_t row = label(labels().rows, language);
  const std::size_t longest = std::min(k_longest_sentence, m_model.shape().positions - 2);
  out.labels.clear();
  out.features.clear();
  out.piece_begins.assign(1, 0);
  out.pieces.clear();
  Batch batch;
  for (std::size_t s = 0; s + 1 < begins.size(); ++s) {
    for (std::size_t at = begins[s]; at < begins[s + 1]; at += longest) {
      fill(batch, words.subspan(at, std::min(longest, begins[s + 1] - at)));
      if (batch.pieces.size() >= k_batch_pieces) run(work, row, batch, out, lower);
    }
  }
  if (!batch.pieces.empty()) run(work, row, batch, out, lower);
  for (std::size_t s = 0; s + 1 < begins.size(); ++s) {
    // Heads in later parts of a long sentence count from their part; their roots hang on the first root.
    const auto part = std::span(out.labels).subspan(begins[s], begins[s + 1] - begins[s]);
    const auto root = std::ranges::find(part, 0, &WordLabels::head) - part.begin();
    for (std::size_t w = longest; w < part.size(); ++w) {
      const auto shift = static_cast<std::int32_t>(w / longest * longest);
      if (part[w].head == 0) part[w].deprel = m_parataxis;
      part[w].head = part[w].head == 0 ? static_cast<std::int32_t>(root + 1) : part[w].head + shift;
    }
  }
}

}  // namespace relgraph::network
