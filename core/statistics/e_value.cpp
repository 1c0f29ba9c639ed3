// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/e_value.h"

#include "core/base/check.h"
#include "core/statistics/beta.h"

#include <algorithm>
#include <cmath>

namespace holdpoint::statistics {
namespace {

/// Where ln E(p) crosses `wanted` between `inside` (below it) and `outside` (not below). Regula falsi that halves the side
/// it got stuck on; a bisection step where that falls outside.
template <typename F>
double crossing(F log, double inside, double outside, double wanted)
{
    double fIn = log(inside) - wanted, fOut = log(outside) - wanted;
    for (int round = 0; round < 200 && std::fabs(outside - inside) > 1e-12 * std::fabs(inside + outside);
         ++round) {
        double p = inside - fIn * (outside - inside) / (fOut - fIn);
        if (!(p > std::min(inside, outside) && p < std::max(inside, outside)) || round % 4 == 3)
            p = (inside + outside) / 2;
        const double f = log(p) - wanted;
        if (std::fabs(f) < 1e-12)
            return p;
        if (f < 0) {
            inside = p, fIn = f;
            fOut /= 2;
        } else {
            outside = p, fOut = f;
            fIn /= 2;
        }
    }
    return (inside + outside) / 2;
}

}  // namespace

double concentration(double tOpt, Sides sides, double alphaOpt)
{
    const double l = 2 * std::log(1 / (sides == Sides::Two ? alphaOpt : 2 * alphaOpt));
    return std::max(tOpt / (l + std::log1p(l)) - 1, 0.001);
}

double logE(double x, double n, double p0, double kappa)
{
    const double a = kappa * p0, b = kappa * (1 - p0);
    return logBeta(a + x, b + n - x) - logBeta(a, b) - x * std::log(p0) - (n - x) * std::log1p(-p0);
}

double logEAbove(double x, double n, double p0, double kappa)
{
    const double a = kappa * p0, b = kappa * (1 - p0);
    return logE(x, n, p0, kappa) + logIncompleteBeta(p0, a + x, b + n - x).above -
           logIncompleteBeta(p0, a, b).above;
}

double logEBelow(double x, double n, double p0, double kappa)
{
    const double a = kappa * p0, b = kappa * (1 - p0);
    return logE(x, n, p0, kappa) + logIncompleteBeta(p0, a + x, b + n - x).below -
           logIncompleteBeta(p0, a, b).below;
}

Question::Question(double p0, double tOpt)
    : p0_(p0),
      a_(concentration(tOpt, Sides::One) * p0),
      b_(concentration(tOpt, Sides::One) * (1 - p0)),
      logBetaPrior_(logBeta(a_, b_)),
      logP_(std::log(p0)),
      logQ_(std::log1p(-p0))
{
    const LogTails prior = logIncompleteBeta(p0, a_, b_);
    belowPrior_ = prior.below;
    abovePrior_ = prior.above;
}

double Question::both(double x, double n) const
{
    return logBeta(a_ + x, b_ + n - x) - logBetaPrior_ - x * logP_ - (n - x) * logQ_;
}

double Question::above(Trials t) const
{
    const auto x = static_cast<double>(t.x), n = static_cast<double>(t.n);
    return both(x, n) + logIncompleteBeta(p0_, a_ + x, b_ + n - x).above - abovePrior_;
}

double Question::below(Trials t) const
{
    const auto x = static_cast<double>(t.x), n = static_cast<double>(t.n);
    return both(x, n) + logIncompleteBeta(p0_, a_ + x, b_ + n - x).below - belowPrior_;
}

Interval confidence(Trials t, double alpha, double tOpt)
{
    HP_CHECK(t.x >= 0 && t.x <= t.n && alpha > 0 && alpha < 1);
    constexpr double Edge = 1e-12;
    const double kappa = concentration(tOpt, Sides::Two);
    const auto x = static_cast<double>(t.x), n = static_cast<double>(t.n);
    const auto log = [&](double p) { return logE(x, n, p, kappa); };
    const double wanted = std::log(1 / alpha);
    const double middle = t.n == 0 ? 0.5 : std::clamp(x / n, Edge, 1 - Edge);
    Interval found;
    if (t.x > 0 && log(Edge) >= wanted)
        found.low = crossing(log, middle, Edge, wanted);
    if (t.x < t.n && log(1 - Edge) >= wanted)
        found.high = crossing(log, middle, 1 - Edge, wanted);
    return found;
}

double logESplit(Trials canaryOfAll, double share)
{
    constexpr double TOpt = 5000, AlphaOpt = 0.001;
    return logE(static_cast<double>(canaryOfAll.x), static_cast<double>(canaryOfAll.n), share,
                concentration(TOpt, Sides::Two, AlphaOpt));
}

double ECusum::add(bool marked)
{
    since_.add(marked);
    logE_ = question_.above(since_);
    if (logE_ < 0) {
        since_ = {};
        logE_ = 0;
    }
    return logE_;
}

}  // namespace holdpoint::statistics
