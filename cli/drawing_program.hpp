// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nines::cli {

/// The path of `nines-report`, which draws HTML and PDF: beside this program, in the tree in which it was built, else
/// in PATH. Empty: it is not there.
std::string find_drawing_program();

/// Runs a program with one argument and these bytes as its standard input; answers its exit code, -1 if it could not be
/// started or was killed. Its messages go where ours go.
int run_with_input(const std::string& program, const std::string& argument, std::string_view input);

}  // namespace nines::cli
