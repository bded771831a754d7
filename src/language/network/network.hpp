// SPDX-License-Identifier: Apache-2.0
// The trained network: words of sentences to tags, lemmas, trees and names.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/network/encoder.hpp"
#include "language/network/heads.hpp"
#include "language/network/lemma_script.hpp"
#include "language/network/subwords.hpp"

namespace relgraph::network {

/// A syntactic word of Universal Dependencies as the network reads it.
struct Word {
  std::string_view text;
  bool space_before = true;  ///< white space, or the beginning of the sentence, stands before it
};

/// Labels of the words of all sentences, one after the other.
struct Annotation {
  std::vector<WordLabels> labels;
  std::vector<std::uint8_t> features;  ///< [words, Network::features()]: which value of each feature
  // Only with lower vectors:
  std::vector<std::size_t>
      piece_begins;  ///< of sentences or the parts that long ones are read in, and the end
  std::vector<std::pair<std::size_t, std::size_t>> pieces;  ///< of each word: its first and its last one
};

class Network {
 public:
  /// Maps the file and makes its products ready. Errors: as ModelFile.
  explicit Network(const std::string& path);

  /// Annotates sentences in a language (`de`, `en`). The words of sentence s are
  /// words[begins[s], begins[s + 1]). One thread at a time may use a workspace; any number may use the
  /// network. A sentence of more than 200 words is read in parts, whose roots hang on the first one as
  /// `parataxis`. Complexity: linear in the number of sentences. Deterministic: yes, and the same on every
  /// processor.
  /// `lower`, if not null, gets the vectors of all pieces behind its number of layers.
  void annotate(Workspace& work, std::string_view language, std::span<const Word> words,
                std::span<const std::size_t> begins, Annotation& out, LowerVectors* lower = nullptr) const;

  [[nodiscard]] std::unique_ptr<Workspace> make_workspace() const;

  [[nodiscard]] const Labels& labels() const { return m_model.labels(); }
  [[nodiscard]] std::size_t features() const { return m_heads.features(); }
  [[nodiscard]] const std::vector<LemmaScript>& scripts() const { return m_scripts; }
  [[nodiscard]] const Subwords& subwords() const { return m_subwords; }
  [[nodiscard]] const Shape& shape() const { return m_model.shape(); }
  [[nodiscard]] std::uint32_t checksum() const { return m_model.checksum(); }

 private:
  struct Batch;
  void fill(Batch& batch, std::span<const Word> words) const;
  void run(Workspace& work, std::size_t row, Batch& batch, Annotation& out, LowerVectors* lower) const;

  ModelFile m_model;
  Subwords m_subwords;
  LinearMaker m_maker;
  Encoder m_encoder;
  Heads m_heads;
  std::vector<LemmaScript> m_scripts;
  std::uint16_t m_parataxis;
};

}  // namespace relgraph::network
