// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/hold_button.h"

#include "ui/common/tooltip.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <chrono>
#include <cmath>

namespace holdpoint::ui {
namespace {

constexpr int LeaveBy = 8;
constexpr qint64 RestMs = 1'000;
constexpr qint64 ShortMs = 250;
constexpr qint64 ArmedMs = 5'000;
constexpr qint64 HintMs = 2'000;
constexpr int Mouse = 0;

qint64 steadyMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

}  // namespace

HoldButton::HoldButton(const Theme& theme, const QString& text, const QString& subText, int holdMs,
                       const QList<QKeySequence>& keys, QWidget* parent)
    : QAbstractButton(parent),
      theme_(theme),
      subText_(subText),
      holdMs_(holdMs),
      keys_(keys),
      clock_(steadyMs)
{
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    connect(&timer_, &QTimer::timeout, this, &HoldButton::advance);
    timer_.setInterval(16);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    if (!keys.isEmpty())
        qApp->installEventFilter(this);
    describe();
}

HoldButton::~HoldButton() = default;

void HoldButton::setSubText(const QString& text)
{
    subText_ = text;
    describe();
    updateGeometry();
    update();
}

void HoldButton::setCompact(bool compact)
{
    compact_ = compact;
    updateGeometry();
    update();
}

void HoldButton::setObstacle(const QString& why)
{
    obstacle_ = why;
    if (!why.isEmpty())
        cancel();
    setEnabled(why.isEmpty());
    setPlainToolTip(this, why);
    describe();
}

void HoldButton::setTwoStep(bool twoStep, const QString& action)
{
    cancel();
    twoStep_ = twoStep;
    action_ = action;
    describe();
}

void HoldButton::setClock(Clock clock) { clock_ = std::move(clock); }

void HoldButton::describe()
{
    if (!obstacle_.isEmpty())
        return setAccessibleDescription(obstacle_);
    const QString way = twoStep_ ? tr("Press twice") : tr("Press and hold");
    setAccessibleDescription(subText_.isEmpty() ? way : way + QStringLiteral(". ") + subText_);
}

double HoldButton::progress() const
{
    return isHolding() ? std::clamp(static_cast<double>(passed()) / holdMs_, 0.0, 1.0) : 0.0;
}

QString HoldButton::shownText() const
{
    if (isArmed())
        return tr("Press again to %1").arg(action_);
    if (!isHolding())
        return text();
    const double left = static_cast<double>(std::max<qint64>(0, holdMs_ - passed())) / 1e3;
    return (compact_ ? tr("%1 s") : tr("hold %1 s"))
        .arg(locale().toString(std::ceil(left * 10) / 10, 'f', 1));
}

QString HoldButton::hint() const
{
    return !compact_ && clock_() < hintUntil_ ? tr("Keep holding") : QString();
}

QSize HoldButton::sizeHint() const
{
    QFont bold = theme_.font(TextRole::Section);
    int width = 0;
    const QString zero = QStringLiteral("0.0");
    QStringList texts{text(), (compact_ ? tr("%1 s") : tr("hold %1 s")).arg(zero)};
    if (!compact_)
        texts << tr("Keep holding");
    for (const QString& each : texts)
        width = std::max(width, QFontMetrics(bold).horizontalAdvance(each));
    width = std::max(width, QFontMetrics(theme_.font(TextRole::Caption)).horizontalAdvance(subText_));
    return {width + theme_.px(compact_ ? 10 : 32), theme_.px(subText_.isEmpty() ? 34 : 40)};
}

void HoldButton::enter(State state)
{
    const bool was = isHolding();
    state_ = state;
    since_ = clock_();
    setDown(isHolding());
    if (state == State::Idle && hintUntil_ < since_)
        timer_.stop();
    else
        timer_.start();
    if (was != isHolding())
        emit holdingChanged(isHolding());
    update();
}

void HoldButton::press(int key)
{
    if (!isEnabled() || state_ == State::Holding || state_ == State::Resting)
        return;
    key_ = key;
    hintUntil_ = -1;
    if (!twoStep_)
        return enter(State::Holding);
    if (isArmed() && passed() < ArmedMs)
        return fire();
    enter(State::Armed);
    speak();
}

// What the next press does is said in place of the name, and the name comes back.
void HoldButton::speak()
{
    ownName_ = accessibleName();
    spokenName_ = shownText();
    setAccessibleName(spokenName_);
}

void HoldButton::fallSilent()
{
    if (!spokenName_.isEmpty() && accessibleName() == spokenName_)
        setAccessibleName(ownName_);  // else its owner has named it meanwhile
    spokenName_.clear();
}

void HoldButton::release(int key)
{
    if (!isHolding() || key != key_)
        return;
    // Only ticks complete a hold: a window that stood still must not make a hold of a tap.
    if (passed() < ShortMs)
        hintUntil_ = clock_() + HintMs;
    enter(State::Idle);
}

void HoldButton::cancel()
{
    if (state_ == State::Holding || state_ == State::Armed)
        enter(State::Idle);
    fallSilent();
}

void HoldButton::fire()
{
    enter(State::Resting);
    fallSilent();
    emit confirmed();
}

void HoldButton::advance()
{
    if (state_ == State::Holding && passed() >= holdMs_)
        return fire();
    if ((state_ == State::Resting && passed() >= RestMs) || (state_ == State::Armed && passed() >= ArmedMs)) {
        fallSilent();
        enter(State::Idle);
    }
    if (state_ == State::Idle && hintUntil_ < clock_())
        timer_.stop();
    update();
}

bool HoldButton::ownsKey(const QKeyEvent& event) const
{
    return keys_.contains(QKeySequence(event.keyCombination()));
}

/// Keys of the whole window: seen before any widget, pressed and let go. F9 let go after Shift was let go is still F9.
bool HoldButton::keyOfWindow(QObject* watched, QEvent* event)
{
    const auto* key = static_cast<QKeyEvent*>(event);
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (widget == nullptr || widget->window() != window() || !isVisible())
        return false;
    if (event->type() == QEvent::ShortcutOverride && ownsKey(*key)) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress && ownsKey(*key)) {
        if (!key->isAutoRepeat())
            press(key->key());
        return true;
    }
    if (event->type() == QEvent::KeyRelease && key_ == key->key() && isHolding()) {
        if (!key->isAutoRepeat())
            release(key->key());
        return true;
    }
    return false;
}

bool HoldButton::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
        if (isHolding() && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
            cancel();
            return true;
        }
        [[fallthrough]];
    case QEvent::KeyRelease: return keyOfWindow(watched, event);
    case QEvent::WindowDeactivate:
        if (watched == window())
            cancel();
        return false;
    case QEvent::ApplicationDeactivate: cancel(); return false;
    default: return false;
    }
}

void HoldButton::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        press(Mouse);
}

void HoldButton::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        release(Mouse);
}

void HoldButton::mouseMoveEvent(QMouseEvent* event)
{
    if (isHolding() && key_ == Mouse &&
        !rect().adjusted(-LeaveBy, -LeaveBy, LeaveBy, LeaveBy).contains(event->position().toPoint()))
        cancel();
}

void HoldButton::keyPressEvent(QKeyEvent* event)
{
    const bool mine =
        event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape && (isHolding() || isArmed()))
        return cancel();
    if (!mine)
        return QWidget::keyPressEvent(event);
    if (!event->isAutoRepeat())
        press(event->key());
}

void HoldButton::keyReleaseEvent(QKeyEvent* event)
{
    if (!event->isAutoRepeat())
        release(event->key());
}

void HoldButton::focusOutEvent(QFocusEvent* event)
{
    cancel();
    QAbstractButton::focusOutEvent(event);
}

void HoldButton::hideEvent(QHideEvent* event)
{
    cancel();
    QAbstractButton::hideEvent(event);
}

void HoldButton::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::EnabledChange && !isEnabled())
        cancel();
    if (event->type() == QEvent::ActivationChange && !isActiveWindow())
        cancel();
    QAbstractButton::changeEvent(event);
}

void HoldButton::paintRing(QPainter& painter, const QRectF& box) const
{
    QPainterPath edge;  // clockwise from the middle of the top
    const qreal r = 3;
    edge.moveTo(box.center().x(), box.top());
    edge.lineTo(box.right() - r, box.top());
    edge.arcTo(QRectF(box.right() - 2 * r, box.top(), 2 * r, 2 * r), 90, -90);
    edge.lineTo(box.right(), box.bottom() - r);
    edge.arcTo(QRectF(box.right() - 2 * r, box.bottom() - 2 * r, 2 * r, 2 * r), 0, -90);
    edge.lineTo(box.left() + r, box.bottom());
    edge.arcTo(QRectF(box.left(), box.bottom() - 2 * r, 2 * r, 2 * r), 270, -90);
    edge.lineTo(box.left(), box.top() + r);
    edge.arcTo(QRectF(box.left(), box.top(), 2 * r, 2 * r), 180, -90);
    edge.lineTo(box.center().x(), box.top());
    QPen pen(theme_.tokens().accent, 3);
    pen.setCapStyle(Qt::FlatCap);
    const qreal length = edge.length() / 3;  // dashes count in widths of the pen
    pen.setDashPattern({std::max(0.01, length * progress()), length * 2});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(edge);
}

void HoldButton::paintEvent(QPaintEvent*)
{
    const Tokens& t = theme_.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    const bool focusRing = hasFocus() && !isHolding();  // the ring that fills takes its place
    painter.setPen(QPen(focusRing ? t.accent : isEnabled() ? t.inkMid : t.line, focusRing ? 2 : 1));
    painter.setBrush(state_ == State::Resting      ? t.accentFill
                     : underMouse() && isEnabled() ? t.raised
                                                   : t.content);
    painter.drawRoundedRect(box, 3, 3);
    if (isHolding() && theme_.reducedMotion())
        painter.fillRect(QRectF(box.left(), box.bottom() - 4, box.width() * progress(), 4), t.accent);
    else if (isHolding())
        paintRing(painter, box);
    const QString below = hint().isEmpty() ? subText_ : hint();
    const int half = below.isEmpty() ? 0 : theme_.px(15);
    painter.setPen(isEnabled() ? t.inkHigh : t.inkLow);
    painter.setFont(theme_.font(TextRole::Section));
    painter.drawText(rect().adjusted(0, 0, 0, -half), Qt::AlignCenter | Qt::TextSingleLine, shownText());
    painter.setPen(hint().isEmpty() ? t.inkLow : t.inkHigh);
    painter.setFont(theme_.font(TextRole::Caption));
    painter.drawText(rect().adjusted(0, theme_.px(18), 0, 0), Qt::AlignCenter | Qt::TextSingleLine, below);
}

}  // namespace holdpoint::ui
