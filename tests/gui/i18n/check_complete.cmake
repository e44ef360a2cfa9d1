# SPDX-License-Identifier: GPL-3.0-or-later
# Brings copies of the .ts files up to date and names what is not translated in them:
# cmake -DLUPDATE=.. -DLIST=.. -DSOURCE=.. -DSTAGE=.. -P check_complete.cmake
set(texts ${STAGE}/model_texts_for_lupdate.cpp)
execute_process(COMMAND ${LIST} ${SOURCE}/scenarios OUTPUT_FILE ${texts} RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "the list of texts could not be made")
endif()

# check(LANGUAGE OPTIONS..)
function(check language)
  set(copy ${STAGE}/nines_${language}.ts)
  configure_file(${SOURCE}/gui/i18n/nines_${language}.ts ${copy} COPYONLY)
  execute_process(
    COMMAND ${LUPDATE} -I ${SOURCE} -locations none -no-obsolete ${ARGN} ${SOURCE}/gui ${SOURCE}/models ${texts} -ts ${copy}
    OUTPUT_QUIET ERROR_VARIABLE errors RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "lupdate failed: ${errors}")
  endif()
  file(READ ${copy} messages)
  string(REPLACE ";" "," messages "${messages}")
  string(REGEX MATCHALL "<source>[^<]*</source>[^/]*<translation type=\"unfinished\"" unfinished "${messages}")
  list(LENGTH unfinished count)
  if(count GREATER 0)
    list(TRANSFORM unfinished REPLACE "<source>([^<]*)</source>.*" "  \\1")
    list(JOIN unfinished "\n" names)
    message(FATAL_ERROR
      "${count} texts are not translated; `nines_gui_lupdate` adds them to nines_${language}.ts:\n${names}")
  endif()
endfunction()

check(zh_CN)
check(en -pluralonly)
