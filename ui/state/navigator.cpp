// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/navigator.h"

#include <QUrl>
#include <QUrlQuery>

namespace holdpoint::ui {
namespace {

/// Longer is no link that anybody was sent.
constexpr qsizetype LongestLink = 4'096;

bool isScreen(const QString& name)
{
    return name == QLatin1String("launch") || name == QLatin1String("exceptions") ||
           name == QLatin1String("orders");
}

}  // namespace

QString Location::link() const
{
    QUrl url;
    url.setScheme(QStringLiteral("holdpoint"));
    url.setHost(screen);
    QUrlQuery query;
    if (!filter.isEmpty())
        query.addQueryItem(QStringLiteral("filter"), QString::fromLatin1(QUrl::toPercentEncoding(filter)));
    if (!selected.isNone())
        query.addQueryItem(QStringLiteral("selected"), QString::fromStdString(selected.text()));
    url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

Location Location::fromLink(const QString& text)
{
    if (text.size() > LongestLink)
        return {};
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != QLatin1String("holdpoint") || !isScreen(url.host()) ||
        url.authority() != url.host() || !url.path().isEmpty() || url.hasFragment())
        return {};
    const QUrlQuery query(url);
    Location location;
    location.screen = url.host();
    location.filter = query.queryItemValue(QStringLiteral("filter"), QUrl::FullyDecoded);
    if (const QString id = query.queryItemValue(QStringLiteral("selected")); !id.isEmpty()) {
        const auto parsed = EntityId::parse(id.toStdString());
        if (!parsed)
            return {};
        location.selected = *parsed;
    }
    return location;
}

void Navigator::go(Location location)
{
    if (location == here_)
        return;
    if (!here_.screen.isEmpty())
        back_.push_back(here_);
    if (back_.size() > MostPlaces)
        back_.erase(back_.begin());
    forward_.clear();
    here_ = std::move(location);
    emit went(here_);
}

void Navigator::note(Location location) { here_ = std::move(location); }

void Navigator::back()
{
    if (back_.empty())
        return;
    forward_.push_back(here_);
    here_ = back_.back();
    back_.pop_back();
    emit went(here_);
}

void Navigator::forward()
{
    if (forward_.empty())
        return;
    back_.push_back(here_);
    here_ = forward_.back();
    forward_.pop_back();
    emit went(here_);
}

}  // namespace holdpoint::ui
