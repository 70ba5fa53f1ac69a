// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/requests.hpp"

namespace gineste {

/// Reads the command line. A mistake in it is an AnswerRequest with exit code 2.
Request parse_command_line(int argc, char** argv);

}  // namespace gineste
