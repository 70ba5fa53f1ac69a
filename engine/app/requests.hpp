// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "report/congestion.hpp"
#include "report/page.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// What a command line asks for, one type per subcommand.
struct RunRequest {
    enum class Answer { verdict, json, nothing };  ///< on standard output

    std::filesystem::path scenario;
    std::filesystem::path folder;  ///< empty: out/<scenario>-<date>
    ScenarioOverrides overrides;
    int threads = 0;                        ///< 0: all
    Language language = Language::english;  ///< of the page
    std::string trajectories;               ///< where and when to keep positions; empty: nowhere
    std::filesystem::path timing;           ///< file for where the time went; empty: none
    Answer answer = Answer::verdict;
};

struct DayRequest {
    std::filesystem::path day;
    std::filesystem::path folder;           ///< empty: out/<day>
    ScenarioOverrides overrides;            ///< of every race
    int threads = 0;                        ///< 0: all
    Language language = Language::english;  ///< of the pages
    RunRequest::Answer answer = RunRequest::Answer::verdict;
};

struct CheckRequest {
    std::filesystem::path scenario;
    ScenarioOverrides overrides;
};

struct CourseRequest {
    std::filesystem::path scenario;
    std::filesystem::path folder;  ///< empty: out/<scenario>-course
    ScenarioOverrides overrides;
};

struct ForecastRequest {
    std::filesystem::path scenario;
    std::filesystem::path json;  ///< file for programs; empty: none
    ScenarioOverrides overrides;
    std::vector<double> marks_km;  ///< where flows are wanted; empty: every 5 km
    bool crowd = false;            ///< runners cost one another time everywhere
};

struct ReportRequest {
    std::filesystem::path folder;  ///< of a finished run
    Language language = Language::english;
};

struct SizeRequest {
    enum class Answer { table, json };  ///< on standard output

    std::filesystem::path scenario;
    ScenarioOverrides overrides;
    std::string wait_p95 = "5s";
    int most_runs = 14;
    int threads = 0;  ///< 0: all
    Answer answer = Answer::table;
};

struct FollowRequest {
    enum class Answer { table, json };  ///< on standard output

    std::filesystem::path scenario;
    std::filesystem::path gpx;  ///< file for the waypoints; empty: none
    ScenarioOverrides overrides;
    std::string finish;  ///< net time that is expected
    std::optional<std::uint32_t> bib;
    std::string wave;  ///< empty: that of most who run so
    int threads = 0;   ///< 0: all
    Answer answer = Answer::table;
};

struct FairRequest {
    std::filesystem::path scenario;
    ScenarioOverrides overrides;
    std::string share;  ///< empty: that of the field as planned
    int most_runs = 12;
    int threads = 0;  ///< 0: all
};

struct CalibrateRequest {
    std::filesystem::path results;
    std::filesystem::path scenario;
    ScenarioOverrides overrides;
    std::filesystem::path fragment;  ///< file to write; empty: on standard output
    std::filesystem::path picture;   ///< file to write; empty: beside the fragment, if that is one
    int races = 0;                   ///< to run for what the crowd adds to net times
    int threads = 0;                 ///< 0: all
};

struct ValidateRequest {
    std::filesystem::path results;
    std::filesystem::path scenario;
    ScenarioOverrides overrides;
    std::filesystem::path curves;  ///< CSV to write; empty: none
    std::string every = "10 min";
    std::vector<std::filesystem::path> folders;  ///< of runs to read; empty: race instead
    int runs = 5;
    int threads = 0;  ///< 0: all
};

struct CompareRequest {
    std::vector<std::filesystem::path> scenarios;  ///< the first is what the others are held to
    std::filesystem::path json;                    ///< file for programs; empty: none
    std::filesystem::path page;                    ///< file to look at; empty: none
    Language language = Language::english;         ///< of the page
    ScenarioOverrides overrides;
    int seeds = 20;
    double threshold_per_m2 = kRestrictedPerM2;
    int threads = 0;  ///< 0: all
};

struct EnsembleRequest {
    std::filesystem::path scenario;
    std::filesystem::path json;             ///< file for programs; empty: none
    std::filesystem::path page;             ///< file to look at; empty: none
    Language language = Language::english;  ///< of the page
    ScenarioOverrides overrides;
    int seeds = 100;    ///< races at most
    std::string until;  ///< "peak_density:2%"; empty: all seeds
    double threshold_per_m2 = kRestrictedPerM2;
    int threads = 0;  ///< 0: all
};

struct SweepRequest {
    enum class Step { plan, run, status, merge };

    Step step = Step::plan;
    std::filesystem::path study;
    std::filesystem::path folder;  ///< empty: out/<study>-sweep
    std::string shard;             ///< "3/64"; empty: see shard_option.hpp
    int shards = 0;                ///< how many, the index from the environment; 0: not given
    int threads = 0;               ///< 0: all
};

struct OptimiseRequest {
    std::filesystem::path study;
    std::filesystem::path folder;           ///< empty: out/<study>-optimise
    Language language = Language::english;  ///< of the page
    int threads = 0;                        ///< 0: all
};

struct ExplainRequest {
    enum class What { key, schema, manual };
    enum class Of { scenario, day };

    What what = What::key;
    Of of = Of::scenario;
    std::string key;  ///< empty: the top level
};

/// Says something and ends: help, version, a usage error.
struct AnswerRequest {
    std::string output;   ///< for standard output
    std::string message;  ///< for standard error
    int exit_code = 0;
};

using Request = std::variant<RunRequest, DayRequest, CheckRequest, CourseRequest, ForecastRequest,
                             ReportRequest, SizeRequest, FollowRequest, FairRequest,
                             CalibrateRequest, ValidateRequest, CompareRequest, EnsembleRequest,
                             SweepRequest, OptimiseRequest, ExplainRequest, AnswerRequest>;

}  // namespace gineste
