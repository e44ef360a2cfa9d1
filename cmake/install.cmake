# SPDX-License-Identifier: GPL-3.0-or-later
include(GNUInstallDirs)
if(TARGET nines)
  install(TARGETS nines RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
install(FILES README.md CHANGELOG.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
