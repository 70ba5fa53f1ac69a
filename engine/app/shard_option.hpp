// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/requests.hpp"
#include "core/quantity.hpp"
#include "study/sweep.hpp"

namespace gineste {

/// The part of the sweep that is asked for: `--shard i/N`; or `--shards N` with i from a
/// scheduler's environment, SLURM_ARRAY_TASK_ID, PBS_ARRAY_INDEX, SGE_TASK_ID, LSB_JOBINDEX,
/// HQ_TASK_ID and PARALLEL_SEQ counting from 1, AWS_BATCH_JOB_ARRAY_INDEX from 0; or all of it.
/// Inside an array of jobs without a word about shards it is refused: every job would run
/// everything.
Parsed<Shard> shard_asked_for(const SweepRequest& request);

}  // namespace gineste
