// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/panel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace holdpoint::ui {

Panel::Panel(const Theme& theme, const QString& title, QWidget* parent)
    : QFrame(parent),
      theme_(theme),
      header_(new QWidget),
      headerRow_(new QHBoxLayout(header_)),
      title_(plainLabel(theme, {}, TextRole::Section)),
      subtitle_(plainLabel(theme, {}, TextRole::TableCompact, Ink::Low)),
      age_(plainLabel(theme, {}, TextRole::TableCompact, Ink::Low)),
      body_(new QVBoxLayout)
{
    setProperty("panel", true);
    title_->setObjectName(QStringLiteral("panelTitle"));
    age_->setObjectName(QStringLiteral("panelAge"));
    for (QLabel* label : {title_, subtitle_, age_})
        headerRow_->addWidget(label);
    headerRow_->addStretch(1);
    auto* rule = new QFrame;
    rule->setProperty("rule", true);
    rule->setFixedHeight(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(header_);
    column->addWidget(rule);
    column->addLayout(body_, 1);
    setTitle(title);
    resizeToTheme();
    connect(&theme, &Theme::changed, this, &Panel::resizeToTheme);
}

void Panel::setTitle(const QString& title)
{
    title_->setText(title);
    setAccessibleName(title);
}

QString Panel::title() const { return title_->text(); }

void Panel::setSubtitle(const QString& subtitle) { subtitle_->setText(subtitle); }

void Panel::setCorner(QWidget* corner) { headerRow_->addWidget(corner); }

void Panel::setFlush(bool flush)
{
    flush_ = flush;
    resizeToTheme();
}

void Panel::follow(const Watch& watch, const Client& client, const Format& format)
{
    const auto look = [this, &watch, &client, &format] { showAge(DataAge::of(watch, client), format); };
    connect(&watch, &Watch::freshnessChanged, this, look);
    connect(&client, &Client::tick, this, look);
    look();
}

void Panel::showAge(const DataAge& age, const Format& format)
{
    if (overlay_ == nullptr)
        overlay_ = new StaleOverlay(theme_, format, this);
    overlay_->set(age);
    age_->setText(age.freshness == Freshness::Ageing ? ageWords(format, age) : QString());
}

void Panel::resizeToTheme()
{
    const int pad = theme_.px(12);
    header_->setFixedHeight(theme_.px(34));
    headerRow_->setContentsMargins(pad, 0, pad, 0);
    headerRow_->setSpacing(theme_.px(10));
    const int gap = flush_ ? 0 : pad;
    body_->setContentsMargins(gap, gap, gap, gap);
    body_->setSpacing(theme_.px(8));
}

}  // namespace holdpoint::ui
