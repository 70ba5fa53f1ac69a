// SPDX-License-Identifier: Apache-2.0
#include "core/state_hash.hpp"

#include <fmt/format.h>
#include <xxhash.h>

namespace gineste {

struct StateHash::Context {
    XXH3_state_t* state = XXH3_createState();
    Context() { XXH3_64bits_reset(state); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context() { XXH3_freeState(state); }
};

StateHash::StateHash() : context_(std::make_unique<Context>()) {}
StateHash::~StateHash() = default;
void StateHash::add_bytes(const void* bytes, std::size_t count) {
    XXH3_64bits_update(context_->state, bytes, count);
}
std::uint64_t StateHash::value() const { return XXH3_64bits_digest(context_->state); }

std::string hash_text(std::uint64_t hash) { return fmt::format("{:016x}", hash); }

}  // namespace gineste
