// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "language/network/tensor_file.hpp"

namespace relgraph::network {

/// Hyper-parameters of the network, as docs/model-format.md names them.
struct Shape {
  std::size_t vocabulary, hidden, layers, heads, inner, positions, tag_hidden, name_hidden, arc, rel;
  float epsilon;
};

/// What the outputs of the network stand for.
struct Labels {
  std::vector<std::string> upos;
  std::vector<std::pair<std::string, std::vector<std::string>>> features;  ///< first value: absent
  std::vector<std::string> scripts;
  std::vector<std::string> deprels;
  std::vector<std::string> name_tags;
  std::vector<std::string> rows;
};

struct PieceNumbers {
  std::uint32_t bos, eos, unknown;
  std::size_t max_word_pieces;
  double unknown_score;
};

/// The trained model of the language engine: docs/model-format.md.
class ModelFile : public TensorFile {
 public:
  /// Errors: as TensorFile.
  explicit ModelFile(const std::string& path);

  [[nodiscard]] const Shape& shape() const { return m_shape; }
  [[nodiscard]] const Labels& labels() const { return m_labels; }
  [[nodiscard]] const PieceNumbers& pieces() const { return m_pieces; }

 private:
  Shape m_shape{};
  Labels m_labels;
  PieceNumbers m_pieces{};
};

}  // namespace relgraph::network
