// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/validate/checker.hpp"

namespace nines::validate {
namespace {

using scenario::CheckKind;
using scenario::Detection;
using scenario::Field;
namespace codes = scenario::codes;

class DetectionCheck {
public:
    DetectionCheck(Checker& checker, const Detection& detection, std::string what)
        : checker_(checker), detection_(detection), what_(std::move(what)) {}

    void run() {
        if (given(detection_.takes) || (given(detection_.kind) && !detection_.kind)) return;
        switch (detection_.kind.value_or(CheckKind::probe)) {
            case CheckKind::probe: unused(detection_.traffic, "traffic", "it is for kind = \"passive\""); return;
            case CheckKind::fixed_rate:
                unused(detection_.fastinter, "fastinter", "checks at a fixed rate come every `inter`");
                unused(detection_.traffic, "traffic", "it is for kind = \"passive\"");
                return check_overlap();
            case CheckKind::lease: return check_lease();
            case CheckKind::passive:
                unused(detection_.fastinter, "fastinter", "real traffic is watched as it comes");
                unused(detection_.rise, "rise", "one good request is enough");
                checker_.require(detection_.traffic, "traffic", detection_.place, what_, "\"100 per s\"");
                return;
        }
    }

private:
    template <class T>
    void unused(const Field<T>& field, std::string_view key, std::string_view why) {
        if (!written(field)) return;
        checker_.warn(codes::key_without_effect, field.origin.place, fmt::format("{}: `{}` has no effect", what_, key),
                      std::string(why));
    }

    /// The next check begins on time, whether this one is over or not.
    void check_overlap() {
        const bool inter_known = detection_.inter || !given(detection_.inter);
        if (!detection_.timeout || !inter_known) return;
        const Duration inter = detection_.inter.value_or(Duration::seconds(2));
        if (*detection_.timeout <= inter) return;
        checker_.warn(codes::checks_overlap, detection_.timeout.origin.place,
                      fmt::format("{}: a check may take {} s, but the next begins after {} s", what_,
                                  detection_.timeout->in_seconds(), inter.in_seconds()),
                      "a `timeout` of at most `inter`, or kind = \"probe\"");
    }

    void check_lease() {
        constexpr std::string_view why = "a lease is lost when it runs out, and back with its first heartbeat";
        unused(detection_.fall, "fall", why);
        unused(detection_.rise, "rise", why);
        unused(detection_.fastinter, "fastinter", why);
        unused(detection_.downinter, "downinter", why);
        unused(detection_.traffic, "traffic", "it is for kind = \"passive\"");
        if (!checker_.require(detection_.timeout, "timeout", detection_.place, what_, "\"30 s\"")) return;
        const bool inter_known = detection_.inter || !given(detection_.inter);
        if (inter_known && *detection_.timeout <= detection_.inter.value_or(Duration::seconds(2))) {
            checker_.error(
                codes::lease_too_short, detection_.timeout.origin.place,
                fmt::format("{}: the lease ends before its next heartbeat, so it is lost all the time", what_),
                "`timeout` must be longer than `inter`; three times as long is usual");
        }
    }

    Checker& checker_;
    const Detection& detection_;
    std::string what_;
};

}  // namespace

void check_detection(Checker& checker, const Detection& detection, const std::string& what) {
    DetectionCheck(checker, detection, what).run();
}

}  // namespace nines::validate
