// SPDX-License-Identifier: Apache-2.0
// Numbers of consecutive slots, one in each lane of a register. Compiled once for every instruction
// set: the guard is Highway's way of including a header again for each.
#if defined(GINESTE_LANES_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef GINESTE_LANES_INL
#undef GINESTE_LANES_INL
#else
#define GINESTE_LANES_INL
#endif

#include <hwy/highway.h>

#include <cstddef>

HWY_BEFORE_NAMESPACE();
namespace gineste {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using FloatTag = hn::CappedTag<float, 16>;
using IntTag = hn::RebindToSigned<FloatTag>;
using Floats = hn::Vec<FloatTag>;
using Ints = hn::Vec<IntTag>;
using FloatMask = hn::Mask<FloatTag>;
constexpr FloatTag kFloat;
constexpr IntTag kInt;
constexpr std::size_t kLanes = hn::MaxLanes(kFloat);

HWY_INLINE Floats all(float value) { return hn::Set(kFloat, value); }

}  // namespace HWY_NAMESPACE
}  // namespace gineste
HWY_AFTER_NAMESPACE();

#endif
