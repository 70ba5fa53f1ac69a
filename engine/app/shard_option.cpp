// SPDX-License-Identifier: Apache-2.0
#include "app/shard_option.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gineste {
namespace {

constexpr std::int64_t kMostShards = 1000000;

struct Scheduler {
    const char* variable;
    std::int64_t first;  ///< index of the first job
};
constexpr Scheduler kSchedulers[] = {{"PARALLEL_SEQ", 1},
                                     {"SLURM_ARRAY_TASK_ID", 1},
                                     {"PBS_ARRAY_INDEX", 1},
                                     {"SGE_TASK_ID", 1},
                                     {"LSB_JOBINDEX", 1},
                                     {"HQ_TASK_ID", 1},
                                     {"AWS_BATCH_JOB_ARRAY_INDEX", 0}};

/// What a scheduler says this job is.
struct Job {
    std::string variable;
    std::string text;
    std::optional<std::int64_t> index;  ///< from 1
};

std::vector<Job> jobs_of_environment() {
    std::vector<Job> jobs;
    for (const Scheduler& scheduler : kSchedulers) {
        const char* set = std::getenv(scheduler.variable);
        const std::string text = set == nullptr ? "" : set;
        // Grid Engine says "undefined" outside arrays, LSF says 0.
        if (text.empty() || text == "undefined") continue;
        if (std::string_view(scheduler.variable) == "LSB_JOBINDEX" && text == "0") continue;
        Job job{scheduler.variable, text, std::nullopt};
        if (const auto index = parse_integer(text)) job.index = *index - scheduler.first + 1;
        jobs.push_back(job);
    }
    return jobs;
}

Parsed<Shard> checked(std::int64_t index, std::int64_t count, const std::string& what) {
    if (count < 1 || count > kMostShards) {
        return {std::nullopt, fmt::format("{} asks for {} shards", what, count),
                fmt::format("There can be 1 to {}.", kMostShards)};
    }
    if (index < 1 || index > count) {
        return {std::nullopt, fmt::format("{} asks for shard {} of {}", what, index, count),
                "Shards count from 1 to their number."};
    }
    return {Shard{static_cast<std::size_t>(index), static_cast<std::size_t>(count)}, "", ""};
}

Parsed<Shard> shard_of_text(const std::string& text) {
    const std::size_t slash = text.find('/');
    if (slash != std::string::npos) {
        const auto index = parse_integer(text.substr(0, slash));
        const auto count = parse_integer(text.substr(slash + 1));
        if (index && count) return checked(*index, *count, "--shard " + text);
    }
    return {std::nullopt, fmt::format("--shard is '{}' (not a part of a number)", text),
            "Write --shard 3/64."};
}

}  // namespace

Parsed<Shard> shard_asked_for(const SweepRequest& request) {
    if (!request.shard.empty()) return shard_of_text(request.shard);
    const std::vector<Job> jobs = jobs_of_environment();
    if (jobs.size() > 1) {
        return {std::nullopt,
                fmt::format("{} and {} are both set, and only one can say which shard this is",
                            jobs[0].variable, jobs[1].variable),
                "Write --shard 3/64."};
    }
    if (request.shards == 0) {
        if (jobs.empty()) return {Shard{}, "", ""};
        return {
            std::nullopt,
            fmt::format("{}={} says that this is one job of many", jobs[0].variable, jobs[0].text),
            "Say of how many with --shards N, or run all in one with --shard 1/1."};
    }
    if (jobs.empty() || !jobs[0].index) {
        return {std::nullopt, "--shards is given and no scheduler says which one this is",
                "Write --shard 3/64."};
    }
    return checked(*jobs[0].index, request.shards, jobs[0].variable + "=" + jobs[0].text);
}

}  // namespace gineste
