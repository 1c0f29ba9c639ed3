// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>
#include <QVariant>

namespace holdpoint::ui {

/// Every setting of the window: its key, place and default are in one table in the `.cpp`, nowhere else.
enum class Setting {
    Theme,        ///< dark | light
    TextPercent,  ///< 90 … 160
    Density,      ///< compact | standard | comfortable
    Language,     ///< en | de; empty: of the system
    Zone,         ///< utc | local
    ReducedMotion,
    TwoStepConfirm,  ///< press twice instead of holding
    OperatorName,
    OperatorRole,
    DataFolder,  ///< opened last
    StartScreen,
    LastPlace,  ///< link of where the window was when it was closed
    WindowGeometry,
    WindowState,
    ExceptionsFilter,
    ExceptionsColumns,
    ExceptionsSplit,
    ExceptionsGrouped,
    SavedViews,
    OrdersFilter,
    OrdersColumns,
    LaunchSplit,
    LastSeen,  ///< engine time at which the exceptions were last looked at, by folder
    Count
};

/// One readable file. GUI thread.
class Settings final : public QObject {
    Q_OBJECT

public:
    /// Empty: the file of this user.
    explicit Settings(const QString& file = {});

    [[nodiscard]] QVariant value(Setting setting) const;
    void set(Setting setting, const QVariant& value);
    [[nodiscard]] QString file() const { return store_->fileName(); }

signals:
    void changed(holdpoint::ui::Setting setting);

private:
    std::unique_ptr<QSettings> store_;
};

}  // namespace holdpoint::ui
