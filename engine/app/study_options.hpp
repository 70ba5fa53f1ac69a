// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <CLI/CLI.hpp>

#include "app/requests.hpp"

namespace gineste {

// The subcommands that run many races: each fills its request while CLI11 parses.

CLI::App* add_compare(CLI::App& program, CompareRequest& request);
CLI::App* add_ensemble(CLI::App& program, EnsembleRequest& request);
CLI::App* add_sweep(CLI::App& program, SweepRequest& request);
CLI::App* add_optimise(CLI::App& program, OptimiseRequest& request);

}  // namespace gineste
