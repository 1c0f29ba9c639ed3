// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/settings.h"

#include <QString>

#include <vector>

namespace holdpoint::ui::exceptions {

struct SavedView {
    QString name;
    QString filter;
    friend bool operator==(const SavedView&, const SavedView&) = default;
};

/// The views a person has saved, in their order; each is a name and the text of the filter field. Kept in the settings.
class SavedViews final {
public:
    static constexpr std::size_t Most = 50;

    explicit SavedViews(Settings& settings);

    [[nodiscard]] const std::vector<SavedView>& all() const noexcept { return views_; }
    /// One of that name is replaced. False: the name is empty, or there are too many.
    bool save(const QString& name, const QString& filter);
    /// False: no such view, or the new name is empty or taken.
    bool rename(std::size_t index, const QString& name);
    bool remove(std::size_t index);
    /// By the text of the filter.
    [[nodiscard]] const SavedView* find(const QString& filter) const;

private:
    void store();

    Settings& settings_;
    std::vector<SavedView> views_;
};

}  // namespace holdpoint::ui::exceptions
