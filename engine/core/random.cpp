// SPDX-License-Identifier: Apache-2.0
#include "core/random.hpp"

#include <Random123/philox.h>

#include <array>
#include <cmath>

namespace gineste {
namespace {

// Horner's scheme, highest power last in the array.
template <std::size_t N>
double polynomial(const std::array<double, N>& coefficients, double x) {
    double value = coefficients[N - 1];
    for (std::size_t k = N - 1; k-- > 0;) value = value * x + coefficients[k];
    return value;
}

constexpr std::array<double, 8> kCentreTop{3.3871328727963666080e0, 1.3314166789178437745e2,
                                           1.9715909503065514427e3, 1.3731693765509461125e4,
                                           4.5921953931549871457e4, 6.7265770927008700853e4,
                                           3.3430575583588128105e4, 2.5090809287301226727e3};
constexpr std::array<double, 8> kCentreBottom{1.0,
                                              4.2313330701600911252e1,
                                              6.8718700749205790830e2,
                                              5.3941960214247511077e3,
                                              2.1213794301586595867e4,
                                              3.9307895800092710610e4,
                                              2.8729085735721942674e4,
                                              5.2264952788528545610e3};
constexpr std::array<double, 8> kShoulderTop{1.42343711074968357734e0,  4.63033784615654529590e0,
                                             5.76949722146069140550e0,  3.64784832476320460504e0,
                                             1.27045825245236838258e0,  2.41780725177450611770e-1,
                                             2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr std::array<double, 8> kShoulderBottom{1.0,
                                                2.05319162663775882187e0,
                                                1.67638483018380384940e0,
                                                6.89767334985100004550e-1,
                                                1.48103976427480074590e-1,
                                                1.51986665636164571966e-2,
                                                5.47593808499534494600e-4,
                                                1.05075007164441684324e-9};
constexpr std::array<double, 8> kTailTop{6.65790464350110377720e0,  5.46378491116411436990e0,
                                         1.78482653991729133580e0,  2.96560571828504891230e-1,
                                         2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                         2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr std::array<double, 8> kTailBottom{1.0,
                                            5.99832206555887937690e-1,
                                            1.36929880922735805310e-1,
                                            1.48753612908506148525e-2,
                                            7.86869131145613259100e-4,
                                            1.84631831751005468180e-5,
                                            1.42151175831644588870e-7,
                                            2.04426310338993978564e-15};

}  // namespace

double Random::uniform(RunnerId runner, Purpose purpose, std::uint32_t step) const {
    const r123::Philox4x32::key_type key{
        {static_cast<std::uint32_t>(seed_), static_cast<std::uint32_t>(seed_ >> 32U)}};
    const r123::Philox4x32::ctr_type counter{
        {runner.value, static_cast<std::uint32_t>(purpose), step, 0}};
    const auto bits = r123::Philox4x32{}(counter, key);
    const std::uint64_t word = (static_cast<std::uint64_t>(bits[0]) << 32U) | bits[1];
    return (static_cast<double>(word >> 12U) + 0.5) * 0x1p-52;
}

double Random::normal(RunnerId runner, Purpose purpose, std::uint32_t step) const {
    return normal_quantile(uniform(runner, purpose, step));
}

double normal_quantile(double p) {
    const double q = p - 0.5;
    if (std::abs(q) <= 0.425) {
        const double r = 0.180625 - q * q;
        return q * polynomial(kCentreTop, r) / polynomial(kCentreBottom, r);
    }
    const double tail = std::sqrt(-std::log(q < 0.0 ? p : 1.0 - p));
    const double r = tail <= 5.0 ? tail - 1.6 : tail - 5.0;
    const double z = tail <= 5.0 ? polynomial(kShoulderTop, r) / polynomial(kShoulderBottom, r)
                                 : polynomial(kTailTop, r) / polynomial(kTailBottom, r);
    return q < 0.0 ? -z : z;
}

double normal_cdf(double z) { return 0.5 * std::erfc(-z * 0.70710678118654752440); }

}  // namespace gineste
