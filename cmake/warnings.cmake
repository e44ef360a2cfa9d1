# SPDX-License-Identifier: GPL-3.0-or-later
# nines_warnings: linked privately by every target of ours. Without -Wnull-dereference, which g++ 12 raises inside
# its own standard library; without -Wrestrict, which it raises falsely for "x" + string; and without clang's complaint
# that libstdc++ 12 itself uses a deprecated function in std::stable_sort.
add_library(nines_warnings INTERFACE)
target_compile_options(nines_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Wold-style-cast
  -Wcast-align -Wunused -Woverloaded-virtual -Wdouble-promotion -Wimplicit-fallthrough
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>
  $<$<BOOL:${NINES_WERROR}>:-Werror>)
