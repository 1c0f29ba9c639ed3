// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/names.h"

namespace holdpoint {

Dictionary::Dictionary()
{
    for (Texts& texts : kinds_)
        texts.byNumber.emplace_back();  // number 0: the empty text
}

std::uint32_t Dictionary::number(NameKind kind, std::string_view text)
{
    if (text.empty())
        return 0;
    Texts& texts = kinds_[static_cast<std::size_t>(kind)];
    if (const auto known = texts.numbers.find(text); known != texts.numbers.end())
        return known->second;
    const auto number = static_cast<std::uint32_t>(texts.byNumber.size());
    const std::string& kept = texts.byNumber.emplace_back(text);
    texts.numbers.emplace(kept, number);
    added_.push_back({kind, number, kept});
    return number;
}

std::uint32_t Dictionary::findNumber(NameKind kind, std::string_view text) const
{
    const Texts& texts = kinds_[static_cast<std::size_t>(kind)];
    const auto known = texts.numbers.find(text);
    return known == texts.numbers.end() ? 0 : known->second;
}

const std::string& Dictionary::textOf(NameKind kind, std::uint32_t number) const
{
    const Texts& texts = kinds_[static_cast<std::size_t>(kind)];
    return number < texts.byNumber.size() ? texts.byNumber[number] : texts.byNumber[0];
}

void Dictionary::restore(NameKind kind, std::uint32_t number, std::string_view text)
{
    Texts& texts = kinds_[static_cast<std::size_t>(kind)];
    while (texts.byNumber.size() <= number)
        texts.byNumber.emplace_back();
    texts.byNumber[number] = text;
    texts.numbers.emplace(texts.byNumber[number], number);
}

void Dictionary::rollBack()
{
    for (auto row = added_.rbegin(); row != added_.rend(); ++row) {
        Texts& texts = kinds_[static_cast<std::size_t>(row->kind)];
        texts.numbers.erase(row->text);
        texts.byNumber.pop_back();
    }
    added_.clear();
}

}  // namespace holdpoint
