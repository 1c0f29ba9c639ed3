// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The beta function in logarithms, so that no tail is ever too thin to be told from nothing. Doubles; a value is good to
/// about 1e-9 up to ten million trials.
namespace holdpoint::statistics {

/// ln B(a, b); a, b > 0.
[[nodiscard]] double logBeta(double a, double b);

/// Both tails of the regularised incomplete beta function.
struct LogTails {
    double below = 0;  ///< ln I_p(a, b)
    double above = 0;  ///< ln (1 - I_p(a, b))
};

/// By Lentz's continued fraction, on the side where it converges. a, b > 0, 0 < p < 1.
[[nodiscard]] LogTails logIncompleteBeta(double p, double a, double b);

}  // namespace holdpoint::statistics
