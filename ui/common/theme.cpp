// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include "ui/common/icons.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyleFactory>
#include <QToolTip>

#include <algorithm>
#include <array>

// Has to be outside of every namespace.
static void initResources() { Q_INIT_RESOURCE(holdpoint); }

namespace holdpoint::ui {
namespace {

Tokens darkTokens()
{
    Tokens t;
    t.window = 0x14171A, t.content = 0x1B1F23, t.raised = 0x23282D;
    t.line = 0x343B42;
    t.inkHigh = 0xE6E9EC, t.inkMid = 0xA9B1B9, t.inkLow = 0x8A939D;
    t.accent = 0x6CB6FF, t.accentFill = 0x23384B;
    t.p1Fill = 0xD92D3A, t.p1On = 0xFFFFFF, t.p2Fill = 0xFF9A1F, t.p2On = 0x14171A, t.p3Fill = 0xFFF0A3,
    t.p3On = 0x14171A;
    t.p1Ink = 0xFF7A80, t.p2Ink = 0xFFA940, t.p3Ink = 0xFFE98A;
    t.p1Wash = 0x3E1F24, t.p2Wash = 0x40301B;
    t.pathNew = 0x5AB4F0, t.pathLegacy = 0xD5D9DD;
    return t;
}

Tokens lightTokens()
{
    Tokens t;
    t.window = 0xF3F4F6, t.content = 0xFFFFFF, t.raised = 0xE8EBEE;
    t.line = 0xC9CED3;
    t.inkHigh = 0x15191D, t.inkMid = 0x4A535C, t.inkLow = 0x626B74;
    t.accent = 0x0B5CAD, t.accentFill = 0xDFEAF5;
    t.p1Fill = 0xB3121D, t.p1On = 0xFFFFFF, t.p2Fill = 0xFF9A1F, t.p2On = 0x15191D, t.p3Fill = 0xFFF0A3,
    t.p3On = 0x15191D;
    t.p1Ink = 0xB3121D, t.p2Ink = 0x8F4700, t.p3Ink = 0x6B5800;
    t.p1Wash = 0xF9E3E5, t.p2Wash = 0xFBEBD6;
    t.p2Edge = 0x8F4700, t.p3Edge = 0x7A6400;
    t.pathNew = 0x0072B2, t.pathLegacy = 0x3B434B;
    return t;
}

struct Type {
    int px;
    int weight;
    bool mono;
};
Type typeOf(TextRole role)
{
    switch (role) {
    case TextRole::Caption: return {11, QFont::Normal, false};
    case TextRole::TableCompact: return {12, QFont::Normal, false};
    case TextRole::Body: return {13, QFont::Normal, false};
    case TextRole::Mono: return {12, QFont::Normal, true};
    case TextRole::MonoSmall: return {11, QFont::Normal, true};
    case TextRole::Section: return {13, QFont::DemiBold, false};
    case TextRole::Title: return {18, QFont::DemiBold, false};
    case TextRole::Metric: return {26, QFont::DemiBold, false};
    }
    return {13, QFont::Normal, false};
}

// %1 window %2 content %3 raised %4 line %5 ink high %6 ink mid %7 ink low %8 accent %9 accent fill, @ the theme
constexpr const char* FrameSheet = R"(
QMainWindow, QDialog { background: %1; }
QToolTip { background: %3; color: %5; border: 1px solid %4; padding: 4px; }
QMenuBar { background: %2; color: %6; border-bottom: 1px solid %4; }
QMenuBar::item { padding: 4px 8px; background: transparent; }
QMenuBar::item:selected { background: %3; color: %5; }
QMenu { background: %2; border: 1px solid %4; padding: 4px 0; }
QMenu::item { padding: 4px 24px 4px 16px; }
QMenu::item:selected { background: %9; color: %5; }
QMenu::item:disabled { color: %7; }
QMenu::separator { height: 1px; background: %4; margin: 4px 0; }
QFrame[panel="true"] { background: %2; border: 1px solid %4; border-radius: 3px; }
QFrame[rule="true"] { background: %4; border: none; max-height: 1px; min-height: 1px; }
QFrame[uprule="true"] { background: %4; border: none; max-width: 1px; min-width: 1px; }
QLabel { background: transparent; }
QLabel[ink="mid"] { color: %6; }
QLabel[ink="low"] { color: %7; }
QWidget[surface="content"] { background: %2; }
QWidget[surface="raised"] { background: %3; }
)";
constexpr const char* ControlsSheet = R"(
QPushButton { background: %3; color: %5; border: 1px solid %4; border-radius: 3px; padding: 5px 12px; }
QPushButton:hover { border-color: %7; }
QPushButton:focus { border: 2px solid %8; padding: 4px 11px; }
QPushButton:pressed { background: %4; }
QPushButton:disabled { color: %7; background: %2; }
QPushButton[preferred="true"] { background: %9; border-color: %8; }
QPushButton[preferred="true"]:disabled { color: %7; background: %2; border-color: %4; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; color: %8; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox { background: %2; color: %5; border: 1px solid %4; border-radius: 3px; padding: 4px 8px; selection-background-color: %9; selection-color: %5; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid %8; padding: 3px 7px; }
QComboBox QAbstractItemView { background: %2; border: 1px solid %4; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(:/control/down-@); width: 12px; height: 12px; }
QSpinBox::up-button, QSpinBox::down-button { background: transparent; border: none; width: 18px; }
QSpinBox::up-arrow { image: url(:/control/up-@); width: 10px; height: 10px; }
QSpinBox::down-arrow { image: url(:/control/down-@); width: 10px; height: 10px; }
QProgressBar { background: %3; border: none; border-radius: 2px; max-height: 6px; }
QProgressBar::chunk { background: %8; border-radius: 2px; }
QCheckBox, QRadioButton { background: transparent; spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid %7; background: %2; }
QCheckBox::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked { background: %8; border-color: %8; image: url(:/control/check-@); }
QRadioButton::indicator:checked { background: %2; border: 5px solid %8; width: 6px; height: 6px; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: %8; }
)";
constexpr const char* ListsSheet = R"(
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: %7; border: none; border-bottom: 1px solid %4; padding: 5px 8px; }
QTableView, QTreeView { background: transparent; border: none; outline: none; }
QListView { background: %2; border: none; outline: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: %4; border-radius: 4px; min-height: 24px; min-width: 24px; margin: 1px; }
QScrollBar::handle:hover { background: %7; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: %4; }
QSplitter[gap="true"]::handle { background: transparent; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QTabBar::tab { background: transparent; color: %6; padding: 8px 10px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: %5; border-bottom: 2px solid %8; }
QTabBar::tab:focus { color: %8; }
QTabWidget::pane { border: none; border-top: 1px solid %4; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
)";

}  // namespace

QColor Tokens::fill(Priority priority) const
{
    switch (priority) {
    case Priority::P1: return p1Fill;
    case Priority::P2: return p2Fill;
    case Priority::P3: return p3Fill;
    case Priority::P4: return {};
    }
    return {};
}

QColor Tokens::ink(Priority priority) const
{
    switch (priority) {
    case Priority::P1: return p1Ink;
    case Priority::P2: return p2Ink;
    case Priority::P3: return p3Ink;
    case Priority::P4: return inkMid;
    }
    return inkMid;
}

Theme::Theme() : tokens_(darkTokens()), icons_(std::make_unique<Icons>(*this))
{
    initResources();
    for (const char* face : {"sans-regular", "sans-medium", "sans-semibold", "mono-regular", "mono-medium"})
        QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/") + QLatin1String(face));
}

Theme::~Theme() = default;

void Theme::setName(ThemeName name)
{
    name_ = name;
    tokens_ = name == ThemeName::Dark ? darkTokens() : lightTokens();
    refresh();
}

void Theme::setTextPercent(int percent)
{
    textPercent_ = std::clamp(percent, 90, 160);
    refresh();
}

void Theme::setDensity(Density density)
{
    density_ = density;
    refresh();
}

void Theme::setReducedMotion(bool reduced)
{
    reducedMotion_ = reduced;
    refresh();
}

QFont Theme::font(TextRole role) const
{
    const Type type = typeOf(role);
    QFont font(type.mono ? QStringLiteral("IBM Plex Mono") : QStringLiteral("IBM Plex Sans"));
    font.setPixelSize(px(type.px));
    font.setWeight(static_cast<QFont::Weight>(type.weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

int Theme::rowHeight() const
{
    switch (density_) {
    case Density::Compact: return px(22);
    case Density::Standard: return px(28);
    case Density::Comfortable: return px(34);
    }
    return px(28);
}

QPalette Theme::palette() const
{
    const Tokens& t = tokens_;
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::WindowText, t.inkHigh);
    p.setColor(QPalette::Base, t.content);
    p.setColor(QPalette::AlternateBase, t.raised);
    p.setColor(QPalette::Text, t.inkHigh);
    p.setColor(QPalette::PlaceholderText, t.inkLow);
    p.setColor(QPalette::Button, t.raised);
    p.setColor(QPalette::ButtonText, t.inkHigh);
    p.setColor(QPalette::BrightText, t.inkHigh);
    p.setColor(QPalette::ToolTipBase, t.raised);
    p.setColor(QPalette::ToolTipText, t.inkHigh);
    p.setColor(QPalette::Highlight, t.accentFill);
    p.setColor(QPalette::HighlightedText, t.inkHigh);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::Light, t.line);
    p.setColor(QPalette::Midlight, t.line);
    p.setColor(QPalette::Mid, t.line);
    p.setColor(QPalette::Dark, t.line);
    p.setColor(QPalette::Shadow, t.window);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.inkLow);
    return p;
}

QString Theme::styleSheet() const
{
    QString sheet = QLatin1String(FrameSheet) + QLatin1String(ControlsSheet) + QLatin1String(ListsSheet);
    const Tokens& t = tokens_;
    const std::array colors{t.window, t.content, t.raised, t.line,      t.inkHigh,
                            t.inkMid, t.inkLow,  t.accent, t.accentFill};
    // Not QString::arg: it fills the lowest number that is there, and not every colour is.
    for (std::size_t i = 0; i < colors.size(); ++i)
        sheet.replace(QLatin1Char('%') + QString::number(i + 1), colors[i].name());
    return sheet.replace(QLatin1Char('@'),
                         name_ == ThemeName::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
}

void Theme::apply() const
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(palette());
    QApplication::setFont(font(TextRole::Body));
    QToolTip::setFont(font(TextRole::TableCompact));
    if (auto* application = qobject_cast<QApplication*>(QCoreApplication::instance()))
        application->setStyleSheet(styleSheet());
}

void Theme::refresh()
{
    apply();
    emit changed();
}

}  // namespace holdpoint::ui
