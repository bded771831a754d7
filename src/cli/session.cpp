// SPDX-License-Identifier: Apache-2.0
#include "cli/session.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "base/utf8.hpp"

namespace relgraph::cli {

namespace {

void say(const Session& session, std::string_view kind, std::string_view colour, std::string_view text) {
  std::string line = "relgraph";
  if (!session.command.empty()) line += " " + session.command;
  line += ": ";
  if (!kind.empty()) {
    if (session.colour()) line += colour;
    line += kind;
    if (session.colour()) line += "\033[0m";
    line += ": ";
  }
  // What a file is called or holds must not steer the terminal.
  line += printable(text);
  line += '\n';
  static_cast<void>(std::fwrite(line.data(), 1, line.size(), stderr));
}

bool wants_colour(const Session& session, int descriptor) {
  const char* wish = std::getenv("NO_COLOR");
  return !session.no_color && (wish == nullptr || *wish == '\0') && ::isatty(descriptor) != 0;
}

}  // namespace

unsigned Session::thread_count() const {
  return threads != 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
}

bool Session::colour() const { return wants_colour(*this, STDERR_FILENO); }
bool Session::colour_on_output() const { return wants_colour(*this, STDOUT_FILENO); }

void Session::error(std::string_view text) const { say(*this, "error", "\033[1;31m", text); }

void Session::warning(std::string_view text) const {
  if (!quiet) say(*this, "warning", "\033[1;33m", text);
}

void Session::note(std::string_view text) const {
  if (!quiet) say(*this, {}, {}, text);
}

void Session::detail(std::string_view text) const {
  if (verbose && !quiet) say(*this, {}, {}, text);
}

void Session::report(const Diagnostics& diagnostics) const {
  for (const Diagnostic& entry : diagnostics.entries) {
    std::string text = to_string(entry.where);
    if (!text.empty()) text += ": ";
    text += entry.message;
    if (entry.severity == Severity::failure) {
      error(text);
    } else {
      warning(text);
    }
  }
}

Progress::Progress(const Session& session, std::string what, std::size_t total)
    : m_active(!session.quiet && ::isatty(STDERR_FILENO) != 0),
      m_what(std::move(what)),
      m_total(total),
      m_next(std::chrono::steady_clock::now() + std::chrono::seconds(1)) {}

void Progress::advance(std::size_t done) {
  if (!m_active) return;
  const auto now = std::chrono::steady_clock::now();
  if (now < m_next) return;
  m_next = now + std::chrono::milliseconds(200);
  m_shown = true;
  static_cast<void>(std::fprintf(stderr, "\r%s: %zu of %zu", m_what.c_str(), done, m_total));
}

Progress::~Progress() {
  if (m_shown) static_cast<void>(std::fputs("\r\033[K", stderr));
}

bool stdout_is_terminal() { return ::isatty(STDOUT_FILENO) != 0; }

}  // namespace relgraph::cli
