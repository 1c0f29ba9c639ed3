// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"

#include <QObject>
#include <QSaveFile>

#include <functional>
#include <memory>

class QWidget;

namespace holdpoint::ui {

class Client;

/// Writes a whole result into a file as the engine sends it, chunk by chunk. The file appears when it is complete.
class ListExport final : public QObject, private session::ChunkSink {
    Q_OBJECT

public:
    ListExport(Client& client, QObject* parent);
    ~ListExport() override;

    /// One at a time: a running one is given up.
    void start(session::ResultId result, const QString& path);
    [[nodiscard]] bool isRunning() const noexcept { return file_ != nullptr; }
    void cancel();

    /// Asks where to, without stopping anything; `chosen` is called while `over` lives.
    static void askPath(QWidget* over, const QString& title, const QString& file,
                        std::function<void(const QString& path)> chosen);

signals:
    void progressed(quint64 rows);
    /// `trouble` empty: it is written.
    void ended(const QString& path, quint64 rows, const QString& trouble);

private:
    void chunk(session::StreamId stream, const session::Chunk& chunk) override;
    void end(const QString& trouble);

    Client& client_;
    std::unique_ptr<QSaveFile> file_;
    session::StreamId stream_ = 0;
    quint64 rows_ = 0;
};

}  // namespace holdpoint::ui
