// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/import/lines.h"

#include <cerrno>
#include <cstring>
#include <string_view>
#include <vector>
#include <zlib.h>

namespace holdpoint::lab {

struct Lines::Stream {
    gzFile file = nullptr;
    std::string name;
    std::vector<char> block = std::vector<char>(1 << 16);
    std::size_t at = 0;
    std::size_t filled = 0;
    std::uint64_t line = 0;

    Stream() = default;
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
    ~Stream()
    {
        if (file)
            gzclose(file);
    }

    /// False at the end of the file.
    Result<bool> fill()
    {
        const int count = gzread(file, block.data(), static_cast<unsigned>(block.size()));
        int code = Z_OK;
        std::string_view said = gzerror(file, &code);
        if (const auto path = said.rfind(": "); path != said.npos)  // zlib puts the path before it
            said.remove_prefix(path + 2);
        if (count < 0 || (count == 0 && code != Z_OK && code != Z_STREAM_END))
            return Error{Code::Corrupt, name + ": the file is damaged at byte " +
                                            std::to_string(gzoffset(file)) + ", after line " +
                                            std::to_string(line) + " (" + std::string(said) + ")"};
        at = 0;
        filled = static_cast<std::size_t>(count);
        return count > 0;
    }

    static void append(Line& to, const char* text, std::size_t size)
    {
        const std::size_t fits = std::min(size, MostBytes - to.text.size());
        to.text.append(text, fits);
        to.cut = to.cut || fits < size;
    }
};

Lines::Lines(std::unique_ptr<Stream> stream) : stream_(std::move(stream)) {}
Lines::Lines(Lines&&) noexcept = default;
Lines& Lines::operator=(Lines&&) noexcept = default;
Lines::~Lines() = default;

Result<Lines> Lines::open(const std::filesystem::path& file)
{
    auto stream = std::make_unique<Stream>();
    stream->name = file.filename().string();
    stream->file = gzopen(file.c_str(), "rb");
    if (!stream->file)
        return Error{errno == EACCES ? Code::Forbidden : Code::NotFound,
                     stream->name + ": " + std::strerror(errno)};
    gzbuffer(stream->file, 1 << 17);
    if (const auto first = stream->fill(); !first)
        return first.error();
    // zlib reads what is not packed as it stands; under this name that hides a damaged head.
    if (file.extension() == ".gz" && gzdirect(stream->file) != 0)
        return Error{Code::Corrupt, stream->name + ": not a gzip file, though its name ends in .gz"};
    return Lines(std::move(stream));
}

Result<std::optional<Line>> Lines::next()
{
    Stream& s = *stream_;
    Line line;
    bool any = false;
    for (;;) {
        if (s.at == s.filled) {
            const auto more = s.fill();
            if (!more)
                return more.error();
            if (!*more)
                break;
        }
        any = true;
        const char* from = s.block.data() + s.at;
        const auto* end = static_cast<const char*>(std::memchr(from, '\n', s.filled - s.at));
        const std::size_t size = end ? static_cast<std::size_t>(end - from) : s.filled - s.at;
        Stream::append(line, from, size);
        s.at += size + (end ? 1 : 0);
        if (end)
            break;
    }
    if (!any)
        return std::optional<Line>();
    if (line.text.ends_with('\r'))
        line.text.pop_back();
    line.number = ++s.line;
    return std::optional(std::move(line));
}

const std::string& Lines::name() const noexcept { return stream_->name; }

}  // namespace holdpoint::lab
