// SPDX-License-Identifier: Apache-2.0
// Writes a report of a made-up race: report_publisher FOLDER SEED. Exit codes as the program's.
#include <cstdlib>
#include <iostream>

#include "core/error.hpp"
#include "report/atomic_files.hpp"
#include "report/findings.hpp"
#include "report/output_folder.hpp"
#include "report/report.hpp"
#include "report/verdict.hpp"
#include "synthetic.hpp"

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    gineste::Record record = gineste::empty_record(20, 6.0, 30);
    if (std::string(argv[2]) == "large") {
        record = gineste::large_record();
        gineste::add_finish_area(record);
        record.thresholds = {{gineste::Threshold::peak_density_per_m2, 0.6},
                             {gineste::Threshold::last_finish_s, 20000.0}};
    }
    record.seed = std::strtoull(argv[2], nullptr, 10);
    gineste::fill_cell(record, 3, 4, {1.0, 0.5, 12, 3});
    gineste::add_runner(record, 0, 1.0, 400.0, 3.0F);
    const gineste::Findings findings = gineste::find_all(record);
    try {
        gineste::publish(argv[1], gineste::prepare_report(record, findings, "0.0.0"),
                         gineste::kRaceManifest);
    } catch (const gineste::OutputError& error) {
        std::cerr << error.what() << "\n";
        return error.stage() == gineste::OutputError::Stage::create ? 73 : 74;
    }
    std::cout << gineste::verdict(record, findings, gineste::Style::plain);
    return 0;
}
