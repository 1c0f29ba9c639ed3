// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include <string_view>

/// For the files of this folder: sentences are marked with QT_TRANSLATE_NOOP("words", …) and come from here.
namespace holdpoint::ui {

[[nodiscard]] inline QString words(const char* text) { return QCoreApplication::translate("words", text); }

/// A code nobody named, as it is, with spaces: `late_pickup` → "Late pickup".
[[nodiscard]] QString spelledOut(std::string_view code, bool capital = true);

/// A code and what stands for it.
struct CodeWord {
    std::string_view code;
    const char* text;
};
template <typename Table>
[[nodiscard]] const char* find(const Table& table, std::string_view code)
{
    for (const CodeWord& entry : table)
        if (entry.code == code)
            return entry.text;
    return nullptr;
}

}  // namespace holdpoint::ui
