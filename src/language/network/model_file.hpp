// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

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

/// A trained model, mapped into memory: docs/model-format.md. Tensors are used in place.
class ModelFile {
 public:
  /// Errors: `Error{input}` naming the file if it is missing, of another version, cut, or altered.
  explicit ModelFile(const std::string& path);
  ~ModelFile();
  ModelFile(const ModelFile&) = delete;
  ModelFile& operator=(const ModelFile&) = delete;

  [[nodiscard]] const Shape& shape() const { return m_shape; }
  [[nodiscard]] const Labels& labels() const { return m_labels; }
  [[nodiscard]] const PieceNumbers& pieces() const { return m_pieces; }

  /// The numbers of a tensor, `count` of them. Errors: `Error{input}` if the file has no such tensor of
  /// that type and size.
  [[nodiscard]] std::span<const std::int8_t> bytes(const std::string& name, std::size_t count) const;
  [[nodiscard]] std::span<const std::int32_t> integers(const std::string& name, std::size_t count) const;
  [[nodiscard]] std::span<const float> floats(const std::string& name, std::size_t count) const;
  [[nodiscard]] std::span<const std::uint32_t> numbers(const std::string& name) const;
  [[nodiscard]] std::string_view text(const std::string& name) const;
  [[nodiscard]] std::size_t count(const std::string& name) const;

 private:
  struct Tensor {
    std::string dtype;
    std::size_t count;
    std::span<const char> bytes;
  };
  void check() const;
  void read_header();
  [[nodiscard]] const Tensor& find(const std::string& name, std::string_view dtype) const;
  template <class T>
  [[nodiscard]] std::span<const T> view(const std::string& name, std::string_view dtype) const;
  [[noreturn]] void damaged(const std::string& what) const;

  std::string m_path;
  std::span<const char> m_data;  ///< the mapping
  Shape m_shape{};
  Labels m_labels;
  PieceNumbers m_pieces{};
  std::unordered_map<std::string, Tensor> m_tensors;
};

}  // namespace relgraph::network
