// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace nines::cli {

/// While one exists, the first SIGINT (Ctrl-C) or SIGTERM is only noted, so that the work in hand can be ended well; a
/// second one kills the program as usual.
class InterruptWatch {
public:
    InterruptWatch();
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;

    bool requested() const;
};

}  // namespace nines::cli
