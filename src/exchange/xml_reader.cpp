// SPDX-License-Identifier: Apache-2.0
#include "exchange/xml_reader.hpp"

#include <expat.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <new>
#include <string>

#include "base/utf8.hpp"

namespace relgraph::exchange {

namespace {

constexpr std::size_t k_deepest = 250;
// expat counts bytes in an int. A file in one piece is parsed where it is, and no token is looked at twice.
constexpr std::size_t k_piece = std::size_t{1} << 30U;

using Parser = std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)>;

struct State {
  XML_Parser parser;
  const std::string& file;
  XmlHandler& handler;
  std::exception_ptr failure{};
  std::string text{};
  std::size_t depth = 0;
  std::size_t text_depth = 0;  ///< of the element whose text is collected; 0: none
};

Location location(XML_Parser parser, const std::string& file) {
  return {.file = file,
          .line = static_cast<std::size_t>(XML_GetCurrentLineNumber(parser)),
          .column = static_cast<std::size_t>(XML_GetCurrentColumnNumber(parser)) + 1};
}

std::string_view local_name(const char* name) {
  const std::string_view whole(name);
  const std::size_t colon = whole.rfind(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

/// No exception may pass through expat, which is C: it waits until the parser has returned.
template <class F>
void guarded(State& state, F f) noexcept {
  if (state.failure) return;
  try {
    f();
  } catch (const Error& error) {
    state.failure = error.where().line
                        ? std::current_exception()
                        : std::make_exception_ptr(Error(error.code(), error.message(),
                                                        location(state.parser, state.file), error.hint()));
  } catch (...) {
    state.failure = std::current_exception();
  }
  if (state.failure) XML_StopParser(state.parser, XML_FALSE);
}

State& state_of(void* data) { return *static_cast<State*>(data); }

void on_text(void* data, const char* text, int length) {
  State& state = state_of(data);
  guarded(state, [&] { state.text.append(text, static_cast<std::size_t>(length)); });
}

void on_start(void* data, const char* name, const char** attributes) {
  State& state = state_of(data);
  guarded(state, [&] {
    if (++state.depth > k_deepest)
      throw Error(ErrorCode::input, "elements are nested more than " + std::to_string(k_deepest) + " deep");
    const auto byte = static_cast<std::size_t>(XML_GetCurrentByteIndex(state.parser));
    if (!state.handler.start(local_name(name), XmlAttributes(attributes), byte)) return;
    state.text.clear();
    state.text_depth = state.depth;
    XML_SetCharacterDataHandler(state.parser, on_text);
  });
}

void on_end(void* data, const char* name) {
  State& state = state_of(data);
  guarded(state, [&] {
    state.handler.end(local_name(name), state.text);
    // White space between elements is most of the text of a file: without a handler it costs nothing.
    if (state.depth-- == state.text_depth) {
      state.text_depth = 0;
      XML_SetCharacterDataHandler(state.parser, nullptr);
    }
  });
}

void on_entity(void* data, const char* /*name*/, int /*is_parameter*/, const char* /*value*/, int /*length*/,
               const char* /*base*/, const char* /*system*/, const char* /*public_id*/,
               const char* /*notation*/) {
  guarded(state_of(data),
          [] { throw Error(ErrorCode::input, "the file defines entities, which relgraph does not take"); });
}

void on_unknown_entity(void* data, const char* name, int /*is_parameter*/) {
  guarded(state_of(data), [&] {
    throw Error(ErrorCode::input,
                "the entity '" + printable(std::string_view(name).substr(0, 40)) + "' is unknown");
  });
}

[[noreturn]] void fail_syntax(const State& state) {
  const XML_Error code = XML_GetErrorCode(state.parser);
  if (code == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
  throw Error(ErrorCode::input, "not valid XML: " + std::string(XML_ErrorString(code)),
              location(state.parser, state.file));
}

}  // namespace

void read_xml(const ExchangeFile& file, XmlHandler& handler) {
  if (file.text.find_first_not_of(" \t\r\n") == std::string::npos)
    throw Error(ErrorCode::input, "is empty", {.file = file.name});
  const Parser parser(XML_ParserCreate(nullptr), &XML_ParserFree);
  if (parser == nullptr) throw std::bad_alloc();
  State state{parser.get(), file.name, handler};
  XML_SetUserData(parser.get(), &state);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetEntityDeclHandler(parser.get(), on_entity);
  XML_SetSkippedEntityHandler(parser.get(), on_unknown_entity);
  for (std::size_t i = 0; i < file.text.size();) {
    const std::size_t size = std::min(k_piece, file.text.size() - i);
    const bool is_last = i + size == file.text.size();
    const XML_Status status =
        XML_Parse(parser.get(), file.text.data() + i, static_cast<int>(size), is_last ? XML_TRUE : XML_FALSE);
    if (state.failure) std::rethrow_exception(state.failure);
    if (status != XML_STATUS_OK) fail_syntax(state);
    i += size;
  }
}

}  // namespace relgraph::exchange
