// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "relgraph/error.hpp"

namespace relgraph::cli {

/// One call of the program: the options that every command has, and what it says on standard error.
/// Data goes to standard output, everything else comes through here.
struct Session {
  bool quiet = false;
  bool verbose = false;
  bool no_color = false;
  unsigned threads = 0;                   ///< 0: as many as the machine has
  std::vector<std::string> ontologies{};  ///< files with relation types of the user

  std::string command;         ///< of this call, for messages
  std::function<int()> run{};  ///< what the chosen command does; gives the exit status

  [[nodiscard]] unsigned thread_count() const;
  /// Whether standard error is a terminal that wants colour (https://no-color.org).
  [[nodiscard]] bool colour() const;

  /// The same of standard output.
  [[nodiscard]] bool colour_on_output() const;

  void error(std::string_view text) const;
  void warning(std::string_view text) const;
  /// Something a user may like to know; not with --quiet.
  void note(std::string_view text) const;
  /// Only with --verbose.
  void detail(std::string_view text) const;
  /// Prints what the library found, in order.
  void report(const Diagnostics& diagnostics) const;
};

/// A line on the terminal that says how far long work is: appears after a second, not with --quiet, not
/// when standard error is no terminal, and is wiped at the end.
class Progress {
 public:
  Progress(const Session& session, std::string what, std::size_t total);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();
  void advance(std::size_t done);

 private:
  bool m_active;
  bool m_shown = false;
  std::string m_what;
  std::size_t m_total;
  std::chrono::steady_clock::time_point m_next;
};

[[nodiscard]] bool stdout_is_terminal();

}  // namespace relgraph::cli
