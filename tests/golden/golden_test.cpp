// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include <fmt/format.h>

#include "tests/catch.hpp"
#include "tests/golden/shipped.hpp"
#include "tests/golden/trajectory.hpp"
#include "tests/oracle/run.hpp"

/// Each shipped scenario's trajectory and results as two hashes in fingerprints.txt. A difference is a change of
/// behaviour: mend it, or say in the commit why it is meant and bless the new ones with
///
///     NINES_BLESS=1 build/release/tests/golden/test_golden
///
/// which rewrites the file.
namespace {

namespace fs = std::filesystem;
using namespace nines;

constexpr std::uint64_t traced_trials = 3;
constexpr std::uint64_t estimated_trials = 20;
constexpr std::uint64_t seed = 1;

const fs::path& book() {
    static const fs::path path = NINES_SOURCE_DIR "/tests/golden/fingerprints.txt";
    return path;
}

/// Rows by name and 9 digits: enough to see a change, too few to depend on the last bit of a library's logarithm.
std::uint64_t results_hash(const results::Results& results) {
    golden::Fingerprint fingerprint;
    for (const auto& row : results.metrics) {
        // Without the interval's ends: the quantiles behind them differ in their last digits from one version of
        // Boost.Math to the next.
        const auto text = fmt::format("{} {} {:.9g} {}", row.subject, row.metric, row.estimate, row.n);
        for (const char c : text) fingerprint.add(static_cast<unsigned char>(c));
    }
    return fingerprint.value();
}

std::string fingerprint_of(const std::string& path) {
    const auto study = oracle::run_file(path, {.trials = estimated_trials, .seed = seed});
    golden::TrajectoryHash hash;
    engine::Trial<golden::TrajectoryHash> trial(study.program, seed, hash);
    for (std::uint64_t t = 0; t < traced_trials; ++t) trial.run(t);
    return fmt::format("{:016x} {:016x}", hash.value(), results_hash(study.results));
}

std::map<std::string, std::string> blessed() {
    std::map<std::string, std::string> lines;
    std::ifstream file(book());
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        const auto space = line.find(' ');
        lines[line.substr(0, space)] = line.substr(space + 1);
    }
    return lines;
}

void bless(const std::map<std::string, std::string>& lines) {
    std::ofstream file(book());
    file << "# SPDX-License-Identifier: GPL-3.0-or-later\n"
         << "# scenario, hash of the first trials' trajectory, hash of their results; see golden_test.cpp\n";
    for (const auto& [path, prints] : lines) file << path << ' ' << prints << '\n';
}

}  // namespace

TEST_CASE("every shipped scenario behaves as its fingerprint says", "[golden]") {
    std::map<std::string, std::string> found;
    for (const auto& path : golden::shipped_scenarios()) found[path] = fingerprint_of(path);
    REQUIRE(found.size() > 10);
    if (std::getenv("NINES_BLESS") != nullptr) bless(found);

    const auto known = blessed();
    for (const auto& [path, prints] : found) {
        INFO(path << ": trajectory and results");
        const auto line = known.find(path);
        CHECK((line == known.end() ? "not in fingerprints.txt" : line->second) == prints);
    }
    for (const auto& [path, prints] : known) {
        INFO(path << " is in fingerprints.txt, but is no longer shipped");
        CHECK(found.contains(path));
    }
}

TEST_CASE("a trajectory's hash depends on the seed and not on what ran before", "[golden]") {
    const auto study = oracle::run_file("reference/single_component.toml", {.trials = 1});
    const auto hash_of = [&](std::uint64_t seed) {
        golden::TrajectoryHash hash;
        engine::Trial<golden::TrajectoryHash> trial(study.program, seed, hash);
        trial.run(5);
        return hash.value();
    };
    CHECK(hash_of(1) == hash_of(1));
    CHECK(hash_of(1) != hash_of(2));
}
