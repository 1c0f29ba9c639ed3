// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/part_panel.h"

#include "ui/common/chip.h"
#include "ui/common/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace holdpoint::ui::rollout {
namespace {

constexpr int LineHeight = 26;
constexpr int CountRight = 310;
constexpr int BarLeft = 320;
constexpr int NoteWidth = 216;

}  // namespace

PartPanel::PartPanel(const Theme& theme, const Format&, QWidget* parent)
    : Panel(theme, {}, parent),
      bars_(new PartBars(theme)),
      progress_(plainLabel(theme, {}, TextRole::TableCompact)),
      state_(new Chip(theme))
{
    setCorner(progress_);
    setCorner(state_);
    body()->addWidget(bars_);
}

void PartPanel::setPart(const std::vector<Line>& lines, const QString& progress, const QString& state,
                        bool running)
{
    bars_->setLines(lines);
    progress_->setText(progress);
    state_->set(state, running ? ChipKind::Accent : ChipKind::Plain);
}

const std::vector<PartPanel::Line>& PartPanel::lines() const { return bars_->lines(); }

QString PartPanel::state() const { return state_->text(); }

PartBars::PartBars(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void PartBars::setLines(std::vector<PartPanel::Line> lines)
{
    lines_ = std::move(lines);
    QStringList said;
    for (const PartPanel::Line& line : lines_)
        said << QStringLiteral("%1: %2, %3").arg(line.name, line.count, line.note);
    setAccessibleName(said.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

QSize PartBars::sizeHint() const
{
    return {theme_.px(600), theme_.px(LineHeight) * std::max(static_cast<int>(lines_.size()), 1)};
}

void PartBars::paintEvent(QPaintEvent*)
{
    const Tokens& t = theme_.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme_.font(TextRole::Body));
    const int height = theme_.px(LineHeight), left = theme_.px(BarLeft);
    const int right = width() - theme_.px(NoteWidth);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const PartPanel::Line& line = lines_[i];
        const int top = static_cast<int>(i) * height;
        const auto write = [&](const QRect& box, const QString& text, const QColor& ink, int side) {
            painter.setPen(ink);
            painter.drawText(box, side | Qt::AlignVCenter,
                             painter.fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
        };
        write({0, top, theme_.px(CountRight - 70), height}, line.name, t.inkHigh, Qt::AlignLeft);
        write({theme_.px(CountRight - 68), top, theme_.px(68), height}, line.count, t.inkHigh,
              Qt::AlignRight);
        const QRectF bar(left, top + height / 2.0 - 3, std::max(right - left, 1), 6);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.raised);
        painter.drawRoundedRect(bar, 2, 2);
        if (line.share > 0) {
            painter.setBrush(t.inkMid);
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * std::min(line.share, 1.0), 6),
                                    2, 2);
        }
        write({right + theme_.px(12), top, width() - right - theme_.px(12), height}, line.note,
              line.bad ? t.p2Ink : t.inkLow, Qt::AlignRight);
    }
}

}  // namespace holdpoint::ui::rollout
