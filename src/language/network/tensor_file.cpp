// SPDX-License-Identifier: Apache-2.0
#include "language/network/tensor_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <cerrno>
#include <cstring>
#include <nlohmann/json.hpp>
#include <utility>

#include "relgraph/error.hpp"

namespace relgraph::network {

namespace {

using Json = nlohmann::json;

constexpr std::string_view k_magic = "relgraph";
constexpr std::uint32_t k_version = 1;
constexpr std::size_t k_head = 32;
constexpr std::size_t k_alignment = 64;

template <class T>
T number_at(std::span<const char> data, std::size_t offset) {
  T value;
  std::memcpy(&value, data.data() + offset, sizeof value);
  return value;
}

}  // namespace

TensorFile::TensorFile(const std::string& path, std::string what, std::string variable)
    : m_path(path), m_what(std::move(what)), m_variable(std::move(variable)) {
  map();
  try {
    check();
    read_tensors();
  } catch (const Json::exception& error) {
    ::munmap(const_cast<char*>(m_data.data()), m_data.size());
    damaged(std::string("its header is not as expected: ") + error.what());
  } catch (...) {
    ::munmap(const_cast<char*>(m_data.data()), m_data.size());
    throw;
  }
}

TensorFile::~TensorFile() { ::munmap(const_cast<char*>(m_data.data()), m_data.size()); }

void TensorFile::fail(const std::string& message) const {
  throw Error(ErrorCode::input, message, {.file = m_path},
              "install relgraph again, or name a " + m_what + " with " + m_variable);
}

void TensorFile::damaged(const std::string& what) const { fail("the " + m_what + " is damaged: " + what); }

void TensorFile::map() {
  const int file = ::open(m_path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail("the " + m_what + " cannot be opened: " + std::strerror(errno));
  struct stat about {};
  const bool known = ::fstat(file, &about) == 0 && S_ISREG(about.st_mode);
  const auto size = known ? static_cast<std::size_t>(about.st_size) : 0;
  void* at = size >= k_head ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
  ::close(file);
  if (at == MAP_FAILED) fail("this is no " + m_what + ": too short or no plain file");
  m_data = {static_cast<const char*>(at), size};
}

void TensorFile::check() const {
  if (std::string_view(m_data.data(), k_magic.size()) != k_magic) {
    fail("this is no " + m_what + " of relgraph");
  }
  const auto version = number_at<std::uint32_t>(m_data, 8);
  if (version != k_version) {
    fail("the " + m_what + " has format version " + std::to_string(version) +
         ", this relgraph reads version " + std::to_string(k_version));
  }
  const auto size = number_at<std::uint64_t>(m_data, 16);
  if (size != m_data.size())
    damaged(std::to_string(m_data.size()) + " bytes instead of " + std::to_string(size));
  const auto sum =
      ::crc32_z(0, reinterpret_cast<const Bytef*>(m_data.data() + k_head), m_data.size() - k_head);
  if (sum != number_at<std::uint32_t>(m_data, 12)) damaged("its checksum is wrong");
}

std::string_view TensorFile::header() const {
  const auto length = number_at<std::uint32_t>(m_data, 24);
  if (length > m_data.size() - k_head) damaged("the header is longer than the file");
  return {m_data.data() + k_head, length};
}

std::uint32_t TensorFile::checksum() const { return number_at<std::uint32_t>(m_data, 12); }

void TensorFile::read_tensors() {
  const Json header = Json::parse(this->header());
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

const TensorFile::Tensor& TensorFile::find(const std::string& name, std::string_view dtype) const {
  const auto found = m_tensors.find(name);
  if (found == m_tensors.end()) damaged("the tensor " + name + " is missing");
  if (found->second.dtype != dtype) damaged("the tensor " + name + " has another type");
  return found->second;
}

template <class T>
std::span<const T> TensorFile::view(const std::string& name, std::string_view dtype) const {
  const Tensor& tensor = find(name, dtype);
  if (tensor.bytes.size() != tensor.count * sizeof(T)) damaged("the tensor " + name + " has another size");
  return {reinterpret_cast<const T*>(tensor.bytes.data()), tensor.count};
}

std::span<const std::int8_t> TensorFile::bytes(const std::string& name, std::size_t count) const {
  const auto all = view<std::int8_t>(name, "i8");
  if (all.size() != count) damaged("the tensor " + name + " has another size");
  return all;
}

std::span<const std::int32_t> TensorFile::integers(const std::string& name, std::size_t count) const {
  const auto all = view<std::int32_t>(name, "i32");
  if (all.size() != count) damaged("the tensor " + name + " has another size");
  return all;
}

std::span<const float> TensorFile::floats(const std::string& name, std::size_t count) const {
  const auto all = view<float>(name, "f32");
  if (all.size() != count) damaged("the tensor " + name + " has another size");
  return all;
}

std::span<const std::uint32_t> TensorFile::numbers(const std::string& name) const {
  return view<std::uint32_t>(name, "u32");
}

std::string_view TensorFile::text(const std::string& name) const {
  const auto all = view<char>(name, "u8");
  return {all.data(), all.size()};
}

}  // namespace relgraph::network
