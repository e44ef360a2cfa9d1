# SPDX-License-Identifier: GPL-3.0-or-later
# nines_warnings: linked privately by every target of ours. Without -Wnull-dereference, which g++ 12 raises inside
# its own standard library.
add_library(nines_warnings INTERFACE)
target_compile_options(nines_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Wold-style-cast
  -Wcast-align -Wunused -Woverloaded-virtual -Wdouble-promotion -Wimplicit-fallthrough
  $<$<BOOL:${NINES_WERROR}>:-Werror>)
