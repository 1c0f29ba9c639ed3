// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/settings.h"

#include <array>

namespace holdpoint::ui {
namespace {

struct Entry {
    Setting setting;
    const char* key;
    QVariant standard;
};

const std::array<Entry, static_cast<std::size_t>(Setting::Count)>& table()
{
    static const std::array<Entry, static_cast<std::size_t>(Setting::Count)> entries{{
        {Setting::Theme, "appearance/theme", "dark"},
        {Setting::TextPercent, "appearance/text_percent", 100},
        {Setting::Density, "appearance/density", "standard"},
        {Setting::Language, "general/language", ""},
        {Setting::Zone, "time/zone", "utc"},
        {Setting::ReducedMotion, "appearance/reduced_motion", false},
        {Setting::TwoStepConfirm, "general/two_step_confirm", false},
        {Setting::OperatorName, "general/operator", ""},
        {Setting::OperatorRole, "general/role", "engineer"},
        {Setting::DataFolder, "general/data_folder", ""},
        {Setting::StartScreen, "general/start_screen", "launch"},
        {Setting::LastPlace, "window/place", ""},
        {Setting::WindowGeometry, "window/geometry", {}},
        {Setting::WindowState, "window/state", {}},
        {Setting::ExceptionsFilter, "exceptions/filter", "is:open sort:sla"},
        {Setting::ExceptionsColumns, "exceptions/columns", {}},
        {Setting::ExceptionsSplit, "exceptions/split", {}},
        {Setting::ExceptionsGrouped, "exceptions/grouped", true},
        {Setting::SavedViews, "exceptions/views", {}},
        {Setting::OrdersFilter, "orders/filter", ""},
        {Setting::OrdersColumns, "orders/columns", {}},
        {Setting::LaunchSplit, "launch/split", {}},
        {Setting::LastSeen, "exceptions/last_seen", {}},
    }};
    return entries;
}

const Entry& entryOf(Setting setting) { return table()[static_cast<std::size_t>(setting)]; }

}  // namespace

Settings::Settings(const QString& file)
    : store_(file.isEmpty()
                 ? std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                               QStringLiteral("holdpoint"), QStringLiteral("holdpoint"))
                 : std::make_unique<QSettings>(file, QSettings::IniFormat))
{}

QVariant Settings::value(Setting setting) const
{
    const Entry& entry = entryOf(setting);
    return store_->value(QLatin1String(entry.key), entry.standard);
}

void Settings::set(Setting setting, const QVariant& value)
{
    if (this->value(setting) == value)
        return;
    store_->setValue(QLatin1String(entryOf(setting).key), value);
    emit changed(setting);
}

}  // namespace holdpoint::ui
