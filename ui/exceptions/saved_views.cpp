// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/saved_views.h"

#include <algorithm>

namespace holdpoint::ui::exceptions {
namespace {

constexpr qsizetype LongestName = 60;

QString clean(const QString& name) { return name.simplified().left(LongestName); }

}  // namespace

SavedViews::SavedViews(Settings& settings) : settings_(settings)
{
    const QStringList flat = settings.value(Setting::SavedViews).toStringList();
    for (qsizetype i = 0; i + 1 < flat.size() && views_.size() < Most; i += 2)
        views_.push_back({flat[i], flat[i + 1]});
}

bool SavedViews::save(const QString& name, const QString& filter)
{
    const QString text = clean(name);
    const auto same =
        std::find_if(views_.begin(), views_.end(), [&](const SavedView& v) { return v.name == text; });
    if (text.isEmpty() || (same == views_.end() && views_.size() == Most))
        return false;
    if (same == views_.end())
        views_.push_back({text, filter.trimmed()});
    else
        same->filter = filter.trimmed();
    store();
    return true;
}

bool SavedViews::rename(std::size_t index, const QString& name)
{
    const QString text = clean(name);
    const bool taken =
        std::any_of(views_.begin(), views_.end(), [&](const SavedView& v) { return v.name == text; });
    if (index >= views_.size() || text.isEmpty() || taken)
        return false;
    views_[index].name = text;
    store();
    return true;
}

bool SavedViews::remove(std::size_t index)
{
    if (index >= views_.size())
        return false;
    views_.erase(views_.begin() + static_cast<std::ptrdiff_t>(index));
    store();
    return true;
}

const SavedView* SavedViews::find(const QString& filter) const
{
    const auto found = std::find_if(views_.begin(), views_.end(),
                                    [&](const SavedView& v) { return v.filter == filter.trimmed(); });
    return found == views_.end() ? nullptr : &*found;
}

void SavedViews::store()
{
    QStringList flat;
    for (const SavedView& view : views_)
        flat << view.name << view.filter;
    settings_.set(Setting::SavedViews, flat);
}

}  // namespace holdpoint::ui::exceptions
