// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/job_fates.hpp"

#include "tests/catch.hpp"
#include "tests/models/engine/backup_program.hpp"

using namespace nines::test;

namespace {

const nines::sim::Stream jobs_of_trial_3(7, 4711, 3);

}  // namespace

TEST_CASE("each job meets something with its probability, independently of the one before", "[backup][fates]") {
    for (const double p : {0.01, 0.05, 0.5, 0.97}) {
        CAPTURE(p);
        JobFates fates;
        std::vector<double> all;
        for (std::uint64_t job = 0; job < 400'000; ++job) all.push_back(fates.meets(jobs_of_trial_3, job, p) ? 1 : 0);
        Sample meets, neighbours, blocks;
        for (std::size_t job = 64; job < all.size(); ++job) {
            meets.add(all[job]);
            // Neighbours within a block and at its border, and the same place of the next block: no job in two pairs.
            if (job % 3 == 0) neighbours.add(all[job] * all[job - 1]);
            if (job / 64 % 2 == 1) blocks.add(all[job] * all[job - 64]);
        }
        CHECK(std::abs(meets.z_of_mean(p)) < 4.5);
        CHECK(std::abs(neighbours.z_of_mean(p * p)) < 4.5);
        CHECK(std::abs(blocks.z_of_mean(p * p)) < 4.5);
    }
}

TEST_CASE("the places within a block of 64 jobs are alike", "[backup][fates]") {
    constexpr double p = 0.02;
    JobFates fates;
    std::vector<Sample> by_place(64);
    for (std::uint64_t job = 0; job < 1'280'000; ++job) {
        by_place[job % 64].add(fates.meets(jobs_of_trial_3, job, p) ? 1 : 0);
    }
    for (const Sample& place : by_place) CHECK(std::abs(place.z_of_mean(p)) < 4.5);
}

TEST_CASE("a job meets the same whoever asks first", "[backup][fates]") {
    JobFates forwards, backwards;
    std::vector<bool> met;
    for (std::uint64_t job = 0; job < 1000; ++job) met.push_back(forwards.meets(jobs_of_trial_3, job, 0.1));
    for (std::uint64_t job = 1000; job-- > 0;) CHECK(backwards.meets(jobs_of_trial_3, job, 0.1) == met[job]);
    backwards.forget();
    for (std::uint64_t job = 0; job < 1000; job += 37) CHECK(backwards.meets(jobs_of_trial_3, job, 0.1) == met[job]);
}

TEST_CASE("what always happens meets every job", "[backup][fates]") {
    JobFates fates;
    for (std::uint64_t job = 0; job < 200; ++job) CHECK(fates.meets(jobs_of_trial_3, job, 1.0));
}
