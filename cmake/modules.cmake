# SPDX-License-Identifier: GPL-3.0-or-later

# nines_module(NAME SOURCES a.cpp .. [LINK targets ..]): one static library for one folder.
# Includes are written from the repository's root.
function(nines_module name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
  add_library(${name} STATIC ${arg_SOURCES})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name}
    PUBLIC nines_arithmetic nines_sanitizers ${arg_LINK}
    PRIVATE nines_warnings ${arg_PRIVATE_LINK})
endfunction()

# nines_gui_module(NAME SOURCES a.cpp .. [LINK targets ..]): the same for a folder of the desktop program.
function(nines_gui_module name)
  nines_module(${name} ${ARGN})
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
  target_compile_definitions(${name} PUBLIC QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_DISABLE_DEPRECATED_BEFORE=0x060400)
endfunction()

# nines_test(NAME SOURCES a_test.cpp .. LINK targets ..): one Catch2 program for one folder of tests.
function(nines_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_compile_definitions(${name} PRIVATE NINES_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE nines_arithmetic nines_sanitizers nines_warnings ${arg_LINK} Catch2::Catch2WithMain)
  catch_discover_tests(${name} TEST_PREFIX "${name}: " PROPERTIES TIMEOUT 300)
endfunction()

# nines_fuzzer(NAME SOURCES a_fuzz.cpp LINK targets ..): one libFuzzer program; `./dev fuzz` runs it on
# tests/fuzz/corpus/NAME.
function(nines_fuzzer name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE nines_arithmetic nines_sanitizers nines_warnings ${arg_LINK})
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
endfunction()

# nines_gui_test(NAME SOURCES a_test.cpp .. LINK targets ..): one Qt Test program for one folder of the desktop's tests.
# It needs no screen. Each test function is shown by the program itself; ctest sees one test.
function(nines_gui_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_compile_definitions(${name} PRIVATE NINES_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE nines_arithmetic nines_sanitizers nines_warnings ${arg_LINK} Qt6::Test)
  add_test(NAME "gui: ${name}" COMMAND ${name})
  set_tests_properties("gui: ${name}" PROPERTIES TIMEOUT 300
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;XDG_RUNTIME_DIR=${CMAKE_CURRENT_BINARY_DIR}")
endfunction()
