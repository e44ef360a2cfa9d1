// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "models/scenario/parse.hpp"
#include "models/scenario/value_text.hpp"

namespace {

using namespace nines;
using namespace nines::scenario;

void require(bool holds, const char* rule, const std::string& text) {
    if (holds) return;
    std::fprintf(stderr, "broken rule: %s; text \"%s\"\n", rule, text.c_str());
    std::abort();
}

/// An error lies within the text; a value, once written, is read again and then written the same.
template <class T, class Parse, class Write>
void check(std::string_view input, const Parsed<T>& parsed, const Parse& parse, const Write& write) {
    if (!parsed) {
        require(parsed.error().offset <= input.size(), "an error's offset lies within the text", std::string(input));
        require(!parsed.error().message.empty(), "an error says what is wrong", std::string(input));
        return;
    }
    const std::string text = write(*parsed);
    const Parsed<T> again = parse(text);
    require(static_cast<bool>(again), "what was written can be read", text);
    require(write(*again) == text, "what was read again is written the same", text);
}

template <class T>
void check_form(std::string_view input, Parsed<T> (*parse)(std::string_view)) {
    check(input, parse(input), parse, [](const T& value) { return to_text(value); });
}

}  // namespace

/// Any bytes as any value form.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_form<Duration>(text, parse_duration);
    check_form<Size>(text, parse_size);
    check_form<Rate>(text, parse_rate);
    check_form<ByteRate>(text, parse_byte_rate);
    check_form<RequestRate>(text, parse_request_rate);
    check_form<Slo>(text, parse_slo);
    check_form<ClockTime>(text, parse_clock_time);
    check_form<Schedule>(text, parse_schedule);
    check_form<std::vector<WeekWindow>>(text, parse_week_windows);
    check(text, parse_share(text), parse_share, [](double share) { return share_to_text(share); });

    const auto law = [](std::string_view words) { return parse_law(words); };
    check(text, law(text), law, [](const sim::Law& value) { return sim::to_text(value); });
    const auto reference = [](std::string_view words) { return parse_reference(words); };
    check(text, reference(text), reference, [](const Reference& value) { return to_text(value); });
    const auto selector = [](std::string_view words) { return parse_selector(words); };
    check(text, selector(text), selector, [](const Selector& value) { return to_text(value); });
    const auto need = [](std::string_view words) { return parse_need(words); };
    check(text, need(text), need, [](const Need& value) { return to_text(value); });
    const auto action = [](std::string_view words) { return parse_event_action(words); };
    check(text, action(text), action, [](const EventAction& value) { return to_text(value); });

    parse_effect(text);
    parse_id(text, IdKind::domain);
    parse_measured_times(text);
    return 0;
}
