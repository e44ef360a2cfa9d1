# SPDX-License-Identifier: GPL-3.0-or-later
# Writes OUTPUT, a C++ file with the texts of FILES: cmake -DOUTPUT=.. -DFILES=a.toml,b.toml -P embed.cmake
string(REPLACE "," ";" files "${FILES}")
set(texts "")
foreach(file ${files})
  get_filename_component(name ${file} NAME)
  file(READ ${file} text)
  string(APPEND texts "        {\"${name}\", R\"nines_toml(${text})nines_toml\"},\n")
endforeach()
file(WRITE ${OUTPUT} "// SPDX-License-Identifier: GPL-3.0-or-later
// Generated; do not edit.
#include \"models/presets/embedded.hpp\"

namespace nines::presets {

std::vector<EmbeddedText> embedded_texts() {
    return {
${texts}    };
}

}  // namespace nines::presets
")
