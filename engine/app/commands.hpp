// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/requests.hpp"
#include "report/verdict.hpp"

namespace gineste {

// Each does what one subcommand says and returns the program's exit code. Data go to standard
// output, messages and progress to standard error. All throw what main turns into an exit code.

int run(const RunRequest& request);
int run_day(const DayRequest& request);
int check(const CheckRequest& request);
int course(const CourseRequest& request);
int forecast(const ForecastRequest& request);
int report(const ReportRequest& request);
int size(const SizeRequest& request);
int follow(const FollowRequest& request);
int fair(const FairRequest& request);
int calibrate(const CalibrateRequest& request);
int validate(const ValidateRequest& request);
int compare(const CompareRequest& request);
int ensemble(const EnsembleRequest& request);
int sweep(const SweepRequest& request);
int optimise(const OptimiseRequest& request);
int explain(const ExplainRequest& request);

/// Bold headings on a terminal, unless NO_COLOR asks for none.
Style style_of_output();

/// Writes all of it to standard output. @throws OutputError where that is full or closed
void print(const std::string& text);

}  // namespace gineste
