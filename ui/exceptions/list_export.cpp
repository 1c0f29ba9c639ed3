// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/list_export.h"

#include "ui/common/toast.h"
#include "ui/text/words.h"

#include <QFileDialog>
#include <QFileInfo>

namespace holdpoint::ui::exceptions {

ListExport::ListExport(Context& context, Toasts& toasts, session::ResultId result, const QString& path,
                       QObject* parent)
    : QObject(parent), context_(context), toasts_(toasts), file_(path)
{
    connect(&context_.client, &Client::detached, this,
            [this] { end(tr("The export stopped: the engine went away. No file was written.")); });
    start(result);
}

void ListExport::start(session::ResultId result)
{
    if (!context_.client.isAttached())
        return end(tr("Not connected: nothing was exported."));
    if (!file_.open(QIODevice::WriteOnly))
        return end(tr("%1 cannot be written: %2").arg(file_.fileName(), file_.errorString()));
    session::Session* session = context_.client.session();
    stream_ = session->open(session::ExportResult{result, session::ExportFormat::Csv}, *this);
    session->more(stream_, 1);
}

ListExport::~ListExport()
{
    if (stream_ != 0 && context_.client.session() != nullptr)
        context_.client.session()->cancel(session::Session::Stream{stream_});
}

void ListExport::ask(Context& context, Toasts& toasts, session::ResultId result, QWidget* over)
{
    auto* dialog = new QFileDialog(over, tr("Export the list"), QString(), tr("CSV (*.csv)"));
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("exceptions.csv"));
    QObject::connect(dialog, &QFileDialog::fileSelected, over,
                     [&context, &toasts, result, over](const QString& path) {
                         new ListExport(context, toasts, result, path, over);
                     });
    dialog->open();
}

void ListExport::chunk(session::StreamId stream, const session::Chunk& chunk)
{
    if (stream != stream_)
        return;
    const auto size = static_cast<qint64>(chunk.bytes.size());
    if (chunk.error)
        return end(tr("The export stopped: %1").arg(sentence(*chunk.error)));
    if (file_.write(chunk.bytes.data(), size) != size)
        return end(tr("The export stopped: %1").arg(file_.errorString()));
    if (!chunk.last)
        return context_.client.session()->more(stream_, 1);
    stream_ = 0;
    const QString name = QFileInfo(file_.fileName()).fileName();
    if (!file_.commit())
        return end(tr("The export stopped: %1").arg(file_.errorString()));
    end(tr("%1 rows written to %2").arg(context_.format.count(static_cast<qint64>(chunk.rows)), name));
}

void ListExport::end(const QString& said)
{
    if (!said.isEmpty())
        toasts_.add(said);
    disconnect(&context_.client, nullptr, this, nullptr);
    deleteLater();
}

}  // namespace holdpoint::ui::exceptions
