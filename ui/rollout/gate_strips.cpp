// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/gate_strips.h"

#include "ui/common/chip.h"
#include "ui/common/tooltip.h"
#include "ui/text/format.h"
#include "ui/text/rollout_words.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace holdpoint::ui::rollout {
namespace {

// Design pixels: metric, canary, control; then the strip; then the chip.
constexpr int CanaryRight = 232;
constexpr int ControlRight = 312;
constexpr int StripLeft = 340;
constexpr int ChipWidth = 150;
constexpr int LineHeight = 30;
constexpr int HeaderHeight = 24;
// Shares of the strip's width: where "as the control" lies, and how far "the most it may be worse" is from it.
constexpr double Zero = 0.30;
constexpr double Unit = 0.14;
constexpr double Farthest = 4.8;  // units; what is worse than that ends there

/// Both arms as they are shown: rates, or p95 where that is what is judged.
QString armText(const Format& f, const session::ArmFigure& arm)
{
    if (arm.p95)
        return f.duration(*arm.p95);
    return arm.rate ? f.percent(*arm.rate * 100) : Format::none();
}

ChipKind chipKind(const session::GateRow& gate)
{
    if (gate.verdict == GateVerdict::Go || gate.dryRun)
        return ChipKind::Plain;
    return gate.verdict == GateVerdict::NoGo ? ChipKind::Critical : ChipKind::Warning;
}

double place(const QRect& strip, double units)
{
    return strip.left() + strip.width() * (Zero + Unit * std::clamp(units, -2.0, Farthest));
}

QRect stripRect(const Theme& theme, int width, int top, int height)
{
    const int left = theme.px(StripLeft);
    return {left, top, std::max(width - left - theme.px(ChipWidth), 1), height};
}

/// Both lines that all gates share.
void paintScale(QPainter& painter, const Theme& theme, const QRect& strip)
{
    const Tokens& t = theme.tokens();
    painter.fillRect(QRectF(place(strip, 0) - 1, strip.top(), 2, strip.height()), t.inkLow);
    QPen dashed(t.p1Ink, 2, Qt::CustomDashLine);
    dashed.setDashPattern({1.5, 1.5});
    dashed.setDashOffset(strip.top() / 2.0);
    painter.setPen(dashed);
    painter.drawLine(QPointF(place(strip, 1), strip.top()), QPointF(place(strip, 1), strip.bottom() + 1));
}

}  // namespace

std::optional<Strip> stripOf(const session::GateRow& g)
{
    if (g.kind == "relative" && g.value && g.low && g.high && g.threshold && *g.threshold > 1 &&
        *g.value > 0) {
        const double most = std::log(*g.threshold);
        const auto at = [most](double ratio) { return std::log(std::max(ratio, 1e-3)) / most; };
        return Strip{at(*g.low), at(*g.value), at(*g.high)};
    }
    if (!g.difference || !g.worstAllowed || *g.worstAllowed == 0)
        return {};
    const double most = g.compare == "ge" ? -std::abs(*g.worstAllowed) : std::abs(*g.worstAllowed);
    const double middle = *g.difference / most;
    double low = g.differenceLow ? *g.differenceLow / most : middle;
    double high = g.differenceHigh ? *g.differenceHigh / most : middle;
    if (low > high)
        std::swap(low, high);
    return Strip{low, middle, high};
}

QString chipText(const session::GateRow& gate)
{
    if (gate.overridden)
        return GateStrips::tr("overridden");
    switch (gate.verdict) {
    case GateVerdict::Go: return GateStrips::tr("no worse");
    case GateVerdict::NoGo: return GateStrips::tr("worse");
    case GateVerdict::Inconclusive: return word(gate.reason);
    }
    return {};
}

GateLine::GateLine(const Theme& theme, const Format& format, QWidget* parent)
    : QAbstractButton(parent), theme_(theme), format_(format)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(this, &QAbstractButton::toggled, this, &QWidget::updateGeometry);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void GateLine::setGate(const session::GateRow& gate)
{
    gate_ = gate;
    setObjectName(QStringLiteral("gate_") + QString::fromStdString(gate.id));
    describe();
}

void GateLine::describe()
{
    sentence_ = gateSentence(format_, gate_);
    setAccessibleName(sentence_);
    setPlainToolTip(this, showsSentence() ? QString() : sentence_);
    updateGeometry();
    update();
}

bool GateLine::showsSentence() const { return isChecked() || gate_.verdict != GateVerdict::Go; }

int GateLine::heightForWidth(int width) const
{
    const int line = theme_.px(LineHeight);
    if (!showsSentence())
        return line;
    const QFontMetrics metrics(theme_.font(TextRole::TableCompact));
    const QRect most(0, 0, std::max(width - theme_.px(24), 1), 10'000);
    return line + metrics.boundingRect(most, Qt::TextWordWrap, sentence_).height() + theme_.px(6);
}

QSize GateLine::sizeHint() const
{
    return {theme_.px(700), heightForWidth(std::max(width(), theme_.px(700)))};
}

QSize GateLine::minimumSizeHint() const
{
    return {theme_.px(560), heightForWidth(std::max(width(), theme_.px(560)))};
}

void GateLine::paintArms(QPainter& painter, int top) const
{
    const Tokens& t = theme_.tokens();
    const int height = theme_.px(LineHeight);
    const auto write = [&](int left, int right, const QString& text, const QColor& ink, int side) {
        const QRect box(theme_.px(left), top, theme_.px(right - left), height);
        painter.setPen(ink);
        painter.drawText(box, side | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
    };
    painter.setFont(theme_.font(isChecked() ? TextRole::Section : TextRole::Body));
    write(12, CanaryRight - 66, gateTitle(gate_), t.inkHigh, Qt::AlignLeft);
    painter.setFont(theme_.font(TextRole::Body));
    write(CanaryRight - 64, CanaryRight, armText(format_, gate_.canary), t.inkHigh, Qt::AlignRight);
    write(CanaryRight + 8, ControlRight, armText(format_, gate_.control), t.inkMid, Qt::AlignRight);
}

void GateLine::paintStrip(QPainter& painter, int middle) const
{
    const auto strip = stripOf(gate_);
    if (!strip)
        return;
    const Tokens& t = theme_.tokens();
    const QColor ink = gate_.verdict == GateVerdict::NoGo           ? t.p1Ink
                       : gate_.verdict == GateVerdict::Inconclusive ? t.p2Ink
                                                                    : t.inkMid;
    const QRect area = stripRect(theme_, width(), 0, height());
    const double low = place(area, strip->low), high = place(area, strip->high);
    painter.fillRect(QRectF(low, middle - 1.5, std::max(high - low, 2.0), 3), ink);
    const double at = place(area, strip->middle);
    painter.fillRect(QRectF(at - theme_.px(11), middle - theme_.px(4), theme_.px(22), theme_.px(8)), ink);
}

void GateLine::paintEvent(QPaintEvent*)
{
    const Tokens& t = theme_.tokens();
    QPainter painter(this);
    if (isChecked())
        painter.fillRect(rect(), t.accentFill);
    const int line = theme_.px(LineHeight);
    paintScale(painter, theme_, stripRect(theme_, width(), 0, line));
    paintArms(painter, 0);
    paintStrip(painter, line / 2);
    const QString chip = chipText(gate_);
    const int chipWidth = std::min(chipSize(theme_, chip).width(), theme_.px(ChipWidth - 20));
    paintChip(painter, QRect(width() - theme_.px(12) - chipWidth, 0, chipWidth, line), theme_, chip,
              chipKind(gate_));
    if (showsSentence()) {
        painter.setFont(theme_.font(TextRole::TableCompact));
        painter.setPen(isChecked() ? t.inkHigh : t.inkMid);
        painter.drawText(rect().adjusted(theme_.px(12), line, -theme_.px(12), 0),
                         Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, sentence_);
    }
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void GateLine::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

void GateLine::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    QAbstractButton::changeEvent(event);
}

GateStrips::GateStrips(const Theme& theme, const Format& format, QWidget* parent)
    : QWidget(parent), theme_(theme), format_(format), column_(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("gateStrips"));
    column_->setSpacing(0);
    column_->setContentsMargins(0, theme.px(HeaderHeight), 0, theme.px(6));
    connect(&theme, &Theme::changed, this,
            [this] { column_->setContentsMargins(0, theme_.px(HeaderHeight), 0, theme_.px(6)); });
}

void GateStrips::setGates(const std::vector<session::GateRow>& gates)
{
    while (lines_.size() > gates.size()) {
        delete lines_.back();
        lines_.pop_back();
    }
    while (lines_.size() < gates.size()) {
        auto* line = new GateLine(theme_, format_, this);
        const int number = static_cast<int>(lines_.size());
        connect(line, &QAbstractButton::clicked, this, [this, number] { choose(number); });
        column_->addWidget(line);
        lines_.push_back(line);
    }
    int wanted = gates.empty() ? -1 : 0;
    for (std::size_t i = 0; i < gates.size(); ++i) {
        lines_[i]->setGate(gates[i]);
        if (gates[i].id + '/' + std::string(name(gates[i].stage)) == chosen_)
            wanted = static_cast<int>(i);
    }
    if (wanted >= 0)
        choose(wanted);
    else
        chosen_.clear();
    updateGeometry();
}

void GateStrips::choose(int number)
{
    GateLine* line = lines_[static_cast<std::size_t>(number)];
    line->setChecked(true);
    const std::string id = line->gate().id + '/' + std::string(name(line->gate().stage));
    if (id == chosen_)
        return;
    chosen_ = id;
    emit chosenChanged();
}

const session::GateRow* GateStrips::chosen() const
{
    for (const GateLine* line : lines_)
        if (line->isChecked())
            return &line->gate();
    return nullptr;
}

void GateStrips::paintEvent(QPaintEvent*)
{
    if (lines_.empty())
        return;
    QPainter painter(this);
    painter.setFont(theme_.font(TextRole::TableCompact));
    painter.setPen(theme_.tokens().inkLow);
    const int height = theme_.px(HeaderHeight);
    const auto write = [&](int left, int right, const QString& text, int side) {
        painter.drawText(QRect(theme_.px(left), 0, theme_.px(right - left), height), side | Qt::AlignVCenter,
                         text);
    };
    write(12, 160, tr("Metric"), Qt::AlignLeft);
    write(CanaryRight - 64, CanaryRight, tr("canary"), Qt::AlignRight);
    write(CanaryRight + 8, ControlRight, tr("control"), Qt::AlignRight);
    painter.drawText(stripRect(theme_, width(), 0, height), Qt::AlignCenter,
                     tr("better ‹ against control, 95 % always valid › worse"));
}

}  // namespace holdpoint::ui::rollout
