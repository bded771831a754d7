// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace relgraph::network {

/// A file of tensors with a JSON header, mapped into memory: docs/model-format.md, "Layout". Tensors are
/// used in place.
class TensorFile {
 public:
  /// `what` names the file in messages (`language model`), `variable` the environment variable that names
  /// another. Errors: `Error{input}` naming the file if it is missing, of another version, cut, or altered.
  TensorFile(const std::string& path, std::string what, std::string variable);
  ~TensorFile();
  TensorFile(const TensorFile&) = delete;
  TensorFile& operator=(const TensorFile&) = delete;

  /// The header's JSON text.
  [[nodiscard]] std::string_view header() const;
  /// CRC-32 of all behind the first 32 bytes; tells one model from another.
  [[nodiscard]] std::uint32_t checksum() const;

  /// The numbers of a tensor, `count` of them. Errors: `Error{input}` if the file has no such tensor of
  /// that type and size.
  [[nodiscard]] std::span<const std::int8_t> bytes(const std::string& name, std::size_t count) const;
  [[nodiscard]] std::span<const std::int32_t> integers(const std::string& name, std::size_t count) const;
  [[nodiscard]] std::span<const float> floats(const std::string& name, std::size_t count) const;
  [[nodiscard]] std::span<const std::uint32_t> numbers(const std::string& name) const;
  [[nodiscard]] std::string_view text(const std::string& name) const;

  /// Throws `Error{input}`: the model file is damaged in this way.
  [[noreturn]] void damaged(const std::string& what) const;

 private:
  struct Tensor {
    std::string dtype;
    std::size_t count;
    std::span<const char> bytes;
  };
  void map();
  [[noreturn]] void fail(const std::string& message) const;
  void check() const;
  void read_tensors();
  [[nodiscard]] const Tensor& find(const std::string& name, std::string_view dtype) const;
  template <class T>
  [[nodiscard]] std::span<const T> view(const std::string& name, std::string_view dtype) const;

  std::string m_path, m_what, m_variable;
  std::span<const char> m_data;  ///< the mapping
  std::unordered_map<std::string, Tensor> m_tensors;
};

}  // namespace relgraph::network
