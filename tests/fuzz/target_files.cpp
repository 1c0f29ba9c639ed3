// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/check.h"
#include "core/engine/intake.h"
#include "core/lab/import/importer.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace holdpoint::fuzz {
namespace {

/// A folder for as long as the process lives; TMPDIR says where.
const std::filesystem::path& folder()
{
    struct Made {
        std::filesystem::path path;
        Made()
        {
            std::string text = std::filesystem::temp_directory_path() / "holdpoint-fuzz-XXXXXX";
            HP_CHECK(mkdtemp(text.data()) != nullptr);
            path = text;
        }
        ~Made()
        {
            std::error_code ignored;
            std::filesystem::remove_all(path, ignored);
        }
    };
    static const Made made;
    return made.path;
}

void write(const char* name, std::string_view bytes)
{
    std::ofstream(folder() / name, std::ios::binary) << bytes;
}

void account(const lab::ImportReport& report)
{
    must(report.rows == report.accounted(), "every row has one of the four ends");
}

/// What the files say may be wrong, and intake says so; the form of an event is the importer's own.
bool isOfForm(std::string_view rule)
{
    constexpr std::string_view Form[] = {"bad_json",      "not_an_object", "duplicate_key",
                                         "unknown_field", "wrong_type",    "unknown_type",
                                         "wrong_class",   "bad_time",      "too_deep"};
    return std::find(std::begin(Form), std::end(Form), rule) != std::end(Form);
}

/// Everything an importer makes of the files is an event in good form, a refusal with its place, or a note.
void import(std::string_view format, lab::ImportMode mode, bool strict)
{
    const auto importer = lab::makeImporter(format);
    if (!importer->open(folder(), {mode}))
        return;
    Dictionary names;
    engine::Intake intake(names);
    std::uint64_t position = 0;
    for (;;) {
        const auto item = importer->next();
        if (!item)
            return;
        if (!*item)
            break;
        must((*item)->position == position + 1, "positions are counted up");
        position = (*item)->position;
        if (const auto* event = std::get_if<lab::ImportedEvent>(&(*item)->what); event && strict) {
            const auto taken = intake.parse(event->bytes);
            if (const auto* refused = std::get_if<RefusedInput>(&taken))
                must(!isOfForm(names.text(refused->rule)),
                     "an importer writes good form: " + names.text(refused->rule) + " at " + refused->where +
                         " in " + event->bytes);
        }
    }
    account(importer->report());
    must(importer->rows() == importer->totalRows(), "at the end all rows were given");
}

/// The first byte chooses what is told.
lab::ImportMode modeOf(std::string_view& input)
{
    const bool observe = !input.empty() && input.front() == 'o';
    input.remove_prefix(input.empty() ? 0 : 1);
    return observe ? lab::ImportMode::Observe : lab::ImportMode::Control;
}

}  // namespace

void cloudevents(std::string_view input)
{
    const auto mode = modeOf(input);
    write("events.jsonl", input);
    import("cloudevents", mode, false);
}

void ocel(std::string_view input)
{
    const auto mode = modeOf(input);
    write("events.csv", input);
    import("ocel", mode, true);
}

void online_retail(std::string_view input)
{
    const auto mode = modeOf(input);
    write("m.csv", input);
    import("online-retail", mode, true);
}

// Orders, payments and lines, each after a line `---`.
void olist(std::string_view input)
{
    const auto mode = modeOf(input);
    write("orders.csv", cut(input, "---\n"));
    write("payments.csv", cut(input, "---\n"));
    write("items.csv", input);
    import("olist", mode, true);
}

}  // namespace holdpoint::fuzz
