// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/tooltip.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace holdpoint::ui {
namespace {

constexpr int Wide = 184;
constexpr int Narrow = 56;
constexpr int ItemHeight = 28;

}  // namespace

RailItem::RailItem(const Theme& theme, const Icons& icons, QString icon, QWidget* parent)
    : QAbstractButton(parent), theme_(theme), icons_(icons), icon_(std::move(icon))
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

void RailItem::setNumber(std::int64_t number, bool urgent)
{
    number_ = number;
    urgent_ = urgent;
    setAccessibleDescription(number > 0 ? QString::number(number) : QString());
    update();
}

void RailItem::setNarrow(bool narrow)
{
    narrow_ = narrow;
    setPlainToolTip(this, narrow ? text() : QString());
    update();
}

QSize RailItem::sizeHint() const { return {theme_.px(narrow_ ? Narrow : Wide) - 16, theme_.px(ItemHeight)}; }

void RailItem::paintEvent(QPaintEvent*)
{
    const Tokens& t = theme_.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? t.accentFill : t.raised);
        painter.drawRoundedRect(rect(), 3, 3);
    }
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), 3, 3);
    }
    const QColor ink = isChecked() ? t.inkHigh : t.inkMid;
    const int size = theme_.px(16);
    const int left = narrow_ ? (width() - size) / 2 : theme_.px(10);
    painter.drawPixmap(left, (height() - size) / 2, icons_.pixmap(icon_, ink, size, devicePixelRatioF()));
    if (narrow_)
        return;
    painter.setFont(theme_.font(isChecked() ? TextRole::Section : TextRole::Body));
    painter.setPen(ink);
    const QRect textRect = rect().adjusted(theme_.px(36), 0, -theme_.px(10), 0);
    painter.drawText(textRect, Qt::AlignVCenter | Qt::AlignLeft, text());
    if (number_ > 0) {
        painter.setFont(theme_.font(TextRole::Mono));
        painter.setPen(urgent_ ? t.p1Ink : t.inkLow);
        painter.drawText(textRect, Qt::AlignVCenter | Qt::AlignRight,
                         QLocale().toString(static_cast<qlonglong>(number_)));
    }
}

Rail::Rail(Context& context, const Icons& icons, QWidget* parent)
    : QWidget(parent), context_(context), icons_(icons), column_(new QVBoxLayout), foot_(new QVBoxLayout)
{
    setObjectName(QStringLiteral("rail"));
    setAttribute(Qt::WA_StyledBackground);
    setProperty("surface", "content");
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(8, 12, 8, 8);
    all->setSpacing(0);
    column_->setSpacing(1);
    foot_->setSpacing(8);
    all->addLayout(column_);
    all->addStretch(1);
    all->addLayout(foot_);
    addGroup(QT_TR_NOOP("Operate"));
    addScreen(QStringLiteral("launch"), QT_TR_NOOP("Launch"), QStringLiteral("launch"), "go.launch");
    addScreen(QStringLiteral("exceptions"), QT_TR_NOOP("Exceptions"), QStringLiteral("exceptions"),
              "go.exceptions");
    addScreen(QStringLiteral("orders"), QT_TR_NOOP("Orders"), QStringLiteral("orders"), "go.orders");
    addGroup(QT_TR_NOOP("Rollout"));
    addScreen(QStringLiteral("rollouts"), QT_TR_NOOP("Rollouts"), QStringLiteral("rollouts"), "go.rollouts");
    settings_ = new RailItem(context.theme, icons_, QStringLiteral("settings"), this);
    settings_->setObjectName(QStringLiteral("rail.settings"));
    settings_->setCheckable(false);
    all->addSpacing(8);
    all->addWidget(settings_);
    connect(settings_, &QAbstractButton::clicked, this,
            [this] { context_.commands.action(QLatin1String("file.settings"))->trigger(); });
    fit();
    connect(&context.theme, &Theme::changed, this, &Rail::fit);
    retranslate();
}

void Rail::addGroup(const char* title)
{
    QLabel* label = plainLabel(context_.theme, {}, TextRole::TableCompact, Ink::Low, this);
    label->setContentsMargins(10, 8, 0, 6);
    column_->addWidget(label);
    groups_.push_back({label, title});
}

RailItem* Rail::addScreen(const QString& screen, const char* title, const QString& icon, const char* command)
{
    auto* item = new RailItem(context_.theme, icons_, icon, this);
    item->setObjectName(QStringLiteral("rail.") + screen);
    column_->addWidget(item);
    screens_.push_back({screen, item, title});
    connect(item, &QAbstractButton::clicked, this, [this, command] {
        if (QAction* action = context_.commands.action(QLatin1String(command)))
            action->trigger();
    });
    return item;
}

void Rail::addFoot(QWidget* widget) { foot_->addWidget(widget); }

void Rail::setCurrent(const QString& screen)
{
    for (const Screen& each : screens_)
        each.item->setChecked(each.screen == screen);
}

void Rail::setBoard(const session::Board* board)
{
    for (const Screen& each : screens_)
        if (each.screen == QLatin1String("exceptions"))
            each.item->setNumber(board == nullptr ? 0 : board->exceptionsOpen,
                                 board != nullptr && (board->openByPriority[0] > 0 || board->pastSla > 0));
}

void Rail::setNarrow(bool narrow)
{
    if (narrow_ == narrow)
        return;
    narrow_ = narrow;
    for (const Group& group : groups_)
        group.label->setVisible(!narrow);
    for (const Screen& each : screens_)
        each.item->setNarrow(narrow);
    settings_->setNarrow(narrow);
    fit();
}

// What stands at its foot is never cut.
void Rail::fit()
{
    const QMargins margins = layout()->contentsMargins();
    const int needed = foot_->minimumSize().width() + margins.left() + margins.right();
    setFixedWidth(std::max(context_.theme.px(narrow_ ? Narrow : Wide), needed));
}

bool Rail::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return QWidget::event(event);
}

void Rail::retranslate()
{
    for (const Group& group : groups_)
        group.label->setText(tr(group.title));
    for (const Screen& each : screens_) {
        each.item->setText(tr(each.title));
        each.item->setAccessibleName(tr(each.title));
    }
    settings_->setText(tr("Settings"));
    settings_->setAccessibleName(tr("Settings"));
}

}  // namespace holdpoint::ui
