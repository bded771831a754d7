// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>

#include "base/utf8.hpp"
#include "reading/plain.hpp"
#include "reading/readers.hpp"

extern char** environ;

namespace relgraph {

namespace {

constexpr auto k_time_limit = std::chrono::seconds(60);
constexpr std::size_t k_max_output = std::size_t{256} << 20U;

[[noreturn]] void fail(const std::string& path, const std::string& what, const std::string& hint = {}) {
  throw Error(ErrorCode::input, what, {.file = path}, hint);
}

/// The running program: killed and waited for if it is left early.
class Process {
 public:
  Process(pid_t pid, int fd) : m_pid(pid), m_fd(fd) {}
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process() {
    ::close(m_fd);
    if (m_pid > 0) {
      ::kill(m_pid, SIGKILL);
      ::waitpid(m_pid, nullptr, 0);
    }
  }
  [[nodiscard]] int fd() const { return m_fd; }
  /// Its exit status once it ended by itself.
  [[nodiscard]] int wait() {
    int status = 0;
    while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
    }
    m_pid = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  pid_t m_pid;
  int m_fd;
};

/// Starts `pdftotext`, its standard output in a pipe. No shell: a file name is one argument, whatever it
/// holds.
Process start(const std::string& path) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail(path, "no pipe for pdftotext");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  // A name that starts with a dash would be an option.
  std::string file = path.starts_with("-") ? "./" + path : path;
  std::array<std::string, 5> words{"pdftotext", "-enc", "UTF-8", file, "-"};
  std::array<char*, 6> arguments{};
  for (std::size_t i = 0; i < words.size(); ++i) arguments.at(i) = words.at(i).data();
  pid_t pid = 0;
  const int error = ::posix_spawnp(&pid, "pdftotext", &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  if (error != 0) {
    ::close(ends[0]);
    fail(path, "a PDF needs the program pdftotext, which is not installed",
         "Install the package poppler-utils");
  }
  return {pid, ends[0]};
}

std::string read_output(Process& process, const std::string& path) {
  const auto end = std::chrono::steady_clock::now() + k_time_limit;
  std::string text;
  std::array<char, 1U << 16U> buffer;
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    pollfd waiting{process.fd(), POLLIN, 0};
    const int ready = left.count() <= 0 ? 0 : ::poll(&waiting, 1, static_cast<int>(left.count()));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) fail(path, "pdftotext did not finish within 60 seconds");
    const ssize_t n = ::read(process.fd(), buffer.data(), buffer.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return text;
    if (text.size() + static_cast<std::size_t>(n) > k_max_output) fail(path, "the PDF holds too much text");
    text.append(buffer.data(), static_cast<std::size_t>(n));
  }
}

}  // namespace

Document read_pdf(const std::string& path) {
  Process process = start(path);
  const Decoded decoded{repair_utf8(read_output(process, path)), {}};
  const int status = process.wait();
  if (status == 127) fail(path, "pdftotext could not be started", "Install the package poppler-utils");
  if (status == 3) fail(path, "the PDF does not allow its text to be copied");
  if (status != 0) fail(path, "is no PDF that pdftotext can read");
  Document document;
  TextBuilder builder(decoded);
  add_plain_text(builder, decoded, 1);
  builder.finish(document);
  return document;
}

}  // namespace relgraph
