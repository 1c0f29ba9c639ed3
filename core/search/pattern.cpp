// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/pattern.h"

#include <algorithm>
#include <optional>

namespace holdpoint::search {
namespace {

constexpr std::size_t LargestProgram = 4096;
constexpr int DeepestGroup = 32;
constexpr int MostRepeats = 100;

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
std::size_t index(char c) { return static_cast<unsigned char>(c); }

}  // namespace

/// Recursive descent that writes the program as it reads; a repeated piece is copied.
class RegexCompiler {
public:
    explicit RegexCompiler(std::string_view pattern) : text_(pattern) {}

    Result<Regex> run()
    {
        if (!alternatives(0) || at_ < text_.size())
            return Error{tooLarge_ ? holdpoint::Code::Unsupported : holdpoint::Code::InvalidArgument,
                         "the pattern is wrong at " + std::to_string(at_)};
        emit(Regex::Code::Match);
        return std::move(regex_);
    }

private:
    using Set = Regex::Set;

    bool alternatives(int depth)
    {
        if (depth > DeepestGroup)
            return false;
        const std::size_t start = size();
        if (!sequence(depth))
            return false;
        while (peek('|')) {
            ++at_;
            insertSplit(start, size() + 2);
            const std::size_t jump = size();
            emit(Regex::Code::Jump);
            if (!sequence(depth))
                return false;
            regex_.program_[jump].a = static_cast<std::uint32_t>(size());
        }
        return !tooLarge_;
    }

    bool sequence(int depth)
    {
        while (at_ < text_.size() && text_[at_] != '|' && text_[at_] != ')')
            if (!repeated(depth))
                return false;
        return true;
    }

    bool repeated(int depth)
    {
        const std::size_t start = size();
        if (!atom(depth))
            return false;
        if (at_ >= text_.size())
            return true;
        int low = 1, high = 1;  // high < 0: no end
        switch (text_[at_]) {
        case '*': low = 0, high = -1; break;
        case '+': low = 1, high = -1; break;
        case '?': low = 0, high = 1; break;
        case '{':
            if (!braces(low, high))
                return false;
            break;
        default: return true;
        }
        ++at_;
        repeat(start, low, high);
        return !tooLarge_;
    }

    bool braces(int& low, int& high)
    {
        ++at_;
        const auto count = [this]() -> std::optional<int> {
            int n = 0;
            const std::size_t first = at_;
            for (; at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9'; ++at_)
                n = std::min(n * 10 + (text_[at_] - '0'), MostRepeats + 1);
            return at_ == first ? std::nullopt : std::optional(n);
        };
        const auto first = count();
        if (!first)
            return false;
        low = high = *first;
        if (peek(',')) {
            ++at_;
            high = count().value_or(-1);
        }
        return peek('}') && low <= MostRepeats && high <= MostRepeats && (high < 0 || low <= high);
    }

    /// Makes the piece that began at `start` stand there `low` to `high` times.
    void repeat(std::size_t start, int low, int high)
    {
        const std::vector<Regex::Step> piece(regex_.program_.begin() + static_cast<std::ptrdiff_t>(start),
                                             regex_.program_.end());
        regex_.program_.resize(start);
        for (int i = 0; i < low; ++i)
            append(piece, start);
        if (high < 0) {
            const std::size_t again = size();
            emit(Regex::Code::Split);
            append(piece, start);
            emit(Regex::Code::Jump, again);
            regex_.program_[std::min(again, size() - 1)].a = static_cast<std::uint32_t>(again + 1);
            regex_.program_[std::min(again, size() - 1)].b = static_cast<std::uint32_t>(size());
        }
        for (int i = low; i < high; ++i) {
            const std::size_t split = size();
            emit(Regex::Code::Split, split + 1, split + 1 + piece.size());
            append(piece, start);
        }
    }

    /// Copies steps that were written for the place `from`.
    void append(const std::vector<Regex::Step>& piece, std::size_t from)
    {
        const std::size_t moved = size() - from;
        for (Regex::Step step : piece) {
            const bool jumps = step.code == Regex::Code::Split || step.code == Regex::Code::Jump;
            emit(step.code, jumps ? step.a + moved : step.a, jumps ? step.b + moved : step.b);
        }
    }

    void insertSplit(std::size_t at, std::size_t other)
    {
        for (auto step = regex_.program_.begin() + static_cast<std::ptrdiff_t>(at);
             step != regex_.program_.end(); ++step)
            if (step->code == Regex::Code::Split || step->code == Regex::Code::Jump) {
                step->a += step->a >= at ? 1 : 0;
                step->b += step->b >= at ? 1 : 0;
            }
        regex_.program_.insert(
            regex_.program_.begin() + static_cast<std::ptrdiff_t>(at),
            {Regex::Code::Split, static_cast<std::uint32_t>(at + 1), static_cast<std::uint32_t>(other)});
    }

    bool atom(int depth)
    {
        const char c = text_[at_];
        switch (c) {
        case '(': {
            ++at_;
            if (!alternatives(depth + 1) || !peek(')'))
                return false;
            ++at_;
            return true;
        }
        case '*':
        case '+':
        case '?':
        case '{': return false;
        case '^': ++at_; return emit(Regex::Code::Begin);
        case '$': ++at_; return emit(Regex::Code::End);
        case '.': ++at_; return bytes(Set().set());
        case '[': return brackets();
        case '\\': {
            Set set;
            return escape(set) && bytes(set);
        }
        default: ++at_; return bytes(oneOf(c));
        }
    }

    /// `\d` and the like, or the next character itself.
    bool escape(Set& set)
    {
        if (++at_ >= text_.size())
            return false;
        const char c = text_[at_++];
        Set named;
        for (std::size_t i = 0; i < named.size(); ++i) {
            const char b = lower(static_cast<char>(i));
            const bool digit = b >= '0' && b <= '9';
            const bool word = digit || (b >= 'a' && b <= 'z') || b == '_';
            const bool space = b == ' ' || (b >= '\t' && b <= '\r');
            named[i] = lower(c) == 'd' ? digit : lower(c) == 'w' ? word : space;
        }
        if (c == 'd' || c == 'w' || c == 's')
            set |= named;
        else if (c == 'D' || c == 'W' || c == 'S')
            set |= ~named;
        else
            set |= oneOf(c);
        return true;
    }

    bool brackets()
    {
        const bool negated = ++at_ < text_.size() && text_[at_] == '^';
        at_ += negated ? 1 : 0;
        Set set;
        for (bool first = true; at_ < text_.size() && (first || text_[at_] != ']'); first = false) {
            if (text_[at_] == '\\') {
                if (!escape(set))
                    return false;
                continue;
            }
            const char from = text_[at_++];
            const bool range = at_ + 1 < text_.size() && text_[at_] == '-' && text_[at_ + 1] != ']';
            const char to = range ? text_[at_ + 1] : from;
            at_ += range ? 2 : 0;
            if (index(to) < index(from))
                return false;
            for (std::size_t b = index(from); b <= index(to); ++b)
                set |= oneOf(static_cast<char>(b));
        }
        if (!peek(']'))
            return false;
        ++at_;
        return bytes(negated ? ~set : set);
    }

    /// Texts are lowered before they are matched, so capitals of a pattern are too.
    static Set oneOf(char c) { return Set().set(index(lower(c))); }

    bool bytes(const Set& set)
    {
        regex_.sets_.push_back(set);
        return emit(Regex::Code::Bytes, regex_.sets_.size() - 1);
    }
    bool emit(Regex::Code code, std::size_t a = 0, std::size_t b = 0)
    {
        if (size() >= LargestProgram) {
            tooLarge_ = true;
            return false;
        }
        regex_.program_.push_back({code, static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b)});
        return true;
    }
    [[nodiscard]] std::size_t size() const { return regex_.program_.size(); }
    [[nodiscard]] bool peek(char c) const { return at_ < text_.size() && text_[at_] == c; }

    std::string_view text_;
    std::size_t at_ = 0;
    bool tooLarge_ = false;
    Regex regex_;
};

Result<Regex> Regex::compile(std::string_view pattern) { return RegexCompiler(pattern).run(); }

/// The places in the program that are alive at one position of the text, each once.
struct Regex::Threads {
    explicit Threads(std::size_t size) : seen(size) {}
    void clear()
    {
        for (const std::uint32_t step : list)
            seen[step] = false;
        for (const std::uint32_t step : passed)
            seen[step] = false;
        list.clear();
        passed.clear();
    }
    std::vector<bool> seen;
    std::vector<std::uint32_t> list;
    std::vector<std::uint32_t> passed;  ///< steps that take no byte
    std::vector<std::uint32_t> todo;
    bool matched = false;
};

void Regex::add(Threads& threads, std::uint32_t first, std::size_t at, std::size_t size) const
{
    threads.todo.push_back(first);
    while (!threads.todo.empty()) {
        const std::uint32_t step = threads.todo.back();
        threads.todo.pop_back();
        if (threads.seen[step])
            continue;
        threads.seen[step] = true;
        const Step& s = program_[step];
        (s.code == Code::Bytes ? threads.list : threads.passed).push_back(step);
        switch (s.code) {
        case Code::Bytes: break;
        case Code::Match: threads.matched = true; return threads.todo.clear();
        case Code::Jump: threads.todo.push_back(s.a); break;
        case Code::Split:
            threads.todo.push_back(s.b);
            threads.todo.push_back(s.a);
            break;
        case Code::Begin:
            if (at == 0)
                threads.todo.push_back(step + 1);
            break;
        case Code::End:
            if (at == size)
                threads.todo.push_back(step + 1);
            break;
        }
    }
}

bool Regex::occursIn(std::string_view text) const
{
    Threads now(program_.size());
    Threads next(program_.size());
    for (std::size_t at = 0; at <= text.size(); ++at) {
        add(now, 0, at, text.size());  // it may begin here
        if (now.matched)
            return true;
        if (at == text.size())
            return false;
        for (const std::uint32_t step : now.list)
            if (sets_[program_[step].a][index(lower(text[at]))])
                add(next, step + 1, at + 1, text.size());
        now.clear();
        std::swap(now, next);
    }
    return false;
}

bool matchesWildcard(std::string_view text, std::string_view pattern, bool steps)
{
    std::size_t t = 0, p = 0;
    std::size_t star = std::string_view::npos, retry = 0;  // the last `*`, and how far it has reached
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            retry = t;
        } else if (p < pattern.size() && lower(pattern[p]) == lower(text[t])) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos && !(steps && text[retry] == '/')) {
            p = star + 1;
            t = ++retry;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

bool equalIgnoringCase(std::string_view a, std::string_view b) noexcept
{
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

bool containsIgnoringCase(std::string_view text, std::string_view lowered) noexcept
{
    return std::search(text.begin(), text.end(), lowered.begin(), lowered.end(),
                       [](char x, char y) { return lower(x) == y; }) != text.end() ||
           lowered.empty();
}

}  // namespace holdpoint::search
