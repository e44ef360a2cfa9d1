# SPDX-License-Identifier: GPL-3.0-or-later
# Installs into a folder and looks at what is there: cmake -DBUILD=.. -DSTAGE=.. -P check_install.cmake
# Validators that are not on this machine are left out.
file(REMOVE_RECURSE ${STAGE})
set(ENV{DESTDIR} ${STAGE})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix /usr
  OUTPUT_QUIET ERROR_VARIABLE errors RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "cmake --install failed: ${errors}")
endif()

set(share ${STAGE}/usr/share)
set(desktop ${share}/applications/org.nines.Nines.desktop)
set(metainfo ${share}/metainfo/org.nines.Nines.metainfo.xml)
set(manual ${share}/man/man1/nines-gui.1)
foreach(file ${STAGE}/usr/bin/nines ${STAGE}/usr/bin/nines-gui ${desktop} ${metainfo} ${manual}
        ${share}/icons/hicolor/scalable/apps/org.nines.Nines.svg ${share}/mime/packages/org.nines.Nines.xml
        ${share}/nines/scenarios/designs/web_single.toml ${share}/doc/nines/README.md
        ${share}/doc/nines/README.zh-CN.md ${share}/doc/nines/docs/desktop.md
        ${share}/doc/nines/docs/reference/scenario.md)
  if(NOT EXISTS ${file})
    message(FATAL_ERROR "not installed: ${file}")
  endif()
endforeach()

# must_pass(PROGRAM ARGUMENTS..): where the program is installed it finds nothing wrong.
function(must_pass program)
  find_program(found_${program} ${program})
  if(NOT found_${program})
    message(STATUS "${program} is not installed: left out")
    return()
  endif()
  execute_process(COMMAND ${found_${program}} ${ARGN}
    OUTPUT_VARIABLE output ERROR_VARIABLE errors RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${program}: ${output}${errors}")
  endif()
endfunction()

must_pass(desktop-file-validate ${desktop})
must_pass(appstreamcli validate --no-net ${metainfo})
must_pass(update-mime-database ${share}/mime)
must_pass(man --warnings=w --local-file --pager=cat ${manual})
