// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/colours.hpp"

#include <algorithm>
#include <array>

namespace nines::gui {
namespace {

struct Pair {
    const char* light;
    const char* dark;
};

Pair pair_of(Role role) {
    switch (role) {
        case Role::up: return {"#00805e", "#3ecf9f"};
        case Role::degraded: return {"#b07d00", "#f0c040"};
        case Role::down: return {"#c03a1c", "#ff7a5c"};
        case Role::recovering: return {"#0067a5", "#6cb8f0"};
        case Role::standby: return {"#6b7785", "#9aa7b5"};
        case Role::planned: return {"#8a4f8f", "#d39ad8"};
        case Role::error: return {"#b3261e", "#ff8a80"};
        case Role::warning: return {"#8f6500", "#ffcb52"};
        case Role::verified: return {"#00694e", "#4fd8ab"};
        case Role::objective: return {"#9c2f6f", "#f08fc4"};
        case Role::muted: return {"#8b939c", "#7d8791"};
        case Role::area: return {"#eef3f8", "#2b3138"};
        case Role::item: return {"#ffffff", "#3a424b"};
        case Role::link: return {"#5b6671", "#a9b4bf"};
        case Role::selection: return {"#0a6ebd", "#58b4ff"};
    }
    return {"#000000", "#ffffff"};
}

}  // namespace

bool is_dark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QColor colour(Role role, const QPalette& palette) {
    const Pair pair = pair_of(role);
    return QColor(QLatin1String(is_dark(palette) ? pair.dark : pair.light));
}

QColor series_colour(int n, const QPalette& palette) {
    constexpr std::array light = {"#0072b2", "#d55e00", "#009e73", "#cc79a7",
                                  "#8a6d00", "#2f8fc4", "#7f4fa3", "#5a5a5a"};
    constexpr std::array dark = {"#56b4e9", "#f28e4b", "#2fd1a2", "#e7a6c8",
                                 "#f0e442", "#9ad0f5", "#c3a0e0", "#c8c8c8"};
    const auto index = static_cast<std::size_t>(std::max(0, n)) % light.size();
    return QColor(QLatin1String(is_dark(palette) ? dark[index] : light[index]));
}

QColor heat_colour(double share, const QPalette& palette) {
    const QColor cold = colour(Role::item, palette);
    const QColor hot = colour(Role::down, palette);
    const auto t = static_cast<float>(std::clamp(share, 0.0, 1.0));
    const auto mix = [t](float a, float b) { return a + (b - a) * t; };
    return QColor::fromRgbF(mix(cold.redF(), hot.redF()), mix(cold.greenF(), hot.greenF()),
                            mix(cold.blueF(), hot.blueF()));
}

}  // namespace nines::gui
