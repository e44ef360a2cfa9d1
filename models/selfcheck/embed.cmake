# SPDX-License-Identifier: GPL-3.0-or-later
# Writes OUTPUT, a C++ file with the texts of SCENARIOS and of FIGURES:
# cmake -DOUTPUT=.. -DSCENARIOS=a.toml,b.toml -DFIGURES=c.toml,d.toml -P embed.cmake
function(texts_of files result)
  string(REPLACE "," ";" list "${files}")
  set(texts "")
  foreach(file ${list})
    get_filename_component(name ${file} NAME)
    file(READ ${file} text)
    string(APPEND texts "        {\"${name}\", R\"nines_toml(${text})nines_toml\"},\n")
  endforeach()
  set(${result} "${texts}" PARENT_SCOPE)
endfunction()

texts_of("${SCENARIOS}" scenarios)
texts_of("${FIGURES}" figures)
file(WRITE ${OUTPUT} "// SPDX-License-Identifier: GPL-3.0-or-later
// Generated; do not edit.
#include \"models/selfcheck/embedded.hpp\"

namespace nines::selfcheck {

std::vector<EmbeddedFile> embedded_scenarios() {
    return {
${scenarios}    };
}

std::vector<EmbeddedFile> embedded_figures() {
    return {
${figures}    };
}

}  // namespace nines::selfcheck
")
