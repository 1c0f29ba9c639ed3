// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

// Has to be outside of every namespace.
static void initTranslations() { Q_INIT_RESOURCE(translations); }

namespace holdpoint::ui {

Language::Language(Settings& settings, Format& format) : settings_(settings), format_(format)
{
    initTranslations();
    choose();
    connect(&settings, &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::Language)
            choose();
    });
}

QStringList Language::known() { return {QStringLiteral("en"), QStringLiteral("de")}; }

void Language::choose()
{
    const QString wanted = settings_.value(Setting::Language).toString();
    const QLocale system = QLocale::system();
    const QString systems = system.name().left(2);
    const QString code = known().contains(wanted)    ? wanted
                         : known().contains(systems) ? systems
                                                     : QStringLiteral("en");
    if (code == code_)
        return;
    code_ = code;
    // Numbers and dates as this person's system has them, if it speaks the language that is shown.
    format_.setLocale(systems == code ? system : QLocale(code));
    QLocale::setDefault(format_.locale());
    QCoreApplication::removeTranslator(&ours_);
    QCoreApplication::removeTranslator(&qts_);
    // Also for English: its file holds the plurals.
    if (ours_.load(QStringLiteral(":/i18n/holdpoint_") + code))
        QCoreApplication::installTranslator(&ours_);
    if (qts_.load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qts_);
}

}  // namespace holdpoint::ui
