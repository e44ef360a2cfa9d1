// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/stats/moments.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

#include "sim/stats/pair_moments.hpp"
#include "tests/catch.hpp"

using nines::sim::Moments;
using nines::sim::PairMoments;

namespace {

Moments moments_of(const std::vector<double>& values) {
    Moments moments;
    for (const double value : values) { moments.add(value); }
    return moments;
}

bool same_bits(const Moments& a, const Moments& b) {
    const auto bits = [](double value) { return std::bit_cast<std::uint64_t>(value); };
    return a.count == b.count && a.nonzero == b.nonzero && bits(a.mean) == bits(b.mean) && bits(a.m2) == bits(b.m2) &&
           bits(a.m3) == bits(b.m3) && bits(a.min) == bits(b.min) && bits(a.max) == bits(b.max);
}

}  // namespace

TEST_CASE("moments of a short list are those worked out by hand", "[stats][moments]") {
    const Moments m = moments_of({0.0, 1.0, 2.0, 9.0});

    // Deviations from the mean 3: -3 -2 -1 6; squares 9+4+1+36 = 50; cubes -27-8-1+216 = 180.
    CHECK(m.count == 4);
    CHECK(m.nonzero == 3);
    CHECK(m.mean == Approx(3.0));
    CHECK(m.m2 == Approx(50.0));
    CHECK(m.m3 == Approx(180.0));
    CHECK(m.min == 0.0);
    CHECK(m.max == 9.0);
    CHECK(m.variance() == Approx(50.0 / 3.0));
    CHECK(m.standard_error() == Approx(std::sqrt(50.0 / 12.0)));
    CHECK(m.skewness() == Approx(2.0 * 180.0 / std::pow(50.0, 1.5)));  // sqrt(n) m3 / m2^1.5
}

TEST_CASE("moments keep the digits of a small spread around a large mean", "[stats][moments]") {
    // Sums of squares would lose everything here: 1e12^2 has no room for 1.
    const Moments m = moments_of({1e12 + 1.0, 1e12 + 2.0, 1e12 + 3.0});
    CHECK(m.variance() == Approx(1.0).epsilon(1e-6));
}

TEST_CASE("merged moments are those of all values together", "[stats][moments]") {
    const std::vector<double> values = {0.0, 4.0, 0.5, 0.0, 11.0, 2.5, 7.0, 0.0, 3.25};
    const Moments whole = moments_of(values);
    for (std::size_t cut = 0; cut <= values.size(); ++cut) {
        const auto middle = values.begin() + static_cast<std::ptrdiff_t>(cut);
        Moments merged = moments_of({values.begin(), middle});
        merged.merge(moments_of({middle, values.end()}));
        CHECK(merged.count == whole.count);
        CHECK(merged.nonzero == whole.nonzero);
        CHECK(merged.mean == Approx(whole.mean).epsilon(1e-13));
        CHECK(merged.m2 == Approx(whole.m2).epsilon(1e-13));
        CHECK(merged.m3 == Approx(whole.m3).epsilon(1e-12));
        CHECK(merged.min == whole.min);
        CHECK(merged.max == whole.max);
    }
}

TEST_CASE("merging the same blocks in the same order gives the same bits", "[stats][moments]") {
    const auto fold = [] {
        Moments total;
        for (int block = 0; block < 7; ++block) {
            Moments part;
            for (int i = 0; i < 11; ++i) { part.add(std::sqrt(static_cast<double>(block * 11 + i))); }
            total.merge(part);
        }
        return total;
    };
    CHECK(same_bits(fold(), fold()));
}

TEST_CASE("no values and one value have no spread", "[stats][moments]") {
    CHECK(Moments().variance() == 0.0);
    CHECK(Moments().skewness() == 0.0);
    CHECK(moments_of({5.0}).standard_error() == 0.0);
}

TEST_CASE("pair moments are those worked out by hand, whole or merged", "[stats][pair_moments]") {
    const std::vector<std::pair<double, double>> pairs = {{1.0, 2.0}, {2.0, 3.0}, {3.0, 7.0}, {6.0, 4.0}};
    PairMoments whole;
    for (const auto& [x, y] : pairs) { whole.add(x, y); }

    // Means 3 and 4; deviations x -2 -1 0 3, y -2 -1 3 0.
    CHECK(whole.count == 4);
    CHECK(whole.mean_x == Approx(3.0));
    CHECK(whole.mean_y == Approx(4.0));
    CHECK(whole.m_xx == Approx(14.0));
    CHECK(whole.m_yy == Approx(14.0));
    CHECK(whole.m_xy == Approx(5.0));
    // Products of three: x x x -8-1+0+27, x x y -8-1+0+0, x y y -8-1+0+0, y y y -8-1+27+0.
    CHECK(whole.m_xxx == Approx(18.0));
    CHECK(whole.m_xxy == Approx(-9.0));
    CHECK(whole.m_xyy == Approx(-9.0));
    CHECK(whole.m_yyy == Approx(18.0));
    // y - 2 x: deviations 2 1 3 -6, squares 4+1+9+36, cubes 8+1+27-216.
    CHECK(whole.residual_squares(2.0) == Approx(50.0));
    CHECK(whole.residual_cubes(2.0) == Approx(-180.0));
    CHECK(whole.sum_x() == Approx(12.0));
    CHECK(whole.sum_y() == Approx(16.0));

    PairMoments merged;
    PairMoments rest;
    merged.add(1.0, 2.0);
    rest.add(2.0, 3.0);
    rest.add(3.0, 7.0);
    rest.add(6.0, 4.0);
    merged.merge(rest);
    merged.merge(PairMoments());
    CHECK(merged.count == 4);
    CHECK(merged.m_xx == Approx(14.0));
    CHECK(merged.m_yy == Approx(14.0));
    CHECK(merged.m_xy == Approx(5.0));
    CHECK(merged.m_xxx == Approx(18.0));
    CHECK(merged.m_xxy == Approx(-9.0));
    CHECK(merged.m_xyy == Approx(-9.0));
    CHECK(merged.m_yyy == Approx(18.0));
}

TEST_CASE("pairs turned round or counted from a total have the moments of such pairs", "[stats][pair_moments]") {
    const std::vector<std::pair<double, double>> pairs = {{1.0, 2.0}, {2.0, 3.0}, {3.0, 7.0}, {6.0, 4.0}};
    PairMoments given;
    PairMoments turned;
    PairMoments counted;
    for (const auto& [x, y] : pairs) {
        given.add(x, y);
        turned.add(y, x);
        counted.add(10.0 - x, y);
    }
    const auto same = [](const PairMoments& a, const PairMoments& b) {
        CHECK(a.count == b.count);
        CHECK(a.mean_x == Approx(b.mean_x));
        CHECK(a.mean_y == Approx(b.mean_y));
        CHECK(a.residual_squares(0.7) == Approx(b.residual_squares(0.7)));
        CHECK(a.residual_cubes(0.7) == Approx(b.residual_cubes(0.7)));
        CHECK(a.m_xxy == Approx(b.m_xxy));
        CHECK(a.m_xyy == Approx(b.m_xyy));
    };
    same(given.swapped(), turned);
    same(given.with_x_from(10.0), counted);
}
