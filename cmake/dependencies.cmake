# SPDX-License-Identifier: GPL-3.0-or-later
# Everything comes from the system's packages; `./dev` installs them.
find_package(Threads REQUIRED)
find_package(Boost 1.74 REQUIRED)              # Boost::headers: Random, Math
find_package(tomlplusplus 3.3 REQUIRED)        # the shared library: see docs/decisions/0002-shared-toml-library.md
find_package(fmt REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(OpenSSL REQUIRED)                 # OpenSSL::Crypto: SHA-256 of scenario files
find_package(Eigen3 3.4 REQUIRED NO_MODULE)    # Eigen3::Eigen: exact solving in sim/markov
find_path(RANDOM123_INCLUDE_DIR Random123/threefry.h REQUIRED)
if(NINES_TESTS)
  # Debian 12 has Catch2 2.13, Ubuntu 24.04 has 3.4: asking for the one would refuse the other.
  find_package(Catch2 REQUIRED)
  if(Catch2_VERSION VERSION_LESS 2.13)
    message(FATAL_ERROR "Catch2 2.13 or later is needed, found ${Catch2_VERSION}")
  endif()
  include(Catch)
endif()
if(NINES_GUI)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Core DBus Gui Widgets Charts Svg PrintSupport LinguistTools Test)
  find_library(QSCINTILLA_LIBRARY qscintilla2_qt6 REQUIRED)  # it has no CMake package
  find_library(CTEMPLATE_LIBRARY ctemplate REQUIRED)          # nor has this: HTML of reports
endif()
