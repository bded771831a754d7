// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/big_pages.hpp"
#include "relgraph/error.hpp"

namespace relgraph {

namespace {

std::string system_message(int error) { return std::generic_category().message(error); }

std::string shown_name(const std::string& path) { return path == "-" ? "standard input" : path; }

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd) : m_fd(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (m_fd >= 0) ::close(m_fd);
  }
  [[nodiscard]] int get() const { return m_fd; }
  [[nodiscard]] int close() { return ::close(std::exchange(m_fd, -1)); }

 private:
  int m_fd;
};

/// Writes all bytes; the error number of the system, 0 if all went well.
int write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return 0;
}

[[noreturn]] void fail_output(const std::string& path, int error) {
  throw Error(ErrorCode::output, "cannot write: " + system_message(error),
              {.file = path == "-" ? "standard output" : path});
}

mode_t current_umask() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return mask;
}

void replace_file(const std::string& path, std::string_view bytes, mode_t mode) {
  std::string temporary = path + ".XXXXXX";
  Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (file.get() < 0) fail_output(path, errno);
  int error = write_all(file.get(), bytes);
  if (error == 0 && ::fchmod(file.get(), mode) != 0) error = errno;
  if (error == 0 && ::fsync(file.get()) != 0) error = errno;
  if (file.close() != 0 && error == 0) error = errno;
  if (error == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) error = errno;
  if (error != 0) {
    ::unlink(temporary.c_str());
    fail_output(path, error);
  }
}

}  // namespace

std::string read_file(const std::string& path, std::size_t max_bytes) {
  const auto fail = [&](const std::string& what) {
    throw Error(ErrorCode::input, what, {.file = shown_name(path)});
  };
  Descriptor file(path == "-" ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) fail("cannot read: " + system_message(errno));
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) fail("cannot read: " + system_message(errno));
  if (S_ISDIR(info.st_mode)) fail("is a folder");
  std::string bytes;
  if (S_ISREG(info.st_mode) && info.st_size > 0) {
    if (static_cast<std::size_t>(info.st_size) <= max_bytes) {
      bytes.reserve(static_cast<std::size_t>(info.st_size) + k_spare_bytes);
      wish_big_pages(bytes.data(), bytes.capacity());
    }
  }
  std::array<char, 1U << 16U> buffer;  // NOLINT(*-member-init): filled before it is read
  for (;;) {
    const ssize_t n = ::read(file.get(), buffer.data(), buffer.size());
    if (n < 0) {
      if (errno == EINTR) continue;
      fail("cannot read: " + system_message(errno));
    }
    if (n == 0) return bytes;
    if (bytes.size() + static_cast<std::size_t>(n) > max_bytes) {
      fail("is larger than the limit of " + std::to_string(max_bytes) + " bytes");
    }
    bytes.append(buffer.data(), static_cast<std::size_t>(n));
  }
}

void write_file(const std::string& path, std::string_view bytes) {
  if (path == "-") {
    if (const int error = write_all(STDOUT_FILENO, bytes); error != 0) fail_output(path, error);
    return;
  }
  // A link keeps pointing where it did: the file behind it is replaced.
  std::error_code ignored;
  std::string real = path;
  if (std::filesystem::is_symlink(path, ignored)) {
    const auto target = std::filesystem::weakly_canonical(path, ignored);
    if (!ignored) real = target.string();
  }
  struct stat info {};
  const bool exists = ::stat(real.c_str(), &info) == 0;
  if (exists && S_ISDIR(info.st_mode)) fail_output(path, EISDIR);
  if (exists && !S_ISREG(info.st_mode)) {
    Descriptor device(::open(real.c_str(), O_WRONLY | O_CLOEXEC));
    if (device.get() < 0) fail_output(path, errno);
    if (const int error = write_all(device.get(), bytes); error != 0) fail_output(path, error);
    return;
  }
  if (exists && ::access(real.c_str(), W_OK) != 0) fail_output(path, errno);
  replace_file(real, bytes, exists ? info.st_mode & 07777U : 0666U & ~current_umask());
}

}  // namespace relgraph
