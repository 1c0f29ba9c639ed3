// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace holdpoint {

/// Where chance comes from; the seed is printed by whoever makes one, so that a run can be repeated.
class Rng {
public:
    virtual ~Rng() = default;
    virtual std::uint64_t next() = 0;

    /// Uniform in [0, bound); 0 if bound is 0.
    std::uint64_t below(std::uint64_t bound) { return bound == 0 ? 0 : next() % bound; }
    /// True with the given chance in 1/1,000,000.
    bool chance(std::uint32_t perMillion) { return below(1'000'000) < perMillion; }
};

/// SplitMix64 (Steele, Lea, Flood 2014). Same seed, same sequence, on every machine.
class SeededRng final : public Rng {
public:
    explicit SeededRng(std::uint64_t seed) noexcept : state_(seed) {}
    std::uint64_t next() override
    {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15ULL;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ z >> 27) * 0x94D049BB133111EBULL;
        return z ^ z >> 31;
    }

private:
    std::uint64_t state_;
};

}  // namespace holdpoint
