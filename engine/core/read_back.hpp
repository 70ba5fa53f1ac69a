// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "core/error.hpp"

namespace gineste {

/// Holds that what we are about to put in place can be read, and is what was meant.
/// @param what what it is, for the message
/// @param is_meant reads the text and says whether it means the same
/// @throws InternalError where it does not
template <class IsMeant>
void require_read_back(const std::string& what, const IsMeant& is_meant) {
    try {
        if (is_meant()) return;
    } catch (const InputError& error) {
        throw InternalError(what + " was not written: it could not be read back: " + error.what());
    }
    throw InternalError(what + " was not written: read back it means something else");
}

}  // namespace gineste
