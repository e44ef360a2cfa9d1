// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/detection_laws.hpp"

#include <cmath>
#include <variant>

#include "tests/catch.hpp"

using namespace nines;
using namespace nines::scenario;

namespace {

Duration s(double seconds) {
    return Duration::seconds(seconds);
}

template <class T>
Field<T> said(T value) {
    Field<T> field;
    field.value = std::move(value);
    field.origin.source = Source::file;
    return field;
}

Detection lease(double length, double heartbeat) {
    Detection detection;
    detection.kind = said(CheckKind::lease);
    detection.timeout = said(s(length));
    detection.inter = said(s(heartbeat));
    return detection;
}

Detection fixed_rate(double inter, double timeout, std::int64_t fall, std::int64_t rise) {
    Detection detection;
    detection.kind = said(CheckKind::fixed_rate);
    detection.inter = said(s(inter));
    detection.timeout = said(s(timeout));
    detection.fall = said(fall);
    detection.rise = said(rise);
    return detection;
}

/// Uniform from `low` to `high`: bounds, mean, standard deviation and a quantile.
void check_uniform(const sim::Law& law, double low, double high) {
    CHECK(sim::cdf(law, s(low - 1e-6)) == 0.0);
    CHECK(sim::cdf(law, s(high + 1e-6)) == 1.0);
    CHECK(sim::mean(law).in_seconds() == Approx((low + high) / 2));
    CHECK(sim::standard_deviation(law).in_seconds() == Approx((high - low) / std::sqrt(12.0)));
    CHECK(sim::quantile(law, 0.9).in_seconds() == Approx(low + 0.9 * (high - low)));
}

}  // namespace

TEST_CASE("HAProxy notices a crash in 4 to 6 s and a silent failure in 10 to 12 s", "[detection]") {
    // inter 2 s, fall 3, rise 2, each check may last as long as inter: HAProxy configuration manual, section 5.2.
    const DetectionLaws laws = detection_laws(Detection{});
    check_uniform(laws.crash, 4, 6);
    check_uniform(laws.silent, 10, 12);
    check_uniform(return_law(Detection{}), 2, 4);
}

TEST_CASE("a probe goes faster while the state is in transition, and slower while it is down", "[detection]") {
    Detection detection;
    detection.inter = said(s(10));
    detection.fastinter = said(s(1));
    detection.downinter = said(s(30));
    detection.timeout = said(s(0.5));
    const DetectionLaws laws = detection_laws(detection);
    check_uniform(laws.crash, 2, 12);             // phi 10 + 2 * 1
    check_uniform(laws.silent, 3.5, 13.5);        // + 3 * 0.5
    check_uniform(return_law(detection), 1, 31);  // phi 30 + 1
}

TEST_CASE("checks at a fixed rate do not wait for the one before", "[detection]") {
    SECTION("ALB: 30 s apart, timeout 5 s, 2 to fall, 5 to rise") {
        // awsdocs: "the time it takes the target to respond does not affect the interval".
        const Detection alb = fixed_rate(30, 5, 2, 5);
        check_uniform(detection_laws(alb).crash, 30, 60);
        check_uniform(detection_laws(alb).silent, 35, 65);
        check_uniform(return_law(alb), 120, 150);
    }
    SECTION("kubelet: 10 s apart, timeout 1 s, 3 to fall, 1 to rise") {
        const Detection kubelet = fixed_rate(10, 1, 3, 1);
        check_uniform(detection_laws(kubelet).crash, 20, 30);
        check_uniform(detection_laws(kubelet).silent, 21, 31);
        check_uniform(return_law(kubelet), 0, 10);
    }
}

TEST_CASE("a lease runs out one length after the last heartbeat", "[detection]") {
    check_uniform(detection_laws(lease(3.609375, 1)).crash, 2.609375,
                  3.609375);                                     // VRRP at priority 100: skew 156/256 s
    check_uniform(detection_laws(lease(30, 10)).crash, 20, 30);  // Patroni
    check_uniform(detection_laws(lease(30, 10)).silent, 20, 30);
    check_uniform(detection_laws(lease(9, 2)).crash, 7, 9);  // Kafka brokers
    CHECK(sim::mean(return_law(lease(9, 2))) == s(0));
}

TEST_CASE("real traffic finds a crash with its N-th request", "[detection]") {
    Detection detection;
    detection.kind = said(CheckKind::passive);
    detection.fall = said(std::int64_t{4});
    detection.traffic = said(Rate{0.5});
    detection.inter = said(s(10));
    detection.timeout = said(s(3));
    const DetectionLaws laws = detection_laws(detection);
    REQUIRE(std::holds_alternative<sim::Erlang>(laws.crash.form));
    CHECK(sim::mean(laws.crash).in_seconds() == Approx(4 / 0.5));
    CHECK(sim::standard_deviation(laws.crash).in_seconds() == Approx(2 / 0.5));  // sqrt(4) / rate
    CHECK(sim::mean(laws.silent).in_seconds() == Approx(4 / 0.5 + 4 * 3));
    CHECK(sim::standard_deviation(laws.silent).in_seconds() == Approx(2 / 0.5));
    check_uniform(return_law(detection), 0, 10);
}

TEST_CASE("a time written directly wins over what the check would give", "[detection]") {
    Detection detection;
    detection.takes = said(sim::Law{sim::Uniform{s(20), s(30)}});
    check_uniform(detection_laws(detection).crash, 20, 30);
    check_uniform(detection_laws(detection).silent, 20, 30);
    CHECK(sim::mean(return_law(detection)) == s(0));
    detection.takes_silent = said(sim::Law{sim::Uniform{s(60), s(90)}});
    check_uniform(detection_laws(detection).crash, 20, 30);
    check_uniform(detection_laws(detection).silent, 60, 90);

    Detection silent_only;
    silent_only.takes_silent = said(sim::Law{sim::Constant{s(60)}});
    check_uniform(detection_laws(silent_only).crash, 4, 6);
    CHECK(sim::mean(detection_laws(silent_only).silent) == s(60));
    check_uniform(return_law(silent_only), 2, 4);
}

TEST_CASE("with one check, jitter gives the forward recurrence time exactly", "[detection]") {
    Detection detection;
    detection.inter = said(s(10));
    detection.fall = said(std::int64_t{1});
    const double j = GENERATE(0.3, 1.0);
    detection.jitter = said(j);
    const sim::Law law = detection_laws(detection).crash;
    CHECK(sim::mean(law).in_seconds() == Approx(10 * (1 + j * j / 3) / 2));  // E[X^2] / (2 E[X])
    // E[X^3] / (3 E[X]) is the second moment.
    const double second = 100 * (1 + j * j) / 3;
    const double mean = sim::mean(law).in_seconds();
    CHECK(sim::standard_deviation(law).in_seconds() == Approx(std::sqrt(second - mean * mean)));
    CHECK(sim::cdf(law, s(10 * (1 - j))) == Approx(1 - j));  // density 1 / E[X] up to the shortest interval
    CHECK(sim::cdf(law, s(10 * (1 + j))) == Approx(1.0));
}

TEST_CASE("with several checks, jitter keeps mean and standard deviation of the sum", "[detection]") {
    Detection detection;
    detection.jitter = said(0.5);
    const DetectionLaws laws = detection_laws(detection);
    const double phase = 2 * (1 + 0.25 / 3) / 2;
    const double variance = 4 * (1 + 0.25) / 3 - phase * phase + 2 * (2 * 0.5) * (2 * 0.5) / 3;
    CHECK(sim::mean(laws.crash).in_seconds() == Approx(phase + 4));
    CHECK(sim::standard_deviation(laws.crash).in_seconds() == Approx(std::sqrt(variance)));
    CHECK(sim::mean(laws.silent).in_seconds() == Approx(phase + 10));

    Detection heartbeats = lease(30, 10);
    heartbeats.jitter = said(0.5);
    const sim::Law law = detection_laws(heartbeats).crash;
    CHECK(sim::mean(law).in_seconds() == Approx(30 - 10 * (1 + 0.25 / 3) / 2));
}

TEST_CASE("jitter never makes a detection negative and keeps its mean", "[detection]") {
    Detection detection;
    detection.inter = said(s(10));
    detection.fastinter = said(s(0.1));
    detection.jitter = said(0.5);
    const sim::Law law = detection_laws(detection).crash;
    CHECK(sim::quantile(law, 0.0) >= Duration());
    CHECK(sim::mean(law).in_seconds() == Approx(10 * (1 + 0.25 / 3) / 2 + 0.2));
}

TEST_CASE("false alarms of a check are as rare as its failures in a row", "[detection]") {
    Detection detection;
    CHECK_FALSE(mean_time_between_false_positives(detection).has_value());
    const auto after = [&](double share, std::int64_t fall) {
        detection.false_positive = said(share);
        detection.fall = said(fall);
        return *mean_time_between_false_positives(detection);
    };
    // I = 2 s: I (1 - e^f) / ((1 - e) e^f).
    CHECK(after(0.001, 3).in_years() == Approx(63.5).epsilon(0.01));
    CHECK(after(0.01, 3).in_hours() / 24 == Approx(23.4).epsilon(0.01));
    CHECK(after(0.05, 3).in_hours() == Approx(4.7).epsilon(0.01));
    CHECK(after(0.10, 3).in_seconds() / 60 == Approx(37).epsilon(0.01));
    CHECK(after(0.01, 1).in_seconds() == Approx(200));
    CHECK(after(1.0, 3).in_seconds() == Approx(6));
    CHECK(after(1.0 - 1e-12, 3).in_seconds() == Approx(6));

    Detection heartbeats = lease(0.3, 0.1);  // Three heartbeats in a row must be lost.
    heartbeats.false_positive = said(0.01);
    CHECK(mean_time_between_false_positives(heartbeats)->in_seconds() == Approx(0.1 * (1 + 1e-2 + 1e-4) / 1e-6));
    Detection traffic;
    traffic.kind = said(CheckKind::passive);
    traffic.traffic = said(Rate{10});
    traffic.fall = said(std::int64_t{2});
    traffic.false_positive = said(0.1);
    CHECK(mean_time_between_false_positives(traffic)->in_seconds() == Approx(0.1 * 1.1 / 0.01));
}
