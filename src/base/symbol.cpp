// SPDX-License-Identifier: Apache-2.0
#include "relgraph/symbol.hpp"

#include <mutex>
#include <unordered_map>
#include <unordered_set>

namespace relgraph {

namespace {

/// Texts are never given back: what a program reads has a bounded vocabulary, or a bounded life.
const std::string* keep(std::string_view text) {
  static std::mutex mutex;
  static auto* const texts = new std::unordered_set<std::string>;  // outlives every static user
  const std::scoped_lock lock(mutex);
  return &*texts->emplace(text).first;
}

}  // namespace

Symbol::Symbol(std::string_view text) {
  if (text.empty()) return;
  // A thread asks the common store once for each text.
  thread_local std::unordered_map<std::string_view, const std::string*> known;
  const auto found = known.find(text);
  if (found != known.end()) {
    m_text = found->second;
    return;
  }
  m_text = keep(text);
  known.emplace(*m_text, m_text);
}

}  // namespace relgraph
