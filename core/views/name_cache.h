// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store_reader.h"

#include <array>

namespace holdpoint::views {

/// A reader's copy of the dictionaries. One thread.
class NameCache {
public:
    /// Reads what is new; cheap if nothing is. To be called inside the reading transaction whose rows it explains.
    Result<> refresh(store::StoreReader& reader);
    /// Takes over the name that comes next; others are read by `refresh`.
    void learn(NameKind kind, std::uint32_t number, std::string_view text);
    [[nodiscard]] const Dictionary& names() const noexcept { return names_; }

private:
    Dictionary names_;
    std::array<std::uint32_t, NameKindCount> last_{};
};

/// A reading transaction as an object: it ends with it. While `ok` is an error there is none.
class Moment {
public:
    explicit Moment(store::StoreReader& reader) : reader_(reader), ok(reader.begin()) {}
    ~Moment() { reader_.end(); }
    Moment(const Moment&) = delete;
    Moment& operator=(const Moment&) = delete;

private:
    store::StoreReader& reader_;

public:
    const Result<> ok;
};

}  // namespace holdpoint::views
