// SPDX-License-Identifier: Apache-2.0
#include "render/cairo.hpp"

#include <exception>
#include <string>

#include "relgraph/error.hpp"

namespace relgraph::render {

cairo_status_t append_bytes(void* to, const unsigned char* bytes, unsigned int count) {
  try {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
  } catch (const std::exception&) {  // must not pass through C
    return CAIRO_STATUS_NO_MEMORY;
  }
}

void check(cairo_status_t status) {
  if (status != CAIRO_STATUS_SUCCESS)
    throw Error(ErrorCode::internal, std::string("Cairo: ") + cairo_status_to_string(status));
}

}  // namespace relgraph::render
