// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/filter_field.h"

#include "ui/common/command_button.h"
#include "ui/common/filter_edit.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace holdpoint::ui {
namespace {

/// Positions of the parser are bytes; those of the editor UTF-16 units.
int toChars(const QByteArray& utf8, std::size_t bytes)
{
    return static_cast<int>(QString::fromUtf8(utf8.left(static_cast<qsizetype>(bytes))).size());
}

FilterEdit::Span spanOf(const QByteArray& utf8, std::size_t at, std::size_t length, bool strong)
{
    const int from = toChars(utf8, at);
    return {from, toChars(utf8, at + length) - from, strong};
}

void collect(const search::Node& node, const QByteArray& utf8, std::vector<FilterEdit::Span>& spans)
{
    if (node.kind == search::Node::Kind::Term && node.term.field != search::Field::Any)
        spans.push_back(spanOf(utf8, node.term.at, node.term.length, true));
    for (const search::Node& child : node.children)
        collect(child, utf8, spans);
}

/// `sort:` terms are taken out of the tree: found by what is written.
void collectSort(const QString& text, std::vector<FilterEdit::Span>& spans)
{
    for (qsizetype at = text.indexOf(QLatin1String("sort:")); at >= 0;
         at = text.indexOf(QLatin1String("sort:"), at + 5)) {
        qsizetype end = at;
        while (end < text.size() && !text[end].isSpace())
            ++end;
        if (at == 0 || text[at - 1].isSpace())
            spans.push_back({static_cast<int>(at), static_cast<int>(end - at), false});
    }
}

/// The "/" at the right end: how one gets here.
class KeyHint final : public QWidget {
public:
    KeyHint(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        parent->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Resize) {
            const int width = keyHintWidth(theme_, QStringLiteral("/")) + theme_.px(8);
            setGeometry(parentWidget()->width() - width, 0, width, parentWidget()->height());
        }
        return false;
    }
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintKeyHint(painter, rect().adjusted(0, 0, -theme_.px(8), 0), theme_, QStringLiteral("/"));
    }

private:
    const Theme& theme_;
};

QString reasonOf(search::Fault fault, const QString& part)
{
    using search::Fault;
    switch (fault) {
    case Fault::UnknownField: return FilterField::tr("There is no field “%1”.").arg(part);
    case Fault::UnknownWord: return FilterField::tr("“%1” is no value of that field.").arg(part);
    case Fault::MissingField: return FilterField::tr("The name of a field is missing before “%1”.").arg(part);
    case Fault::MissingTerm: return FilterField::tr("Something is missing beside AND, OR, NOT or −.");
    case Fault::MissingValue: return FilterField::tr("A value is missing.");
    case Fault::UnclosedQuote: return FilterField::tr("A quotation mark is not closed.");
    case Fault::UnclosedParenthesis: return FilterField::tr("A parenthesis is not closed.");
    case Fault::StrayParenthesis: return FilterField::tr("A parenthesis is closed that was not opened.");
    case Fault::BadNumber: return FilterField::tr("“%1” is no number.").arg(part);
    case Fault::BadDuration:
        return FilterField::tr("“%1” is no length of time: write 10m, 2h or 1d.").arg(part);
    case Fault::BadTime:
        return FilterField::tr("“%1” is no time: write 14:00, today or 2026-11-18T14:00Z.").arg(part);
    case Fault::BadRegex: return FilterField::tr("“%1” is no regular expression.").arg(part);
    case Fault::WrongOperator: return FilterField::tr("That comparison does not go with this field.");
    case Fault::SortInside: return FilterField::tr("sort: stands alone, outside of parentheses, OR and NOT.");
    case Fault::TooDeep: return FilterField::tr("Too many parentheses inside one another.");
    case Fault::TooLong: return FilterField::tr("The filter is too long.");
    }
    return FilterField::tr("The filter cannot be read.");
}

}  // namespace

QString sentence(const search::ParseError& error, const QString& text)
{
    const FilterEdit::Span span = spanOf(text.toUtf8(), error.at, error.length, false);
    QString reason = reasonOf(error.fault, text.mid(span.from, std::max(1, span.length)));
    if (!error.nearest.empty())
        reason += QLatin1Char(' ') +
                  FilterField::tr("Did you mean “%1”?").arg(QString::fromStdString(error.nearest));
    return reason;
}

QStringList completeFilterWord(const QString& prefix, search::Searched list)
{
    const QByteArray utf8 = prefix.toUtf8();
    const auto size = static_cast<std::size_t>(utf8.size());
    const search::Completion completion = search::complete({utf8.constData(), size}, size, list);
    const QString before = QString::fromUtf8(utf8.left(static_cast<qsizetype>(completion.at)));
    QStringList words;
    for (const search::Suggestion& suggestion : completion.suggestions)
        words << before + QString::fromStdString(suggestion.text);
    return words;
}

FilterField::FilterField(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      edit_(new FilterEdit(theme, this)),
      complaint_(plainLabel(theme, {}, TextRole::Caption, Ink::Mid))
{
    setObjectName(QStringLiteral("filterField"));
    edit_->setObjectName(QStringLiteral("filterEdit"));
    complaint_->setObjectName(QStringLiteral("filterComplaint"));
    edit_->setAccessibleName(tr("Filter"));
    new KeyHint(theme, edit_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(2));
    column->addWidget(edit_);
    column->addWidget(complaint_);
    complaint_->hide();
    setFocusProxy(edit_);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    debounce_.setSingleShot(true);
    debounce_.setInterval(30);
    connect(&debounce_, &QTimer::timeout, this, &FilterField::tell);
    connect(edit_, &QPlainTextEdit::textChanged, this, [this] {
        look();
        debounce_.start();
    });
    connect(edit_, &FilterEdit::left, this, [this](bool entered) {
        tell();
        if (list_ != nullptr && (valid_ || !entered))  // else what is typed next mends it, and is no command
            list_->setFocus();
    });
}

QString FilterField::text() const { return edit_->line(); }

void FilterField::setText(const QString& text)
{
    if (text != edit_->line())
        edit_->setLine(text);
    look();
    tell();
}

void FilterField::setPlaceholder(const QString& text) { edit_->setPlaceholderText(text); }

void FilterField::setCompleter(Completer completer) { edit_->setCompleter(std::move(completer)); }

void FilterField::setSearched(search::Searched list)
{
    setCompleter([list](const QString& prefix) { return completeFilterWord(prefix, list); });
}

void FilterField::setComplaint(const QString& sentence) { showComplaint(sentence); }

QString FilterField::complaint() const { return complaint_->text(); }

void FilterField::setList(QWidget* list) { list_ = list; }

void FilterField::focusIt()
{
    edit_->setFocus(Qt::ShortcutFocusReason);
    edit_->selectAll();
}

void FilterField::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        edit_->setAccessibleName(tr("Filter"));
        look();
    }
    QWidget::changeEvent(event);
}

void FilterField::showComplaint(const QString& text)
{
    complaint_->setText(text);
    complaint_->setVisible(!text.isEmpty());
    edit_->setAccessibleDescription(text);
}

void FilterField::look()
{
    const QString text = edit_->line();
    const QByteArray utf8 = text.toUtf8();
    const auto query = search::parse({utf8.constData(), static_cast<std::size_t>(utf8.size())});
    valid_ = query.has_value();
    std::vector<FilterEdit::Span> spans;
    if (query) {
        collect(query->root, utf8, spans);
        collectSort(text, spans);
        edit_->setTerms(std::move(spans), {});
        return showComplaint({});
    }
    const auto& error = query.error();
    edit_->setTerms({}, spanOf(utf8, error.at, error.length, false));
    showComplaint(sentence(error, text));
}

void FilterField::tell()
{
    debounce_.stop();
    if (!valid_ || (everTold_ && told_ == edit_->line()))
        return;
    everTold_ = true;
    told_ = edit_->line();
    emit queryChanged(told_);
}

}  // namespace holdpoint::ui
