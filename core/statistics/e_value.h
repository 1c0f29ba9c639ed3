// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

/// Evidence that may be looked at after every order: a beta mixture over Bernoulli trials. Under the null E is a
/// non-negative supermartingale that starts at 1, so P(ever E >= 1/alpha) <= alpha, whenever one looks and stops. All
/// values are natural logarithms; a state is two counters, adding a trial is O(1) and the order of trials says nothing.
namespace holdpoint::statistics {

/// x marked of n.
struct Trials {
    std::int64_t x = 0;
    std::int64_t n = 0;

    void add(bool marked) noexcept
    {
        x += marked;
        ++n;
    }
    Trials& operator+=(const Trials& other) noexcept
    {
        x += other.x;
        n += other.n;
        return *this;
    }
    friend bool operator==(const Trials&, const Trials&) = default;
};

enum class Sides : std::uint8_t { One, Two };

/// How concentrated the prior is, so that the test is tightest after `tOpt` trials. Fixed before the first trial.
[[nodiscard]] double concentration(double tOpt, Sides sides, double alphaOpt = 0.05);

/// x and n as doubles: bounds are sought between whole trials. 0 < p0 < 1, 0 <= x <= n.
[[nodiscard]] double logE(double x, double n, double p0, double kappa);       ///< against p = p0
[[nodiscard]] double logEAbove(double x, double n, double p0, double kappa);  ///< against p <= p0
[[nodiscard]] double logEBelow(double x, double n, double p0, double kappa);  ///< against p >= p0

/// One question with its prior ready, for those that ask it again and again.
class Question {
public:
    Question(double p0, double tOpt);

    [[nodiscard]] double above(Trials t) const;
    [[nodiscard]] double below(Trials t) const;
    [[nodiscard]] double p0() const noexcept { return p0_; }

private:
    double p0_, a_, b_;
    double logBetaPrior_, belowPrior_, abovePrior_, logP_, logQ_;
    [[nodiscard]] double both(double x, double n) const;
};

struct Interval {
    double low = 0;
    double high = 1;
};

/// {p : E(x, n; p) < 1/alpha}, open sides at 0 and 1. Valid at every look. n = 0: all of [0, 1].
[[nodiscard]] Interval confidence(Trials t, double alpha, double tOpt);

/// Does the split of arms fit what was planned? Two-sided; the alarm is at 1000.
[[nodiscard]] double logESplit(Trials canaryOfAll, double share);
inline constexpr double SplitAlarm = 1000;

/// Slow drifts of small counts without a control: (x, n) since the last reset; E below 1 starts anew. The mean time to a
/// false alarm at `h` is at least h trials.
class ECusum {
public:
    ECusum(double p0, double tOpt) : question_(p0, tOpt) {}
    /// One trial more; returns ln E since the reset.
    double add(bool marked);
    [[nodiscard]] double logE() const noexcept { return logE_; }
    [[nodiscard]] Trials since() const noexcept { return since_; }

private:
    Question question_;
    Trials since_;
    double logE_ = 0;
};

}  // namespace holdpoint::statistics
