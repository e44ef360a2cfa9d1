// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "models/report/layout.hpp"
#include "models/report/text.hpp"

/// What the reports for terminals are written on.
namespace nines::report {

/// The page being written, and how it is drawn.
class Page {
public:
    explicit Page(const TextOptions& options) : options_(options) {}

    const TextOptions& options() const { return options_; }
    void line(std::string_view text = "") { text_.append(text).append("\n"); }
    void wrapped_lines(std::string_view text, std::string_view indent) {
        for (const std::string& part : wrapped(text, options_.width - indent.size())) {
            line(fmt::format("{}{}", indent, part));
        }
    }
    std::string bold(std::string_view text) const { return painted("1", text); }
    std::string faint(std::string_view text) const { return painted("2", text); }
    std::string red(std::string_view text) const { return painted("31", text); }
    std::string green(std::string_view text) const { return painted("32", text); }
    std::string yellow(std::string_view text) const { return painted("33", text); }
    std::string rule(std::size_t columns) const { return repeated(options_.unicode ? "─" : "-", columns); }
    std::string double_rule(std::size_t columns) const { return repeated(options_.unicode ? "═" : "=", columns); }
    std::string arrow() const { return options_.unicode ? " → " : " -> "; }
    std::string take() { return std::move(text_); }

private:
    std::string painted(std::string_view code, std::string_view text) const {
        return options_.colour ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
    }
    static std::string repeated(std::string_view sign, std::size_t times) {
        std::string text;
        for (std::size_t i = 0; i < times; ++i) { text += sign; }
        return text;
    }

    TextOptions options_;
    std::string text_;
};

/// A title in bold with a rule below, after an empty line.
inline void write_heading(Page& page, const std::string& title) {
    page.line();
    page.line(page.bold(title));
    page.line(page.rule(std::min(page.options().width, std::max<std::size_t>(columns_of(title), 12))));
}

}  // namespace nines::report
