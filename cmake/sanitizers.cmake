# SPDX-License-Identifier: GPL-3.0-or-later
# nines_sanitizers: linked publicly through nines_module, so that every object agrees.
add_library(nines_sanitizers INTERFACE)
if(NINES_SANITIZE STREQUAL "address")
  set(flags -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  # g++ 12 with the sanitizers takes parts of <regex> for uninitialised.
  list(APPEND flags $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
elseif(NINES_SANITIZE STREQUAL "thread")
  set(flags -fsanitize=thread -fno-omit-frame-pointer)
elseif(NOT NINES_SANITIZE STREQUAL "")
  message(FATAL_ERROR "NINES_SANITIZE must be empty, 'address' or 'thread', not '${NINES_SANITIZE}'")
endif()
target_compile_options(nines_sanitizers INTERFACE ${flags})
list(FILTER flags EXCLUDE REGEX Wno-)
target_link_options(nines_sanitizers INTERFACE ${flags})

# The fuzzer is steered by the branches taken in our libraries, so all of them are instrumented.
if(NINES_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    message(FATAL_ERROR "NINES_FUZZ needs clang: ./dev fuzz chooses it")
  endif()
  target_compile_options(nines_sanitizers INTERFACE -fsanitize=fuzzer-no-link)
endif()
