// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace nines::gui {

/// A scenario of 40 domains in 8 regions, 10 nodes, 500 groups, 150 balancers and 300 services: 1000 things.
inline std::string thousand_things() {
    std::string text = "format = 1\n";
    const auto number = [](int n) { return std::to_string(n); };
    for (int region = 0; region < 8; ++region) {
        text += "[domain.r" + number(region) + "]\n";
        for (int zone = 0; zone < 4; ++zone) {
            text += "[domain.r" + number(region) + "z" + number(zone) + "]\nin = \"r" + number(region) + "\"\n";
        }
    }
    for (int node = 0; node < 10; ++node) text += "[node.n" + number(node) + "]\nmtbf = \"90 d\"\nmttr = \"2 h\"\n";
    for (int group = 0; group < 500; ++group) {
        text += "[group.g" + number(group) + "]\nnode = \"n" + number(group % 10) + "\"\ncount = 3\nin = \"r" +
                number(group % 8) + "z" + number(group / 8 % 4) + "\"\n";
    }
    for (int balancer = 0; balancer < 150; ++balancer) {
        text += "[balancer.b" + number(balancer) + "]\nto = [\"g" + number(balancer * 3) + "\", \"g" +
                number(balancer * 3 + 1) + "\"]\n";
    }
    for (int service = 0; service < 300; ++service) {
        text += "[service.s" + number(service) + "]\n";
        text += service < 150 ? "entry = \"b" + number(service) + "\"\n" : "needs = [\"g" + number(service) + "\"]\n";
    }
    return text;
}

}  // namespace nines::gui
