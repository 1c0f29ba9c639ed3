// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/contract_view.h"

#include "ui/common/labels.h"
#include "ui/common/own_font.h"
#include "ui/text/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace holdpoint::ui::exceptions {
namespace {

constexpr qsizetype LongestField = 400;

QPushButton* flatButton(const QString& name, QWidget* parent)
{
    auto* button = new QPushButton(parent);
    button->setObjectName(name);
    return button;
}

void inkAsFailure(QLabel* label, const Theme& theme)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, theme.tokens().p1Ink);
    label->setPalette(palette);
    label->setMargin(theme.px(4));
}

}  // namespace

ContractView::ContractView(Context& context, QWidget* parent) : QWidget(parent), context_(context)
{
    setObjectName(QStringLiteral("contract"));
    const Theme& theme = context.theme;
    auto* all = new QVBoxLayout(this);
    // The band below goes to the edges; the words keep the margin of the pane.
    all->setContentsMargins(theme.px(16), 0, theme.px(16), 0);
    all->setSpacing(theme.px(4));
    where_ = plainLabel(theme, {}, TextRole::Mono, Ink::Mid, this);
    pointer_ = plainLabel(theme, {}, TextRole::Mono, Ink::Low, this);
    pointer_->setObjectName(QStringLiteral("contractPath"));
    expected_ = plainLabel(theme, {}, TextRole::Mono, Ink::High, this);
    expected_->setObjectName(QStringLiteral("contractExpected"));
    got_ = plainLabel(theme, {}, TextRole::Mono, Ink::High, this);
    got_->setObjectName(QStringLiteral("contractGot"));
    since_ = plainLabel(theme, {}, TextRole::TableCompact, Ink::Mid, this);
    owner_ = plainLabel(theme, {}, TextRole::TableCompact, Ink::Mid, this);
    for (QLabel* label : {where_, expected_, got_, since_, owner_}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    pointer_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* rule = new QHBoxLayout;
    rule->setSpacing(theme.px(12));
    rule->addWidget(pointer_);
    rule->addWidget(expected_, 1);
    all->addWidget(where_);
    all->addLayout(rule);
    for (QLabel* label : {got_, since_, owner_})
        all->addWidget(label);
    auto* row = new QHBoxLayout;
    others_ = flatButton(QStringLiteral("contractOthers"), this);
    payload_ = flatButton(QStringLiteral("contractPayload"), this);
    copy_ = flatButton(QStringLiteral("contractCopy"), this);
    for (QPushButton* button : {others_, payload_, copy_})
        row->addWidget(button);
    row->addStretch();
    all->addLayout(row);
    payloadState_ = plainLabel(theme, {}, TextRole::TableCompact, Ink::Low, this);
    raw_ = new QPlainTextEdit(this);
    raw_->setObjectName(QStringLiteral("contractRaw"));
    raw_->setReadOnly(true);
    raw_->setTabChangesFocus(true);
    raw_->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    raw_->setFixedHeight(theme.px(200));
    all->addWidget(payloadState_);
    all->addWidget(raw_);
    connect(others_, &QPushButton::clicked, this, &ContractView::othersWanted);
    connect(copy_, &QPushButton::clicked, this, &ContractView::copyWanted);
    connect(payload_, &QPushButton::clicked, this, &ContractView::fetchPayload);
    connect(&theme, &Theme::changed, this, &ContractView::refresh);
    refresh();
}

void ContractView::show(const std::optional<session::ContractFailure>& failure)
{
    const bool same = failure && failure_ && failure->payload == failure_->payload;
    failure_ = failure;
    if (!same) {
        payloadState_->hide();
        raw_->hide();
        raw_->clear();
    }
    refresh();
}

void ContractView::refresh()
{
    setVisible(failure_.has_value());
    others_->setText(failure_ && failure_->others > 0
                         ? tr("%n other order(s)", nullptr, static_cast<int>(failure_->others))
                         : tr("No other order"));
    payload_->setText(tr("Show the answer"));
    copy_->setText(tr("Copy evidence"));
    copy_->setAccessibleDescription(tr("As Markdown"));
    inkAsFailure(got_, context_.theme);
    setOwnFont(raw_, context_.theme.font(TextRole::MonoSmall));
    if (!failure_)
        return;
    const session::ContractFailure& f = *failure_;
    const Format& format = context_.format;
    where_->setText(tr("%1.%2 response, contract v%3 → observed %4")
                        .arg(outside(f.vendor, 60), outside(f.operation, 60))
                        .arg(f.version)
                        .arg(format.clock(f.seen)));
    pointer_->setText(outside(f.breach.pointer, 80));
    expected_->setText(tr("expected %1").arg(outside(f.breach.expected, LongestField)));
    const QString got = outside(f.breach.got, LongestField);
    got_->setText(QStringLiteral("− ") + (got.isEmpty() ? tr("missing") : tr("got %1").arg(got)));
    since_->setText(tr("First seen %1.").arg(format.dateTime(f.firstSeen)));
    owner_->setText(f.owner.empty() ? tr("No owner is named for this integration.")
                                    : tr("Owner: %1").arg(outside(f.owner, 60)));
    others_->setEnabled(f.others > 0);
    const bool kept = f.payload != Hash{};
    payload_->setEnabled(kept);
    payload_->setAccessibleDescription(kept ? QString() : tr("The answer was not kept."));
    payload_->setText(kept ? tr("Show the answer") : tr("Answer not kept"));
}

void ContractView::fetchPayload()
{
    if (!failure_)
        return;
    payloadState_->setText(context_.client.isAttached() ? tr("Fetching the kept answer …")
                                                        : tr("Not connected: the answer cannot be fetched."));
    payloadState_->show();
    const Hash wanted = failure_->payload;
    context_.client.ask(session::AskPayload{wanted}, this, [this, wanted](const session::Answer& answer) {
        if (!failure_ || failure_->payload != wanted)
            return;
        if (const auto* bytes = std::get_if<std::vector<std::byte>>(&answer))
            showPayload(*bytes);
        else if (const auto* error = std::get_if<Error>(&answer))
            payloadState_->setText(sentence(*error));
    });
}

void ContractView::showPayload(const std::vector<std::byte>& bytes)
{
    const std::size_t shown = std::min(bytes.size(), MostPayload);
    QString text =
        QString::fromUtf8(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(shown));
    for (QChar& c : text)
        if (c != QLatin1Char('\n') && c != QLatin1Char('\t') &&
            (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format))
            c = QChar::ReplacementCharacter;
    raw_->setPlainText(text);
    raw_->show();
    payloadState_->setText(shown < bytes.size()
                               ? tr("The first %1 of %2.")
                                     .arg(context_.format.bytes(static_cast<qint64>(shown)),
                                          context_.format.bytes(static_cast<qint64>(bytes.size())))
                               : context_.format.bytes(static_cast<qint64>(bytes.size())));
}

void ContractView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);  // what came lies on the wash of P1, over the whole width
    painter.fillRect(QRect(0, got_->y(), width(), got_->height()), context_.theme.tokens().p1Wash);
}

void ContractView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

}  // namespace holdpoint::ui::exceptions
