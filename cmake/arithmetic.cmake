# SPDX-License-Identifier: GPL-3.0-or-later
# nines_arithmetic: the same bits on every machine and from every compiler. Linked publicly through nines_module,
# because headers compute as well.
add_library(nines_arithmetic INTERFACE)
target_compile_options(nines_arithmetic INTERFACE -ffp-contract=off)  # no contraction to fused multiply-add

if("${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_RELEASE}" MATCHES "-ffast-math|-Ofast|-funsafe-math")
  message(FATAL_ERROR "Fast but inexact arithmetic makes results differ between machines: remove ${CMAKE_MATCH_0}")
endif()
