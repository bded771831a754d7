// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace relgraph {

/// What kind of thing went wrong. The values are the exit statuses of the command line (docs/cli.md).
enum class ErrorCode : std::uint8_t {
  usage = 2,     ///< the call was wrong: unknown option, missing argument, unknown name
  input = 3,     ///< an input could not be read or is not what it claims to be
  output = 4,    ///< an output could not be written
  internal = 5,  ///< a bug in relgraph
};

/// Where it went wrong. Lines and columns count from 1, columns in bytes; `byte` counts from 0.
struct Location {
  std::string file;
  std::optional<std::size_t> line{};
  std::optional<std::size_t> column{};
  std::optional<std::size_t> byte{};
};

/// "file:3:7", "file: byte 12" or "file"; empty when nothing is known.
[[nodiscard]] std::string to_string(const Location& location);

/// The one exception of the library: a stable code, a sentence a user understands, the place, and
/// what to do about it. Only `cli/` turns it into an exit status.
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, std::string message, Location where = {}, std::string hint = {});

  [[nodiscard]] ErrorCode code() const noexcept { return m_code; }
  [[nodiscard]] const std::string& message() const noexcept { return m_message; }
  [[nodiscard]] const Location& where() const noexcept { return m_where; }
  [[nodiscard]] const std::string& hint() const noexcept { return m_hint; }

 private:
  ErrorCode m_code;
  std::string m_message;
  Location m_where;
  std::string m_hint;
};

/// How bad a diagnostic is: a `warning` leaves the result whole, a `failure` says that one input or
/// one part of it is missing from the result (exit status 1 when the rest came out).
enum class Severity : std::uint8_t { warning, failure };

struct Diagnostic {
  Severity severity = Severity::warning;
  std::string message;
  Location where{};
};

/// What the library has to say beside its result. The caller owns it and decides what to print;
/// the library itself never prints.
struct Diagnostics {
  std::vector<Diagnostic> entries;

  void warn(std::string message, Location where = {});
  void fail(std::string message, Location where = {});
  [[nodiscard]] bool failed() const noexcept;
};

}  // namespace relgraph
