// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/link_style.hpp"

#include <algorithm>
#include <array>

namespace nines::gui {
namespace {

struct KnownStyle {
    std::string_view key;
    int dashes;
    LinkStyle::Head head;
    double width;
};

/// What carries requests and data is solid; the weaker a bond, the shorter its dashes.
constexpr std::array known_styles = {
    KnownStyle{"needs", 0, LinkStyle::Head::filled, 1.5}, KnownStyle{"entry", 0, LinkStyle::Head::filled, 1.5},
    KnownStyle{"to", 0, LinkStyle::Head::filled, 1.5},    KnownStyle{"on", 0, LinkStyle::Head::diamond, 1.2},
    KnownStyle{"soft", 1, LinkStyle::Head::filled, 1.2},  KnownStyle{"to_start", 2, LinkStyle::Head::filled, 1.2},
    KnownStyle{"node", 3, LinkStyle::Head::disc, 1.0},    KnownStyle{"repaired_by", 3, LinkStyle::Head::open, 1.0},
    KnownStyle{"hits", 2, LinkStyle::Head::open, 1.2},    KnownStyle{"follower.on", 1, LinkStyle::Head::diamond, 1.2},
};

QVector<double> dashes_of(int pattern) {
    switch (pattern) {
        case 1: return {6, 3};
        case 2: return {6, 3, 1, 3};
        case 3: return {1.5, 3};
        default: return {};
    }
}

}  // namespace

LinkStyle link_style(std::string_view key) {
    const auto* found = std::find_if(known_styles.begin(), known_styles.end(),
                                     [&](const KnownStyle& style) { return style.key == key; });
    if (found != known_styles.end()) return {dashes_of(found->dashes), found->head, found->width};
    unsigned sum = 0;
    for (const char letter : key) sum = sum * 31 + static_cast<unsigned char>(letter);
    constexpr std::array heads = {LinkStyle::Head::open, LinkStyle::Head::filled, LinkStyle::Head::diamond,
                                  LinkStyle::Head::disc};
    return {dashes_of(1 + static_cast<int>(sum % 3)), heads[(sum / 3) % heads.size()], 1.1};
}

}  // namespace nines::gui
