// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/stream.h"
#include "ui/common/context.h"

#include <QObject>
#include <QSaveFile>

namespace holdpoint::ui {
class Toasts;
class Toast;
}  // namespace holdpoint::ui

namespace holdpoint::ui::exceptions {

/// Writes the rows of a result into a file, chunk by chunk, so that the window never holds them. The file appears whole or
/// not at all. Deletes itself at the end. GUI thread.
class ListExport final : public QObject, private session::ChunkSink {
    Q_OBJECT

public:
    ListExport(Context& context, Toasts& toasts, session::ResultId result, const QString& path,
               QObject* parent);
    ~ListExport() override;

    /// Asks where to, without stopping anything, then writes.
    static void ask(Context& context, Toasts& toasts, session::ResultId result, QWidget* over);

private:
    void chunk(session::StreamId stream, const session::Chunk& chunk) override;
    void start(session::ResultId result);
    void end(const QString& said);

    Context& context_;
    Toasts& toasts_;
    QSaveFile file_;
    session::StreamId stream_ = 0;
};

}  // namespace holdpoint::ui::exceptions
