// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/beta.h"

#include "core/base/check.h"

#include <cmath>

namespace holdpoint::statistics {
namespace {

// std::lgamma leaves the sign in a global, which two threads would race for.
double logGamma(double x)
{
    int sign = 0;
    return ::lgamma_r(x, &sign);
}

double notZero(double x)
{
    constexpr double Tiny = 1e-300;
    return std::fabs(x) < Tiny ? Tiny : x;
}

/// The continued fraction of I_p(a, b); needs about sqrt(max(a, b)) rounds.
double fraction(double p, double a, double b)
{
    constexpr int MostRounds = 100'000;
    double c = 1;
    double d = 1 / notZero(1 - (a + b) * p / (a + 1));
    double value = d;
    for (int m = 1; m <= MostRounds; ++m) {
        const double even = m * (b - m) * p / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / notZero(1 + even * d);
        c = notZero(1 + even / c);
        value *= d * c;
        const double odd = -(a + m) * (a + b + m) * p / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / notZero(1 + odd * d);
        c = notZero(1 + odd / c);
        value *= d * c;
        if (std::fabs(d * c - 1) < 1e-15)
            break;
    }
    return value;
}

double logTail(double p, double a, double b, double front)
{
    const double log = front - std::log(a) + std::log(fraction(p, a, b));
    return log < 0 ? log : 0;  // a rounding above 1
}

/// ln(1 - e^v) for v <= 0.
double logRest(double v)
{
    return v > -0.6931471805599453 ? std::log(-std::expm1(v)) : std::log1p(-std::exp(v));
}

}  // namespace

double logBeta(double a, double b) { return logGamma(a) + logGamma(b) - logGamma(a + b); }

LogTails logIncompleteBeta(double p, double a, double b)
{
    HP_CHECK(a > 0 && b > 0 && p > 0 && p < 1);
    const double front = a * std::log(p) + b * std::log1p(-p) - logBeta(a, b);
    if (p < (a + 1) / (a + b + 2)) {
        const double below = logTail(p, a, b, front);
        return {below, logRest(below)};
    }
    const double above = logTail(1 - p, b, a, front);
    return {logRest(above), above};
}

}  // namespace holdpoint::statistics
