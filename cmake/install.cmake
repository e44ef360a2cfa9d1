# SPDX-License-Identifier: GPL-3.0-or-later
include(GNUInstallDirs)
if(TARGET nines)
  install(TARGETS nines RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
install(FILES README.md README.zh-CN.md CHANGELOG.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY scenarios notebooks DESTINATION ${CMAKE_INSTALL_DATADIR}/nines)
install(DIRECTORY python/nines DESTINATION ${CMAKE_INSTALL_DATADIR}/nines/python PATTERN __pycache__ EXCLUDE)

# The manual page of the command line is made of its own help where help2man is installed.
find_program(HELP2MAN_PROGRAM help2man)
if(TARGET nines AND HELP2MAN_PROGRAM)
  set(manual_page ${PROJECT_BINARY_DIR}/nines.1)
  add_custom_command(
    OUTPUT ${manual_page}
    COMMAND ${HELP2MAN_PROGRAM} --no-info --no-discard-stderr --name "availability and failover simulation"
            --output ${manual_page} $<TARGET_FILE:nines>
    DEPENDS nines
    VERBATIM)
  add_custom_target(nines_manual_page ALL DEPENDS ${manual_page})
  install(FILES ${manual_page} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endif()

# What a desktop needs to know of the program. Its name there is org.nines.Nines.
if(TARGET nines-gui)
  set(desktop_name org.nines.Nines)
  set(data ${PROJECT_SOURCE_DIR}/gui/data)
  install(TARGETS nines-gui RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  install(FILES ${data}/${desktop_name}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES ${data}/${desktop_name}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
  install(FILES ${data}/${desktop_name}.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
  install(FILES ${data}/${desktop_name}.mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages
    RENAME ${desktop_name}.xml)
  install(FILES ${data}/nines-gui.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endif()

# Draws the reports of the command line.
if(TARGET nines-report)
  install(TARGETS nines-report RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  install(FILES ${PROJECT_SOURCE_DIR}/gui/data/nines-report.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endif()
