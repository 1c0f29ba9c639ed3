// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/settings.h"
#include "ui/text/format.h"

#include <QObject>
#include <QTranslator>

namespace holdpoint::ui {

/// The language of the window: of the system, or as it is set; switched while it runs. One per application, owned by
/// `main`. GUI thread.
class Language final : public QObject {
    Q_OBJECT

public:
    /// Both outlive it. Sets the locale of `format` too.
    Language(Settings& settings, Format& format);

    /// `en`, `de`: the languages there are.
    [[nodiscard]] static QStringList known();
    [[nodiscard]] QString code() const { return code_; }

private:
    void choose();

    Settings& settings_;
    Format& format_;
    QString code_;
    QTranslator ours_;
    QTranslator qts_;
};

}  // namespace holdpoint::ui
