// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/icons.h"

#include "core/base/check.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <cmath>
#include <map>
#include <tuple>

namespace holdpoint::ui {
namespace {

QString pathOf(const QString& name) { return QStringLiteral(":/icons/") + name; }

/// Asks for its pixmap when it is painted: so it has the colour of the theme and the pixels of the screen of then.
class Engine final : public QIconEngine {
public:
    Engine(const Icons& icons, QString name, std::function<QColor(QIcon::Mode)> color)
        : icons_(icons), name_(std::move(name)), color_(std::move(color))
    {}
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const int px = std::min(rect.width(), rect.height());
        const QPixmap drawn = icons_.pixmap(name_, color_(mode), px, painter->device()->devicePixelRatioF());
        painter->drawPixmap(rect.x() + (rect.width() - px) / 2, rect.y() + (rect.height() - px) / 2, drawn);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const int px = std::min(size.width(), size.height());
        return icons_.pixmap(name_, color_(mode), static_cast<int>(std::lround(px / scale)), scale);
    }
    [[nodiscard]] QIconEngine* clone() const override { return new Engine(icons_, name_, color_); }

private:
    const Icons& icons_;
    QString name_;
    std::function<QColor(QIcon::Mode)> color_;
};

}  // namespace

const QColor& colorOf(const Tokens& tokens, Ink ink)
{
    switch (ink) {
    case Ink::High: return tokens.inkHigh;
    case Ink::Mid: return tokens.inkMid;
    case Ink::Low: return tokens.inkLow;
    }
    return tokens.inkHigh;
}

struct Icons::Cache {
    using Key = std::tuple<QString, QRgb, int>;  ///< name, colour, pixels
    QSvgRenderer& drawing(const QString& name)
    {
        auto& renderer = drawings[name];
        if (!renderer) {
            renderer = std::make_unique<QSvgRenderer>(pathOf(name));
            HP_CHECK(renderer->isValid());
        }
        return *renderer;
    }
    std::map<QString, std::unique_ptr<QSvgRenderer>> drawings;
    std::map<Key, QPixmap> pixmaps;
};

Icons::Icons(const Theme& theme) : theme_(theme), cache_(std::make_unique<Cache>()) {}

Icons::~Icons() = default;

bool Icons::exists(const QString& name) { return QFile::exists(pathOf(name)); }

QIcon Icons::icon(const QString& name, Ink ink) const
{
    return QIcon(new Engine(*this, name, [this, ink](QIcon::Mode mode) {
        return mode == QIcon::Disabled ? theme_.tokens().inkLow : colorOf(theme_.tokens(), ink);
    }));
}

QIcon Icons::icon(const QString& name, const QColor& color) const
{
    return QIcon(new Engine(*this, name, [color](QIcon::Mode) { return color; }));
}

QPixmap Icons::pixmap(const QString& name, const QColor& color, int px, qreal dpr) const
{
    const int pixels = std::max(1, static_cast<int>(std::lround(px * dpr)));
    QPixmap& kept = cache_->pixmaps[{name, color.rgba(), pixels}];
    if (kept.isNull()) {
        kept = QPixmap(pixels, pixels);
        kept.fill(Qt::transparent);
        QPainter painter(&kept);
        cache_->drawing(name).render(&painter, QRectF(0, 0, pixels, pixels));
        // The drawing says where ink is, the theme which.
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(kept.rect(), color);
    }
    QPixmap result = kept;
    result.setDevicePixelRatio(dpr);
    return result;
}

}  // namespace holdpoint::ui
