// SPDX-License-Identifier: Apache-2.0
#include "relgraph/error.hpp"

#include <algorithm>
#include <utility>

namespace relgraph {

namespace {

std::string full_sentence(const std::string& message, const Location& where, const std::string& hint) {
  std::string out = to_string(where);
  if (!out.empty()) out += ": ";
  out += message;
  if (!hint.empty()) out += ". " + hint;
  return out;
}

}  // namespace

std::string to_string(const Location& location) {
  std::string out = location.file;
  if (location.line) {
    out += ":" + std::to_string(*location.line);
    if (location.column) out += ":" + std::to_string(*location.column);
  } else if (location.byte) {
    out += (out.empty() ? "byte " : ": byte ") + std::to_string(*location.byte);
  }
  return out;
}

Error::Error(ErrorCode code, std::string message, Location where, std::string hint)
    : std::runtime_error(full_sentence(message, where, hint)),
      m_code(code),
      m_message(std::move(message)),
      m_where(std::move(where)),
      m_hint(std::move(hint)) {}

void Diagnostics::warn(std::string message, Location where) {
  entries.push_back({Severity::warning, std::move(message), std::move(where)});
}

void Diagnostics::fail(std::string message, Location where) {
  entries.push_back({Severity::failure, std::move(message), std::move(where)});
}

bool Diagnostics::failed() const noexcept {
  return std::ranges::any_of(entries, [](const Diagnostic& d) { return d.severity == Severity::failure; });
}

}  // namespace relgraph
