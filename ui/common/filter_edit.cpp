// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/filter_edit.h"

#include "ui/common/command_button.h"
#include "ui/common/own_font.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextBlock>
#include <QTextLayout>

namespace holdpoint::ui {
namespace {

constexpr int ChipPadding = 6;

}  // namespace

FilterEdit::FilterEdit(const Theme& theme, QWidget* parent)
    : QPlainTextEdit(parent),
      theme_(theme),
      complete_([](const QString& prefix) { return completeFilterWord(prefix); }),
      completer_(new QCompleter(this)),
      words_(new QStringListModel(this))
{
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setMaximumBlockCount(1);
    completer_->setModel(words_);
    completer_->setWidget(this);
    completer_->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    connect(completer_, qOverload<const QString&>(&QCompleter::activated), this, &FilterEdit::accept);
    connect(&theme, &Theme::changed, this, &FilterEdit::resizeToTheme);
    resizeToTheme();
}

void FilterEdit::resizeToTheme()
{
    setOwnFont(this, theme_.font(TextRole::Body));
    const QString style = QStringLiteral("QPlainTextEdit { background: %1; padding: 0 4px; }")
                              .arg(theme_.tokens().raised.name());
    if (styleSheet() != style)
        setStyleSheet(style);
    document()->setDocumentMargin(theme_.px(ChipPadding));
    const int height = theme_.px(32);
    const int gap = std::max(0, (height - QFontMetrics(font()).height()) / 2 - 1 - theme_.px(ChipPadding));
    setViewportMargins(0, gap, keyHintWidth(theme_, QStringLiteral("/")) + theme_.px(8), 0);
    setFixedHeight(height);
    update();
}

QString FilterEdit::line() const { return toPlainText().simplified().isEmpty() ? QString() : toPlainText(); }

void FilterEdit::setLine(const QString& text)
{
    QString line = text;
    setPlainText(line.replace(QLatin1Char('\n'), QLatin1Char(' ')));
    moveCursor(QTextCursor::End);
}

void FilterEdit::setTerms(std::vector<Span> terms, std::optional<Span> wrong)
{
    terms_ = std::move(terms);
    wrong_ = wrong;
    formatTerms();
    viewport()->update();
}

// Chips need room: the spaces beside them grow, the text stays as it was written.
void FilterEdit::formatTerms()
{
    const QString text = toPlainText();
    QList<QTextLayout::FormatRange> ranges;
    const auto add = [&](int from, int length) -> QTextCharFormat& {
        ranges.append({from, length, {}});
        return ranges.last().format;
    };
    for (const Span& term : terms_) {
        QTextCharFormat& format = add(term.from, term.length);
        format.setFontWeight(QFont::DemiBold);
        format.setForeground(term.strong ? theme_.tokens().accent : theme_.tokens().inkMid);
        const int after = term.from + term.length;
        if (after < text.size() && text[after].isSpace()) {
            QTextCharFormat& gap = add(after, 1);
            gap.setFontLetterSpacingType(QFont::AbsoluteSpacing);
            gap.setFontLetterSpacing(theme_.px(2 * ChipPadding + 2));
        }
    }
    const QSignalBlocker quiet(this);  // another look is no other text
    document()->firstBlock().layout()->setFormats(ranges);
    document()->markContentsDirty(0, static_cast<int>(text.size()));
}

QRectF FilterEdit::boxOf(const Span& span) const
{
    const QTextBlock block = document()->firstBlock();
    const QTextLayout* layout = block.layout();
    if (layout == nullptr || layout->lineCount() == 0)
        return {};
    const QTextLine line = layout->lineAt(0);
    const QPointF offset = contentOffset() + blockBoundingGeometry(block).topLeft();
    const qreal left = line.cursorToX(span.from);
    const qreal right = line.cursorToX(span.from + std::max(1, span.length));
    const QString text = block.text();
    const int end = span.from + span.length;
    const int before = span.from == 0 || text[span.from - 1].isSpace() ? theme_.px(ChipPadding) : 1;
    const int after = end >= text.size() || text[end].isSpace() ? theme_.px(ChipPadding) : 1;
    return {offset.x() + left - before, offset.y() - theme_.px(3),
            std::max(6.0, right - left) + before + after, line.height() + theme_.px(6)};
}

void FilterEdit::paintEvent(QPaintEvent* event)
{
    {
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        for (const Span& term : terms_) {
            painter.setBrush(term.strong ? theme_.tokens().accentFill : theme_.tokens().line);
            painter.drawRoundedRect(boxOf(term), 3, 3);
        }
        painter.setPen(Qt::NoPen);
        if (wrong_) {  // a wave would need colour to be seen; a box and a line below do not
            const QRectF box = boxOf(*wrong_);
            painter.setBrush(theme_.tokens().p2Wash);
            painter.drawRoundedRect(box, 3, 3);
            painter.fillRect(QRectF(box.left(), box.bottom() - 2, box.width(), 2), theme_.tokens().p2Ink);
        }
    }
    QPlainTextEdit::paintEvent(event);
}

void FilterEdit::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (completer_->popup()->isVisible() &&
        (enter || event->key() == Qt::Key_Escape || event->key() == Qt::Key_Tab))
        return event->ignore();  // the popup's
    if (enter || event->key() == Qt::Key_Escape) {
        emit left(enter);
        return;
    }
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        if (event->key() == Qt::Key_Down)
            offer();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
    if (!event->text().isEmpty())
        offer();
}

void FilterEdit::insertFromMimeData(const QMimeData* source)
{
    QString text = source->text();
    for (QChar& c : text)
        if (c == QLatin1Char('\n') || c == QLatin1Char('\r') || c == QChar::ParagraphSeparator)
            c = QLatin1Char(' ');
    insertPlainText(text);
}

void FilterEdit::focusInEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusInEvent(event);
    completer_->setWidget(this);
}

void FilterEdit::focusOutEvent(QFocusEvent* event)
{
    if (event->reason() != Qt::PopupFocusReason)
        completer_->popup()->hide();
    QPlainTextEdit::focusOutEvent(event);
}

QString FilterEdit::wordBeforeCursor() const
{
    const QString before = toPlainText().left(textCursor().position());
    qsizetype from = before.size();
    while (from > 0 && !before[from - 1].isSpace() && before[from - 1] != QLatin1Char('(') &&
           !(before[from - 1] == QLatin1Char('-') && (from == 1 || before[from - 2].isSpace())))
        --from;
    return before.mid(from);
}

void FilterEdit::offer()
{
    const QString word = wordBeforeCursor();
    const QStringList words = word.isEmpty() ? QStringList() : complete_(word);
    if (words.isEmpty() || (words.size() == 1 && words.first() == word))
        return completer_->popup()->hide();
    words_->setStringList(words);
    QRect at = cursorRect();
    at.translate(viewport()->pos());
    at.setWidth(theme_.px(260));
    completer_->popup()->setFont(theme_.font(TextRole::TableCompact));
    completer_->complete(at);
}

void FilterEdit::accept(const QString& word)
{
    QTextCursor cursor = textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor,
                        static_cast<int>(wordBeforeCursor().size()));
    cursor.insertText(word.endsWith(QLatin1Char(':')) ? word : word + QLatin1Char(' '));
    setTextCursor(cursor);
}

}  // namespace holdpoint::ui
