// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/launch/stage_strip.h"

#include "ui/common/tooltip.h"
#include "ui/launch/card_grid.h"
#include "ui/text/format.h"
#include "ui/text/words.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace holdpoint::ui {
namespace {

constexpr int Gap = 14;

QString sentenceCase(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

}  // namespace

bool addsUp(const session::StageCard& card)
{
    return card.entered == card.left + card.waiting + card.failing;
}

QString conservation(const Format& format, const session::StageCard& card)
{
    const QString sum = StageButton::tr("%1 entered = %2 left + %3 waiting + %4 failing")
                            .arg(format.count(card.entered), format.count(card.left),
                                 format.count(card.waiting), format.count(card.failing));
    if (addsUp(card))
        return sum;
    const auto off = card.entered - card.left - card.waiting - card.failing;
    return StageButton::tr("%1 does not hold: %2 apart").arg(sum, format.count(off));
}

StageButton::StageButton(const Theme& theme, const Format& format, QWidget* parent)
    : CardButton(theme, parent), format_(format)
{}

void StageButton::setCard(const session::StageCard& card)
{
    card_ = card;
    describe();
    update();
}

void StageButton::setKnown(bool known)
{
    known_ = known;
    describe();
    update();
}

void StageButton::setFolded(bool folded)
{
    folded_ = folded;
    update();
}

bool StageButton::isAbnormal() const
{
    const auto all = rows();
    return std::any_of(all.begin(), all.end(), [](const Row& row) { return row.bad; });
}

std::array<StageButton::Row, 5> StageButton::rows() const
{
    const auto count = [this](std::int64_t n) { return known_ ? format_.count(n) : Format::none(); };
    const bool bad = known_ && card_.abnormal && !folded_;
    return {{{tr("per min"), count(card_.perMinute), false},
             {tr("p95"), known_ && card_.p95 ? format_.duration(*card_.p95) : Format::none(), false},
             {tr("waiting"), count(card_.waiting), false},
             {tr("retries"), count(card_.retries), bad && card_.retries > 0},
             {tr("failing"), count(card_.failing), bad && card_.failing > 0}}};
}

void StageButton::describe()
{
    setText(word(card_.stage));
    QString name = word(card_.stage);
    if (card_.firstOut)
        name += QStringLiteral(", ") + tr("first out");
    for (const Row& row : rows())
        name += QStringLiteral(", %1 %2").arg(row.label, row.value);
    setAccessibleName(name);
    setAccessibleDescription(explanation());
    setPlainToolTip(this, explanation());
}

QString StageButton::explanation() const
{
    if (!known_)
        return tr("No data yet");
    const QString first =
        card_.firstOut
            ? tr("First out: this stage turned abnormal before the others did.") + QLatin1Char('\n')
            : QString();
    return first + conservation(format_, card_);
}

void StageButton::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    CardButton::changeEvent(event);
}

QColor StageButton::ground() const { return theme().tokens().raised; }
QSize StageButton::sizeHint() const { return {theme().px(187), theme().px(136)}; }
QSize StageButton::minimumSizeHint() const { return {theme().px(118), theme().px(136)}; }

void StageButton::paintContent(QPainter& painter, const QRect& in)
{
    const Tokens& t = theme().tokens();
    const int line = theme().px(19);
    painter.setFont(theme().font(TextRole::Section));
    painter.setPen(t.inkHigh);
    const QString title = sentenceCase(word(card_.stage));
    painter.drawText(QRect(in.left(), in.top(), in.width(), line), Qt::AlignLeft | Qt::AlignVCenter, title);
    if (card_.firstOut) {
        const int used = painter.fontMetrics().horizontalAdvance(title) + theme().px(6);
        painter.setFont(theme().font(TextRole::Caption));
        painter.setPen(t.p1Ink);
        painter.drawText(
            QRect(in.left() + used, in.top(), in.width() - used, line), Qt::AlignRight | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(tr("▣ first out"), Qt::ElideRight, in.width() - used));
    }
    int top = in.top() + line + theme().px(3);
    for (const Row& row : rows()) {
        const QRect box(in.left(), top, in.width(), line);
        painter.setFont(theme().font(TextRole::TableCompact));
        painter.setPen(t.inkMid);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, row.label);
        QFont font = painter.font();
        font.setWeight(row.bad ? QFont::DemiBold : QFont::Normal);
        painter.setFont(font);
        painter.setPen(row.bad ? t.p1Ink : t.inkHigh);
        painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, row.value);
        top += line;
    }
}

StageStrip::StageStrip(const Theme& theme, const Format& format, QWidget* parent)
    : QWidget(parent), theme_(theme), format_(format)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    grid_ = new CardGrid(theme, 140, {6, 3, 2, 1}, Gap, this);
    column->addWidget(grid_);
    for (std::size_t i = 0; i < buttons_.size(); ++i) {
        const auto stage = static_cast<Stage>(i);
        auto* button = new StageButton(theme, format, grid_);
        button->setObjectName(QStringLiteral("stage_") + QLatin1String(name(stage).data()));
        session::StageCard card;
        card.stage = stage;
        button->setCard(card);
        connect(button, &QAbstractButton::clicked, this, [this, stage] { emit chosen(stage); });
        grid_->add(button);
        buttons_[i] = button;
    }
}

void StageStrip::setCards(const std::array<session::StageCard, 6>& cards, bool known)
{
    bool after = false;  // the stage where it began
    for (std::size_t i = 0; i < buttons_.size(); ++i) {
        buttons_[i]->setKnown(known);
        buttons_[i]->setFolded(after);
        after = after || cards[i].firstOut;
        if (known)
            buttons_[i]->setCard(cards[i]);
    }
}

void StageStrip::setStale(bool stale)
{
    for (StageButton* button : buttons_)
        button->setStale(stale);
}

bool StageStrip::allAddUp() const
{
    return std::all_of(buttons_.begin(), buttons_.end(), [](const auto* b) { return addsUp(b->card()); });
}

QString StageStrip::conservationText() const
{
    if (allAddUp())
        return tr("entered = left + waiting + failing in all six stages");
    for (const StageButton* button : buttons_)
        if (!addsUp(button->card()))
            return tr("%1: %2").arg(word(button->card().stage), conservation(format_, button->card()));
    return {};
}

void StageStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(theme_.font(TextRole::Body));
    painter.setPen(theme_.tokens().inkLow);
    for (std::size_t i = 0; i + 1 < buttons_.size(); ++i) {
        const QRect left = buttons_[i]->geometry().translated(grid_->pos());
        painter.drawText(QRect(left.right() + 1, left.top(), Gap, left.height()), Qt::AlignCenter,
                         QStringLiteral("›"));
    }
}

}  // namespace holdpoint::ui
