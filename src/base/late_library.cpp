// SPDX-License-Identifier: Apache-2.0
#include "base/late_library.hpp"

#include <dlfcn.h>

#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "relgraph/error.hpp"

namespace relgraph {

namespace {

/// Stays loaded until the program ends: libraries built on GObject cannot be unloaded.
void* handle_of(const char* library) {
  static std::mutex mutex;
  static std::map<std::string_view, void*> handles;
  const std::lock_guard lock(mutex);
  void*& handle = handles[library];
  if (handle == nullptr) handle = dlopen(library, RTLD_LAZY);
  if (handle == nullptr)
    throw Error(ErrorCode::internal, "cannot load " + std::string(library) + ": " + dlerror());
  return handle;
}

}  // namespace

void* late_symbol(const char* library, const char* name) {
  void* symbol = dlsym(handle_of(library), name);  // also in the libraries that it brings along
  if (symbol == nullptr) throw Error(ErrorCode::internal, std::string(library) + " has no " + name);
  return symbol;
}

}  // namespace relgraph
