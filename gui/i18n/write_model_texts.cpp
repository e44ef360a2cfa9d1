// SPDX-License-Identifier: GPL-3.0-or-later
// A tool of the build: `nines_write_model_texts SCENARIOS` prints the source in which lupdate finds the texts from
// below the desktop.
#include <iostream>

#include "gui/i18n/model_texts.hpp"

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    std::cout << nines::gui::source_for_lupdate(nines::gui::model_texts(argv[1]));
}
