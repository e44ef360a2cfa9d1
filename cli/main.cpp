// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.hpp"

int main(int argc, char** argv) {
    return static_cast<int>(nines::cli::run_command_line(argc, argv));
}
