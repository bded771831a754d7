// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace relgraph {

/// A function of a shared library that is loaded when one of its functions is called for the first time: what
/// few runs need must not slow the start of all. librsvg and what it brings along, 39 libraries, cost 15 ms.
/// Errors: `Error{internal}` on a call if the library or the function is not there.
template <typename Function>
class LateFunction;

/// Its address, never null. Thread-safe. Errors: as above.
[[nodiscard]] void* late_symbol(const char* library, const char* name);

template <typename Result, typename... Arguments>
class LateFunction<Result(Arguments...)> {
 public:
  /// `library`: file name as the dynamic linker knows it, with its ABI version.
  constexpr LateFunction(const char* library, const char* name) : m_library(library), m_name(name) {}

  Result operator()(Arguments... arguments) const {
    return reinterpret_cast<Result (*)(Arguments...)>(late_symbol(m_library, m_name))(arguments...);
  }

 private:
  const char* m_library;
  const char* m_name;
};

}  // namespace relgraph
