# SPDX-License-Identifier: GPL-3.0-or-later
# nines_version: gives who links it NINES_VERSION, the version said once in project().
add_library(nines_version INTERFACE)
target_compile_definitions(nines_version INTERFACE NINES_VERSION="${PROJECT_VERSION}")
