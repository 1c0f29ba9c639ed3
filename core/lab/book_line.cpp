// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/book_line.h"

#include "core/base/hash.h"

#include <charconv>
#include <vector>

namespace holdpoint::lab {
namespace {

constexpr std::string_view Digits = "0123456789abcdef";
constexpr std::size_t RowFields = 19 + BodyFields.size();

void appendText(std::string& out, std::string_view text)
{
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && c != '%' && byte != 0x7F) {
            out += c;
        } else {
            out += '%';
            out += Digits[byte >> 4];
            out += Digits[byte & 15];
        }
    }
    out += '\t';
}

template <typename T>
void appendNumber(std::string& out, T value)
{
    out += std::to_string(value);
    out += '\t';
}

void seal(std::string& out, std::size_t start)
{
    const std::uint64_t sum = hash64(std::string_view(out).substr(start));
    for (int shift = 28; shift >= 0; shift -= 4)
        out += Digits[sum >> shift & 15];
    out += '\n';
}

std::string unescaped(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            int byte = 0;
            std::from_chars(text.data() + i + 1, text.data() + i + 3, byte, 16);
            out += static_cast<char>(byte);
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

/// The fields before the checksum; empty if the checksum is wrong.
std::vector<std::string_view> fieldsOf(std::string_view line)
{
    const std::size_t last = line.rfind('\t');
    if (last == std::string_view::npos)
        return {};
    std::string sealed(line.substr(0, last + 1));
    seal(sealed, 0);
    sealed.pop_back();
    if (sealed != line)
        return {};
    std::vector<std::string_view> fields;
    for (std::size_t at = 0; at <= last;) {
        const std::size_t end = line.find('\t', at);
        fields.push_back(line.substr(at, end - at));
        at = end + 1;
    }
    return fields;
}

class Fields {
public:
    explicit Fields(const std::vector<std::string_view>& fields) : fields_(fields) {}
    std::string text() { return unescaped(fields_[next_++]); }
    template <typename T = std::int64_t>
    T number()
    {
        T value{};
        const std::string_view field = fields_[next_++];
        std::from_chars(field.data(), field.data() + field.size(), value);
        return value;
    }

private:
    const std::vector<std::string_view>& fields_;
    std::size_t next_ = 1;
};

}  // namespace

void appendRow(std::string& out, const BookRow& row)
{
    const std::size_t start = out.size();
    appendText(out, "call");
    appendNumber(out, row.at.ms);
    appendText(out, row.key);
    appendText(out, name(row.operation));
    appendNumber(out, row.part);
    appendText(out, row.order);
    appendText(out, row.node);
    appendText(out, row.trace);
    appendText(out, row.about);
    appendNumber(out, row.amount);
    appendNumber(out, row.effect ? 1 : 0);
    appendNumber(out, row.settled ? 1 : 0);
    appendNumber(out, row.status);
    appendText(out, name(row.cls));
    appendText(out, row.code);
    appendText(out, row.reference);
    appendNumber(out, row.webhookAt.ms);
    appendNumber(out, row.copies);
    appendText(out, "body");
    for (const std::uint32_t hash : row.print)
        appendNumber(out, hash);
    seal(out, start);
}

void appendDelivered(std::string& out, std::string_view event)
{
    const std::size_t start = out.size();
    appendText(out, "delivered");
    appendText(out, event);
    seal(out, start);
}

std::optional<BookRow> parseRow(std::string_view line)
{
    const auto found = fieldsOf(line);
    if (found.size() != RowFields || found[0] != "call")
        return std::nullopt;
    Fields in(found);
    BookRow row;
    row.at.ms = in.number();
    row.key = in.text();
    const auto operation = fromName<Operation>(in.text());
    if (!operation)
        return std::nullopt;
    row.operation = *operation;
    row.part = in.number<Part>();
    row.order = in.text();
    row.node = in.text();
    row.trace = in.text();
    row.about = in.text();
    row.amount = in.number();
    row.effect = in.number() != 0;
    row.settled = in.number() != 0;
    row.status = in.number<std::uint16_t>();
    row.cls = fromName<FailureClass>(in.text()).value_or(FailureClass::Unclassified);
    row.code = in.text();
    row.reference = in.text();
    row.webhookAt.ms = in.number();
    row.copies = static_cast<std::uint8_t>(in.number());
    in.text();  // "body"
    for (std::uint32_t& hash : row.print)
        hash = in.number<std::uint32_t>();
    return row;
}

std::optional<std::string> parseDelivered(std::string_view line)
{
    const auto found = fieldsOf(line);
    if (found.size() != 2 || found[0] != "delivered")
        return std::nullopt;
    return unescaped(found[1]);
}

}  // namespace holdpoint::lab
