// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/vocabulary.h"

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

#include <memory>

namespace holdpoint::ui {

/// The colours of one theme by what they are for. Hue is kept for priorities, the two paths and focus: what is normal
/// is grey.
struct Tokens {
    QColor window, content, raised;  ///< three surfaces, back to front
    QColor line;                     ///< rules
    QColor inkHigh, inkMid, inkLow;  ///< values, labels, hints
    QColor accent;                   ///< focus, link, selection edge
    QColor accentFill;               ///< of a selected row or the one preferred button
    QColor p1Fill, p1On, p2Fill, p2On, p3Fill, p3On;
    QColor p1Ink, p2Ink, p3Ink;  ///< a breached number beside its glyph
    QColor p1Wash, p2Wash;       ///< behind a chip
    QColor p2Edge, p3Edge;       ///< of a fill that is too light for its surface; invalid: none
    QColor pathNew, pathLegacy;  ///< the two paths, everywhere

    [[nodiscard]] QColor fill(Priority priority) const;
    [[nodiscard]] QColor ink(Priority priority) const;
};

enum class ThemeName { Dark, Light };
enum class TextRole { Caption, TableCompact, Body, Mono, MonoSmall, Section, Title, Metric };
enum class Density { Compact, Standard, Comfortable };

class Icons;

/// Colours, fonts and sizes of the window. One per application, owned by `main`, handed down by reference. GUI thread.
class Theme final : public QObject {
    Q_OBJECT

public:
    Theme();
    ~Theme() override;

    [[nodiscard]] const Tokens& tokens() const noexcept { return tokens_; }
    [[nodiscard]] ThemeName name() const noexcept { return name_; }
    [[nodiscard]] int textPercent() const noexcept { return textPercent_; }
    [[nodiscard]] Density density() const noexcept { return density_; }
    [[nodiscard]] bool reducedMotion() const noexcept { return reducedMotion_; }

    void setName(ThemeName name);
    /// 90 to 160; anything else is brought into that range.
    void setTextPercent(int percent);
    void setDensity(Density density);
    void setReducedMotion(bool reduced);

    /// A font of the design scale at the present text size.
    [[nodiscard]] QFont font(TextRole role) const;
    /// Our drawings, in the colours of this theme.
    [[nodiscard]] const Icons& icons() const noexcept { return *icons_; }
    /// A length of the 4 px grid, grown with the text.
    [[nodiscard]] int px(int designPixels) const { return designPixels * textPercent_ / 100; }
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] QPalette palette() const;
    /// For the application: short, scoped by object name or class, none for item views.
    [[nodiscard]] QString styleSheet() const;
    /// Sets style, palette, font and style sheet of the application.
    void apply() const;

signals:
    /// After colours, sizes or density have changed and been applied.
    void changed();

private:
    void refresh();

    Tokens tokens_;
    ThemeName name_ = ThemeName::Dark;
    int textPercent_ = 100;
    Density density_ = Density::Standard;
    bool reducedMotion_ = false;
    std::unique_ptr<Icons> icons_;
};

}  // namespace holdpoint::ui
