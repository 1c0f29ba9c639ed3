// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/support_bundle.h"

#include "core/store/store_reader.h"

#include <fstream>
#include <map>

namespace holdpoint::host {
namespace {

constexpr FrameNo LastFrames = 200;
constexpr std::size_t PageSize = 4096;

Result<> write(const std::filesystem::path& file, const std::string& text)
{
    std::ofstream out(file, std::ios::binary);
    out << text;
    out.close();
    if (!out)
        return Error{Code::Forbidden, "cannot write " + file.string()};
    return {};
}

std::string numbersText(const NumbersReport& report)
{
    const session::Numbers& n = report.store.numbers;
    std::string text;
    const auto line = [&](std::string_view key, auto value) {
        text += std::string(key) + ' ' + std::to_string(value) + '\n';
    };
    line("received", n.events.received);
    line("accepted", n.events.accepted);
    line("refused", n.events.refused);
    line("parked", n.events.parked);
    line("duplicate", n.events.duplicate);
    for (std::size_t place = 0; place < n.orders.size(); ++place)
        line("orders_" + std::string(name(static_cast<Place>(place))), n.orders[place]);
    line("exceptions_open", n.exceptionsOpen);
    line("outbox", n.outbox);
    line("effects_recorded", report.books.effectsRecorded);
    line("effects_in_vendor_books", report.books.effectsInBooks);
    line("disagreements", report.store.disagreementCount + report.books.disagreementCount);
    line("frames", report.store.frames);
    line("steps", report.store.steps);
    text += "state_hash " + toHex(report.store.stateHash) + "\njournal_hash " +
            toHex(report.store.journalHash) + '\n';
    return text;
}

// A code is ours or a vendor's; what looks like anything else is not passed on.
std::string safeCode(const std::string& code)
{
    for (const char c : code)
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '_')
            return "other";
    return code.size() > 64 ? "other" : code;
}

Result<std::string> problemsText(store::StoreReader& reader)
{
    Dictionary names;
    if (auto read = reader.names(names); !read)
        return read.error();
    std::map<std::string, std::uint64_t> byCause;
    for (EntityId after;;) {
        const auto page = reader.exceptions(true, after, PageSize);
        if (!page)
            return page.error();
        for (const ExceptionItem& item : *page)
            ++byCause[std::string(name(item.category)) + ' ' + std::string(name(item.stage)) + ' ' +
                      std::string(name(item.cls)) + ' ' + safeCode(names.text(item.code))];
        if (page->size() < PageSize)
            break;
        after = page->back().id;
    }
    std::string text = "open count, category, stage, class, code\n";
    for (const auto& [cause, count] : byCause)
        text += std::to_string(count) + ' ' + cause + '\n';
    return text;
}

Result<std::string> framesText(store::StoreReader& reader)
{
    const auto head = reader.head();
    if (!head)
        return head.error();
    std::string text = "frame, last step, time, chain\n";
    const FrameNo last = head->lease.lastFrame;
    auto read =
        reader.frames(last > LastFrames ? last - LastFrames : 1, last, [&](const store::FrameRow& frame) {
            text += std::to_string(frame.number) + ' ' + std::to_string(frame.lastSeq) + ' ' +
                    toText(frame.at) + ' ' + toHex(frame.hash).substr(0, 16) + '\n';
            return true;
        });
    if (!read)
        return read.error();
    return text;
}

}  // namespace

Result<> supportBundle(const std::filesystem::path& folder, const std::filesystem::path& target)
{
    std::error_code failed;
    if (std::filesystem::exists(target))
        return Error{Code::Conflict, target.string() + " is there already"};
    const auto numbers = checkNumbers(folder);
    if (!numbers)
        return numbers.error();
    auto reader = store::StoreReader::open(store::StoreOptions::onDisk(folder));
    if (!reader)
        return reader.error();
    const auto problems = problemsText(**reader);
    if (!problems)
        return problems.error();
    const auto frames = framesText(**reader);
    if (!frames)
        return frames.error();
    std::filesystem::create_directories(target, failed);
    if (failed)
        return Error{Code::Forbidden, target.string() + ": " + failed.message()};
    if (auto done = write(target / "numbers.txt", numbersText(*numbers)); !done)
        return done;
    if (auto done = write(target / "problems.txt", *problems); !done)
        return done;
    return write(target / "frames.txt", *frames);
}

}  // namespace holdpoint::host
