// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>

/// Everything the kernel is made of is inlined into the function that carries the instruction set.
#define GINESTE_INLINE inline __attribute__((always_inline))

namespace gineste {

// Spelled out: g++ 12 does not convert between vectors whose size depends on a template.
template <int Lanes>
struct VectorTypes;
template <>
struct VectorTypes<4> {
    using Float = float __attribute__((vector_size(16)));
    using Int = std::int32_t __attribute__((vector_size(16)));
};
template <>
struct VectorTypes<8> {
    using Float = float __attribute__((vector_size(32)));
    using Int = std::int32_t __attribute__((vector_size(32)));
};
/// Several numbers at a time, by the vector extensions that g++ and clang share. Only minima are
/// taken across lanes, so that the same bytes come out whatever the number of lanes.
template <int Lanes>
struct Packs {
    using Float = typename VectorTypes<Lanes>::Float;
    using Int = typename VectorTypes<Lanes>::Int;

    static GINESTE_INLINE Float load(const float* from) {
        Float pack;
        std::memcpy(&pack, from, sizeof pack);
        return pack;
    }
    static GINESTE_INLINE Int load(const std::int32_t* from) {
        Int pack;
        std::memcpy(&pack, from, sizeof pack);
        return pack;
    }
    static GINESTE_INLINE Float filled(float value) { return Float{} + value; }
    static GINESTE_INLINE Float as_float(Int pack) { return __builtin_convertvector(pack, Float); }

    // Choosing by bits: a conditional on vectors is taken apart lane by lane on older machines.
    static GINESTE_INLINE Float chosen(Int mask, Float where_set, Float elsewhere) {
        return reinterpret_cast<Float>((mask & reinterpret_cast<Int>(where_set)) |
                                       (~mask & reinterpret_cast<Int>(elsewhere)));
    }
    static GINESTE_INLINE Float magnitude(Float pack) {
        return reinterpret_cast<Float>(reinterpret_cast<Int>(pack) & 0x7fffffff);
    }
    /// `value` where the mask holds and it is less, else what was least already; lane by lane.
    static GINESTE_INLINE Float least_where(Float least, Int mask, Float value) {
        return chosen(mask & (value < least), value, least);
    }
    static GINESTE_INLINE float least_of(Float pack) {
        float halves[Lanes];
        std::memcpy(halves, &pack, sizeof halves);
        for (int width = Lanes / 2; width > 0; width /= 2) {
            for (int lane = 0; lane < width; ++lane) {
                const float other = halves[lane + width];
                halves[lane] = other < halves[lane] ? other : halves[lane];
            }
        }
        return halves[0];
    }
};

}  // namespace gineste
