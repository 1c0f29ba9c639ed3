// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/list_export.h"

#include "ui/state/client.h"
#include "ui/text/words.h"

#include <QFileDialog>

namespace holdpoint::ui {

ListExport::ListExport(Client& client, QObject* parent) : QObject(parent), client_(client)
{
    connect(&client, &Client::detached, this, [this] {
        if (isRunning())
            end(tr("The connection was lost; nothing was written."));
    });
}

ListExport::~ListExport()
{
    if (isRunning() && client_.isAttached())
        client_.session()->cancel(session::Session::Stream{stream_});
}

void ListExport::start(session::ResultId result, const QString& path)
{
    cancel();
    if (!client_.isAttached())
        return;
    file_ = std::make_unique<QSaveFile>(path);
    rows_ = 0;
    if (!file_->open(QIODevice::WriteOnly))
        return end(file_->errorString());
    stream_ = client_.session()->open(session::ExportResult{result, session::ExportFormat::Csv}, *this);
    client_.session()->more(stream_, 4);
}

void ListExport::askPath(QWidget* over, const QString& title, const QString& file,
                         std::function<void(const QString&)> chosen)
{
    auto* dialog = new QFileDialog(over, title, QString(), tr("Tables (*.csv)"));
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(file);
    connect(dialog, &QFileDialog::fileSelected, over, std::move(chosen));
    dialog->open();
}

void ListExport::cancel()
{
    if (!isRunning())
        return;
    client_.session()->cancel(session::Session::Stream{stream_});
    file_.reset();
}

void ListExport::chunk(session::StreamId stream, const session::Chunk& chunk)
{
    if (!isRunning() || stream != stream_)
        return;
    rows_ = chunk.rows;
    if (chunk.error)
        return end(sentence(*chunk.error));
    const auto size = static_cast<qint64>(chunk.bytes.size());
    if (file_->write(chunk.bytes.data(), size) != size) {
        client_.session()->cancel(session::Session::Stream{stream_});
        return end(file_->errorString());
    }
    emit progressed(rows_);
    if (!chunk.last)
        client_.session()->more(stream_, 1);
    else if (file_->commit())
        end({});
    else
        end(file_->errorString());
}

void ListExport::end(const QString& trouble)
{
    const QString path = file_->fileName();
    file_.reset();
    emit ended(path, rows_, trouble);
}

}  // namespace holdpoint::ui
