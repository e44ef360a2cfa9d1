// SPDX-License-Identifier: GPL-3.0-or-later
// A tool of the build: prints the source in which lupdate finds the texts from below the desktop.
#include <iostream>

#include "gui/i18n/model_texts.hpp"

int main() {
    std::cout << nines::gui::source_for_lupdate(nines::gui::model_texts());
}
