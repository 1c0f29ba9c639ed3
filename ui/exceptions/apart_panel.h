// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/contrast.h"
#include "ui/common/context.h"
#include "ui/common/panel.h"

#include <QTimer>

#include <optional>

namespace holdpoint::ui::exceptions {

class ShareBars;

/// What sets the failing orders of a cause apart: each attribute's share among them beside its share among those that
/// passed in the same time. Asks the engine once the cause has been looked at for a moment. GUI thread.
class ApartPanel final : public Panel {
    Q_OBJECT

public:
    static constexpr int AskAfterMs = 150;
    static constexpr std::size_t MostRows = 5;

    ApartPanel(Context& context, QWidget* parent);

    /// The cause looked at, as listed in `result`; 0: none, the panel hides itself.
    void setCause(std::uint64_t fingerprint, session::ResultId result);
    /// What is said instead of bars; empty: there are bars.
    [[nodiscard]] QString message() const;
    [[nodiscard]] const session::Contrast* contrast() const { return contrast_ ? &*contrast_ : nullptr; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void ask();
    void take(std::uint64_t fingerprint, const session::Answer& answer);
    void refresh();
    [[nodiscard]] QString subtitle() const;

    Context& context_;
    ShareBars* bars_;
    QLabel* message_;
    QTimer soon_;
    std::uint64_t cause_ = 0;
    session::ResultId result_ = 0;
    std::uint64_t asked_ = 0;  ///< number of the newest question: answers of earlier ones come too late
    std::optional<session::Contrast> contrast_;
    QString trouble_;
};

/// `node = wms-west`.
[[nodiscard]] QString traitText(const session::ContrastRow& row);

}  // namespace holdpoint::ui::exceptions
