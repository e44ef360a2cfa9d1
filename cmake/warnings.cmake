# SPDX-License-Identifier: GPL-3.0-or-later
# A compiler that nobody here has tried may warn of what is no mistake; that must not stop whoever only wants to build.
set(werror ${NINES_WERROR})
if(NINES_WERROR STREQUAL "AUTO")
  set(werror OFF)
  set(version ${CMAKE_CXX_COMPILER_VERSION})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND version VERSION_GREATER_EQUAL 12 AND version VERSION_LESS 13)
    set(werror ON)
  endif()
  message(STATUS "Warnings are errors with ${CMAKE_CXX_COMPILER_ID} ${version}: ${werror}")
endif()

# nines_warnings: linked privately by every target of ours. Without -Wnull-dereference, which g++ 12 raises inside
# its own standard library; without -Wrestrict, which it raises falsely for "x" + string; without -Wdangling-reference, which g++ 13 raises
# falsely for references that a function was given; and without clang's complaint
# that libstdc++ 12 itself uses a deprecated function in std::stable_sort.
add_library(nines_warnings INTERFACE)
target_compile_options(nines_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Wold-style-cast
  -Wcast-align -Wunused -Woverloaded-virtual -Wdouble-promotion -Wimplicit-fallthrough
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_GREATER_EQUAL:$<CXX_COMPILER_VERSION>,13>>:-Wno-dangling-reference>
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>
  $<$<BOOL:${werror}>:-Werror>)
