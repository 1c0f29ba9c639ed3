// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint.h"

#include <charconv>

namespace holdpoint {
namespace {

constexpr std::string_view Purpose = "holdpoint checkpoint 1\n";
constexpr std::string_view Frame = R"({"frame":)";
constexpr std::string_view HashField = R"(,"hash":")";
constexpr std::string_view KeyField = R"(","key":")";
constexpr std::string_view SignatureField = R"(","signature":")";
constexpr std::string_view End = R"("})";

bool skip(std::string_view& rest, std::string_view word)
{
    if (!rest.starts_with(word))
        return false;
    rest.remove_prefix(word.size());
    return true;
}

bool takeNumber(std::string_view& rest, FrameNo& number)
{
    const auto [end, failed] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (failed != std::errc() || rest.front() == '0')
        return false;
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    return true;
}

bool takeBytes(std::string_view& rest, std::span<std::byte> out)
{
    const std::string_view digits = rest.substr(0, 2 * out.size());
    rest.remove_prefix(digits.size());
    return fromHex(digits, out);
}

}  // namespace

std::vector<std::byte> signedBytes(FrameNo frame, const Hash& hash)
{
    const auto purpose = bytesOf(Purpose);
    std::vector<std::byte> bytes(purpose.begin(), purpose.end());
    for (int i = 0; i < 8; ++i)
        bytes.push_back(static_cast<std::byte>(frame >> 8 * i));
    bytes.insert(bytes.end(), hash.begin(), hash.end());
    return bytes;
}

std::string toLine(const Checkpoint& checkpoint)
{
    std::string line{Frame};
    line += std::to_string(checkpoint.frame);
    line.append(HashField).append(toHex(checkpoint.hash));
    line.append(KeyField).append(toHex(checkpoint.key));
    line.append(SignatureField).append(toHex(checkpoint.signature));
    return line.append(End);
}

Result<Checkpoint> checkpointOf(std::string_view line)
{
    Checkpoint made;
    const bool whole = skip(line, Frame) && takeNumber(line, made.frame) && skip(line, HashField) &&
                       takeBytes(line, made.hash) && skip(line, KeyField) && takeBytes(line, made.key) &&
                       skip(line, SignatureField) && takeBytes(line, made.signature) && line == End;
    if (!whole)
        return Error{Code::InvalidArgument, "not a checkpoint"};
    return made;
}

}  // namespace holdpoint
