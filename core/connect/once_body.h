// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <cstring>

namespace holdpoint::connect {

/// A request body that can be read once. When a connection breaks after a request was written, Qt's access manager writes
/// it again on a new connection if it can go back to the start of the body; a vendor would then get two calls where one
/// was dispatched. A sequential device cannot go back, so the call fails instead.
class OnceBody final : public QIODevice {
    Q_OBJECT

public:
    OnceBody(QByteArray bytes, QObject* parent) : QIODevice(parent), bytes_(std::move(bytes))
    {
        open(ReadOnly | Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return bytes_.size() - read_ + QIODevice::bytesAvailable();
    }
    bool reset() override { return false; }
    [[nodiscard]] bool atEnd() const override { return bytesAvailable() == 0; }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        const qint64 count = qMin(most, static_cast<qint64>(bytes_.size()) - read_);
        if (count <= 0)
            return -1;
        std::memcpy(data, bytes_.constData() + read_, static_cast<std::size_t>(count));
        read_ += count;
        return count;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray bytes_;
    qint64 read_ = 0;
};

}  // namespace holdpoint::connect
