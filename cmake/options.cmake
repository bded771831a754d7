# SPDX-License-Identifier: Apache-2.0
# The flags of every target of ours: link relgraph_options, privately.
add_library(relgraph_options INTERFACE)
target_compile_options(relgraph_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor
  -Wold-style-cast -Woverloaded-virtual -Wnull-dereference -Wimplicit-fallthrough
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>  # false alarms of GCC 12 on strings (GCC bug 105651)
  $<$<BOOL:${RELGRAPH_WERROR}>:-Werror>)
if(RELGRAPH_SANITIZE)
  # GCC 12 sees null dereferences and uninitialised values in instrumented library code that are not there.
  target_compile_options(relgraph_options INTERFACE
    -fsanitize=${RELGRAPH_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
    -Wno-null-dereference -Wno-maybe-uninitialized)
  target_link_options(relgraph_options INTERFACE -fsanitize=${RELGRAPH_SANITIZE})
endif()
if(RELGRAPH_LIBFUZZER)
  # libFuzzer finds its way by the edges that an input reaches, in our code and in what it includes.
  target_compile_options(relgraph_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(RELGRAPH_COVERAGE)
  target_compile_options(relgraph_options INTERFACE --coverage -O0)
  target_link_options(relgraph_options INTERFACE --coverage)
endif()

# relgraph_room(NAME SOURCES... LIBS libraries...): one room of the house as a static library
# relgraph_NAME. It sees the public headers, src/ for "base/..." and its own folder.
function(relgraph_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LIBS" ${ARGN})
  add_library(relgraph_${name} STATIC ${ROOM_SOURCES})
  target_include_directories(relgraph_${name} PUBLIC ${PROJECT_SOURCE_DIR}/include PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(relgraph_${name} PRIVATE relgraph_options ${ROOM_LIBS})
endfunction()

# relgraph_test(NAME SOURCES... LIBS libraries...): one Catch2 program, each test case a test of its own.
function(relgraph_test name)
  cmake_parse_arguments(T "" "" "SOURCES;LIBS" ${ARGN})
  add_executable(test_${name} ${T_SOURCES})
  target_include_directories(test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_compile_definitions(test_${name} PRIVATE RELGRAPH_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_link_libraries(test_${name} PRIVATE relgraph_options ${T_LIBS} Catch2::Catch2WithMain)
  add_test(NAME ${name} COMMAND test_${name})
  set_tests_properties(${name} PROPERTIES LABELS unit)
endfunction()
