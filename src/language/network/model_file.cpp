// SPDX-License-Identifier: Apache-2.0
#include "language/network/model_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <nlohmann/json.hpp>

#include "relgraph/error.hpp"

namespace relgraph::network {

namespace {

using Json = nlohmann::json;

constexpr std::string_view k_magic = "relgraph";
constexpr std::uint32_t k_version = 1;
constexpr std::size_t k_head = 32;
constexpr std::size_t k_alignment = 64;
constexpr const char* k_hint = "install relgraph again, or name a model with RELGRAPH_MODEL";

template <class T>
T number_at(std::span<const char> data, std::size_t offset) {
  T value;
  std::memcpy(&value, data.data() + offset, sizeof value);
  return value;
}

std::span<const char> map_file(const std::string& path) {
  const auto fail = [&](const std::string& what) -> void {
    throw Error(ErrorCode::input, what, {.file = path}, k_hint);
  };
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(std::string("the language model cannot be opened: ") + std::strerror(errno));
  struct stat about {};
  const bool known = ::fstat(file, &about) == 0 && S_ISREG(about.st_mode);
  const auto size = known ? static_cast<std::size_t>(about.st_size) : 0;
  void* at = size >= k_head ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
  ::close(file);
  if (at == MAP_FAILED) fail("this is no language model: too short or no plain file");
  return {static_cast<const char*>(at), size};
}

Shape shape_from(const Json& json) {
  const auto at = [&](const char* key) { return json.at(key).get<std::size_t>(); };
  return {at("vocabulary"),
          at("hidden"),
          at("layers"),
          at("heads"),
          at("inner"),
          at("positions"),
          at("tag_hidden"),
          at("name_hidden"),
          at("arc"),
          at("rel"),
          json.at("epsilon").get<float>()};
}

Labels labels_from(const Json& json) {
  Labels labels;
  json.at("upos").get_to(labels.upos);
  json.at("features").get_to(labels.features);
  json.at("scripts").get_to(labels.scripts);
  json.at("deprels").get_to(labels.deprels);
  json.at("name_tags").get_to(labels.name_tags);
  json.at("rows").get_to(labels.rows);
  return labels;
}

}  // namespace

ModelFile::ModelFile(const std::string& path) : m_path(path), m_data(map_file(path)) {
  try {
    check();
    read_header();
  } catch (const Json::exception& error) {
    ::munmap(const_cast<char*>(m_data.data()), m_data.size());
    throw Error(ErrorCode::input,
                std::string("the header of the language model is not as expected: ") + error.what(),
                {.file = m_path}, k_hint);
  } catch (...) {
    ::munmap(const_cast<char*>(m_data.data()), m_data.size());
    throw;
  }
}

ModelFile::~ModelFile() { ::munmap(const_cast<char*>(m_data.data()), m_data.size()); }

void ModelFile::damaged(const std::string& what) const {
  throw Error(ErrorCode::input, "the language model is damaged: " + what, {.file = m_path}, k_hint);
}

void ModelFile::check() const {
  if (std::string_view(m_data.data(), k_magic.size()) != k_magic) {
    throw Error(ErrorCode::input, "this is no language model of relgraph", {.file = m_path}, k_hint);
  }
  const auto version = number_at<std::uint32_t>(m_data, 8);
  if (version != k_version) {
    throw Error(ErrorCode::input,
                "the language model has format version " + std::to_string(version) +
                    ", this relgraph reads version " + std::to_string(k_version),
                {.file = m_path}, k_hint);
  }
  const auto size = number_at<std::uint64_t>(m_data, 16);
  if (size != m_data.size())
    damaged(std::to_string(m_data.size()) + " bytes instead of " + std::to_string(size));
  const auto sum =
      ::crc32_z(0, reinterpret_cast<const Bytef*>(m_data.data() + k_head), m_data.size() - k_head);
  if (sum != number_at<std::uint32_t>(m_data, 12)) damaged("its checksum is wrong");
}

void ModelFile::read_header() {
  const auto length = number_at<std::uint32_t>(m_data, 24);
  if (length > m_data.size() - k_head) damaged("the header is longer than the file");
  const Json header = Json::parse(m_data.data() + k_head, m_data.data() + k_head + length);
  m_shape = shape_from(header.at("shape"));
  m_labels = labels_from(header.at("labels"));
  const Json& pieces = header.at("pieces");
  m_pieces = {pieces.at("bos"), pieces.at("eos"), pieces.at("unknown"), pieces.at("max_word_pieces"),
              pieces.at("unknown_score")};
  for (const Json& row : header.at("tensors")) {
    const auto offset = row.at("offset").get<std::size_t>();
    const auto bytes = row.at("bytes").get<std::size_t>();
    if (offset % k_alignment != 0 || offset > m_data.size() || bytes > m_data.size() - offset)
      damaged("a tensor lies outside the file");
    Tensor tensor{row.at("dtype"), 1, m_data.subspan(offset, bytes)};
    for (const Json& side : row.at("shape")) tensor.count *= side.get<std::size_t>();
    m_tensors.emplace(row.at("name"), std::move(tensor));
  }
}

const ModelFile::Tensor& ModelFile::find(const std::string& name, std::string_view dtype) const {
  const auto found = m_tensors.find(name);
  if (found == m_tensors.end()) damaged("the tensor " + name + " is missing");
  if (found->second.dtype != dtype) damaged("the tensor " + name + " has another type");
  return found->second;
}

template <class T>
std::span<const T> ModelFile::view(const std::string& name, std::string_view dtype) const {
  const Tensor& tensor = find(name, dtype);
  if (tensor.bytes.size() != tensor.count * sizeof(T)) damaged("the tensor " + name + " has another size");
  return {reinterpret_cast<const T*>(tensor.bytes.data()), tensor.count};
}

std::span<const std::int8_t> ModelFile::bytes(const std::string& name, std::size_t count) const {
  const auto all = view<std::int8_t>(name, "i8");
  if (all.size() != count) damaged("the tensor " + name + " has another size");
  return all;
}

std::span<const std::int32_t> ModelFile::integers(const std::string& name, std::size_t count) const {
  const auto all = view<std::int32_t>(name, "i32");
  if (all.size() != count) damaged("the tensor " + name + " has another size");
  return all;
}

std::span<const float> ModelFile::floats(const std::string& name, std::size_t count) const {
  const auto all = view<float>(name, "f32");
  if (all.size() != count) damaged("the tensor " + name + " has another size");
  return all;
}

std::span<const std::uint32_t> ModelFile::numbers(const std::string& name) const {
  return view<std::uint32_t>(name, "u32");
}

std::string_view ModelFile::text(const std::string& name) const {
  const auto all = view<char>(name, "u8");
  return {all.data(), all.size()};
}

std::size_t ModelFile::count(const std::string& name) const {
  const auto found = m_tensors.find(name);
  if (found == m_tensors.end()) damaged("the tensor " + name + " is missing");
  return found->second.count;
}

}  // namespace relgraph::network
