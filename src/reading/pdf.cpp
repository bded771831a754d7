// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <utility>

#include "base/utf8.hpp"
#include "reading/plain.hpp"
#include "reading/readers.hpp"
#include "reading/running_heads.hpp"

namespace relgraph {

namespace {

constexpr auto k_time_limit = std::chrono::seconds(60);
constexpr std::size_t k_max_output = std::size_t{256} << 20U;

[[noreturn]] void fail(const std::string& file, const std::string& what, const std::string& hint = {}) {
  throw Error(ErrorCode::input, what, {.file = file}, hint);
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : m_fd(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { reset(); }
  [[nodiscard]] int get() const { return m_fd; }
  void reset() {
    if (m_fd >= 0) ::close(std::exchange(m_fd, -1));
  }

 private:
  int m_fd;
};

/// The running program: killed and waited for if it is left early.
class Process {
 public:
  explicit Process(pid_t pid) : m_pid(pid) {}
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process() {
    if (m_pid <= 0) return;
    ::kill(m_pid, SIGKILL);
    static_cast<void>(wait());
  }
  /// Its exit status once it ended by itself; -1 if a signal ended it.
  [[nodiscard]] int wait() {
    int status = 0;
    while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
    }
    m_pid = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  pid_t m_pid;
};

/// The bytes as a file without a name, to be read from its start.
int memory_file(std::string_view bytes, const std::string& file) {
  Descriptor memory(::memfd_create("relgraph-pdf", MFD_CLOEXEC));
  if (memory.get() < 0) fail(file, "no memory for the PDF");
  while (!bytes.empty()) {
    const ssize_t n = ::write(memory.get(), bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) fail(file, "no memory for the PDF");
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  ::lseek(memory.get(), 0, SEEK_SET);
  return ::dup(memory.get());
}

/// Starts `pdftotext` from `in` to `out`. No shell and no file name: nothing in a name can be an option, a
/// command or an address.
pid_t start(int in, int out, const std::string& file) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::array<std::string, 5> words{"pdftotext", "-enc", "UTF-8", "-", "-"};
  std::array<char*, 6> arguments{};
  for (std::size_t i = 0; i < words.size(); ++i) arguments.at(i) = words.at(i).data();
  pid_t pid = 0;
  const int error = ::posix_spawnp(&pid, "pdftotext", &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) {
    fail(file, "a PDF needs the program pdftotext, which is not installed",
         "Install the package poppler-utils");
  }
  return pid;
}

std::string read_output(int fd, const std::string& file) {
  const auto end = std::chrono::steady_clock::now() + k_time_limit;
  std::string text;
  std::array<char, 1U << 16U> buffer;  // NOLINT(*-member-init): filled before it is read
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    pollfd waiting{fd, POLLIN, 0};
    const int ready = left.count() <= 0 ? 0 : ::poll(&waiting, 1, static_cast<int>(left.count()));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) fail(file, "pdftotext did not finish within 60 seconds");
    const ssize_t n = ::read(fd, buffer.data(), buffer.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return text;
    if (text.size() + static_cast<std::size_t>(n) > k_max_output) fail(file, "the PDF holds too much text");
    text.append(buffer.data(), static_cast<std::size_t>(n));
  }
}

std::string run_pdftotext(std::string_view bytes, const std::string& file) {
  Descriptor in(memory_file(bytes, file));
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail(file, "no pipe for pdftotext");
  Descriptor from(ends[0]);
  Descriptor to(ends[1]);
  Process process(start(in.get(), to.get(), file));
  in.reset();
  to.reset();
  std::string text = read_output(from.get(), file);
  const int status = process.wait();
  if (status == 127) fail(file, "pdftotext could not be started", "Install the package poppler-utils");
  if (status == 3) fail(file, "the PDF does not allow its text to be copied");
  if (status != 0) fail(file, "is no PDF that pdftotext can read (damaged, or locked by a password)");
  return text;
}

}  // namespace

Document parse_pdf(std::string_view bytes, const std::string& file) {
  const Decoded decoded{repair_utf8(run_pdftotext(bytes, file)), {}};
  Document document;
  TextBuilder builder(decoded);
  add_plain_text(builder, decoded, {.printed = true, .left_out = find_running_heads(decoded.text)});
  builder.finish(document);
  return document;
}

}  // namespace relgraph
