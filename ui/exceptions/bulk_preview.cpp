// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/bulk_preview.h"

#include "ui/common/labels.h"
#include "ui/text/words.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace holdpoint::ui::exceptions {

BulkPreview::BulkPreview(Context& context, const QString& filter, QWidget* parent)
    : QWidget(parent), context_(context)
{
    const Theme& theme = context.theme;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    count_ = plainLabel(theme, tr("Counting …"), TextRole::Section, Ink::High, this);
    count_->setObjectName(QStringLiteral("bulkCount"));
    samples_ = plainLabel(theme, {}, TextRole::MonoSmall, Ink::Mid, this);
    samples_->setObjectName(QStringLiteral("bulkSamples"));
    typed_ = new QLineEdit(this);
    typed_->setObjectName(QStringLiteral("bulkTyped"));
    typed_->setAccessibleName(tr("Number of items"));
    typed_->hide();
    column->addWidget(count_);
    column->addWidget(samples_);
    column->addWidget(typed_);
    connect(typed_, &QLineEdit::textChanged, this, &BulkPreview::changed);

    session::Query query;
    query.filter = filter.toStdString();
    query.zone = context.format.zoneOffset(context.client.engineNow());
    watch_ = std::make_unique<Watch>(context.client, query, session::Window{0, Samples}, nullptr);
    connect(watch_.get(), &Watch::snapshot, this, &BulkPreview::take);
    connect(watch_.get(), &Watch::failed, this, [this](const session::Failed& failed) {
        failure_ = sentence(failed);
        emit changed();
    });
}

BulkPreview::~BulkPreview() = default;

void BulkPreview::take(const session::Snapshot& snapshot)
{
    const auto* rows = std::get_if<std::vector<session::ExceptionRow>>(&snapshot.rows);
    if (rows == nullptr)
        return;
    target_ = {snapshot.result, snapshot.total, watch_->age()};
    complete_ = snapshot.complete;
    const Format& format = context_.format;
    count_->setText(
        tr("%1 items, frozen at %2")
            .arg(format.count(static_cast<std::int64_t>(snapshot.total)), format.clock(snapshot.asOf.at)));
    QStringList lines;
    for (const session::ExceptionRow& row : *rows) {
        if (lines.size() == static_cast<qsizetype>(Samples))
            break;
        lines << QStringLiteral("%1  %2  %3")
                     .arg(QString::fromStdString(row.id.text()), word(row.priority),
                          happening(row.code, row.category));
    }
    if (snapshot.total > static_cast<std::size_t>(lines.size()))
        lines
            << tr("and %1 more").arg(format.count(static_cast<std::int64_t>(snapshot.total) - lines.size()));
    samples_->setText(lines.join(QLatin1Char('\n')));
    typed_->setVisible(snapshot.total > TypeAbove);
    typed_->setPlaceholderText(tr("Type %1 to go on").arg(snapshot.total));
    emit changed();
}

QString BulkPreview::obstacle() const
{
    if (!failure_.isEmpty())
        return failure_;
    if (target_.result == 0 || !complete_)
        return tr("The items are still being counted.");
    if (target_.count == 0)
        return tr("Nothing is left of this set.");
    if (target_.count > TypeAbove && typed_->text().trimmed() != QString::number(target_.count))
        return tr("More than %1 items: type their number, %2.").arg(TypeAbove).arg(target_.count);
    return {};
}

BulkTarget BulkPreview::target() const
{
    BulkTarget target = target_;
    target.age = watch_->age();
    return target;
}

}  // namespace holdpoint::ui::exceptions
