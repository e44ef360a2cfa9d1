// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "models/scenario/nearest.hpp"
#include "models/scenario/parsed.hpp"
#include "models/scenario/values.hpp"

/// From text to value, one function per value form. Blanks around and between words do not matter; nothing may
/// follow. Every error has a code, a message, mostly a hint, and the byte at which it goes wrong.
/// The way back is in models/scenario/value_text.hpp.
namespace nines::scenario {

// --- quantities (parse_quantity.cpp) ---

/// "500 ms", "30 s", "5 min", "2 h", "3 d", "1 wk", "6 mo", "1 y", also summed: "1 h 30 min".
/// 1 y = 365 d, 1 mo = y / 12. Refused: no unit, `m`, negative, not finite, more than 1e6 y.
Parsed<Duration> parse_duration(std::string_view text);

/// "500 GB" (powers of 1000), "16 MiB" (powers of 1024), "12 B".
Parsed<Size> parse_size(std::string_view text);

/// Events per time: "0.5 per y", "0.5/y", "2 per 30 d".
Parsed<Rate> parse_rate(std::string_view text);

/// "2 MB/s", "2 MB per s".
Parsed<ByteRate> parse_byte_rate(std::string_view text);

/// How far behind a copy may be: "10 s", "1 MiB".
Parsed<LagLimit> parse_lag_limit(std::string_view text);

/// "400 req/s", "400 req per min", "1e6 req/d".
Parsed<RequestRate> parse_request_rate(std::string_view text);

/// A fraction from 0 to 1: "99.95%" or "0.9995".
Parsed<double> parse_share(std::string_view text);
/// The same for a number that the file gives without quotes.
Parsed<double> share_from_number(double value);

/// A share, or "3 nines" = 1 - 10^-3 (any number above 0 and up to 15, "3.5 nines" too).
Parsed<double> parse_target(std::string_view text);

/// A target, optionally with the time over which it must hold: "99.95% per 30 d".
Parsed<Slo> parse_slo(std::string_view text);

/// What an SLA pays back: a share of the fee and the availability below which it is paid, "10% below 99.9%".
Parsed<Credit> parse_credit(std::string_view text);

/// How fast something grows or shrinks, as the compound rate per year: "30% per y", "-5% per y", "2% per mo"
/// (1.02^12 - 1). Above -100 % and at most 10000 % per year.
Parsed<double> parse_growth(std::string_view text);

/// When a service counts as up: "served >= 99% of offered", "served > 50% of offered". Refused: ">= 0%", which always
/// holds, "> 100%", which never does.
Parsed<UpWhen> parse_up_when(std::string_view text);

// --- money (parse_price.cpp) ---

/// "70 per mo", "70 EUR/mo" (by time); "0.12 per GB mo" (by data); "0.40 per million requests" (by requests); "2000
/// EUR" (once). What the key counts must be there, and nothing else.
Parsed<Price> parse_price(std::string_view text, PriceForm form);
/// What the file gives without quotes; only what is paid once.
Parsed<Price> price_from_number(double amount);
/// The name of a currency: "EUR", one word of at most 12 bytes.
Parsed<std::string> parse_currency(std::string_view text);

// --- new versions (parse_rollout.cpp) ---

/// So many members of a group or a share of them: "2", "25%". Refused: none at all, more than all.
Parsed<MemberShare> parse_member_share(std::string_view text);
/// The same for a number that the file gives without quotes.
Parsed<MemberShare> member_share_from_number(std::int64_t count);

/// How a new version comes to the members: "rolling 25%", "rolling 1", "canary 5% for 10 min", "canary 5% for 10 min,
/// then rolling 25%", "blue-green", "all".
Parsed<Rollout> parse_rollout(std::string_view text);

// --- distributions (parse_law.cpp) ---

/// Gives the bytes of a data file that a scenario names. It decides which files may be read; its error's offset
/// is ignored.
using FileReader = std::function<Parsed<std::string>(std::string_view path)>;

/// Any distribution of the scenario language:
///
///     exp(mean 4 mo)                         weibull(shape 0.7, mean 4.3 mo) or (shape .., scale ..)
///     lognormal(median 30 min, p95 2 h)      or p90, p99; or (mean, median), (mean, cv), (median, sigma)
///     gamma(mean .., cv ..) or (shape, scale)    erlang(stages 3, mean ..)    normal(mean .., sd ..)
///     uniform(20 s, 30 s)    triangular(min .., mode .., max ..)    hyperexp(30%: 1 min, 70%: 2 h)
///     bathtub(infant shape .., infant scale .., chance mean .., wear shape .., wear scale ..)
///     empirical("file.csv")  mix(90%: 1 min, 10%: exp(mean 1 h))    X capped 1 d    2 h (constant)
///     instant (0 s)    never
///
/// Weights must sum to 100 % within 1e-9. Distributions nest up to 32 deep. Without `read_file` `empirical` is an
/// error.
Parsed<sim::Law> parse_law(std::string_view text, const FileReader& read_file = {});

/// The data of an empirical law: one time a line, "12 min" or a number of seconds; blank lines, lines that begin
/// with `#` and a first line without any digit are skipped. Ascending on return. The offset of an error is that of
/// the line in `data`; its message names the line. At most 1 million lines.
Parsed<std::vector<double>> parse_measured_times(std::string_view data);

// --- calendar (parse_calendar.cpp) ---

/// "Mon 09:00", "09:00" (of Monday), "2026-01-05 09:00" (its position in its week).
Parsed<ClockTime> parse_clock_time(std::string_view text);

/// "14:00", "14:00:30": a time of every day, kept as that of Monday.
Parsed<ClockTime> parse_time_of_day(std::string_view text);

/// "every 1 d at 02:00", "every 1 wk on Sun at 01:00", "every 30 d", "every 1 mo", "30 d at 02:00" (the word
/// `every` may be left out). `on` needs a period of whole weeks; with a period that is not of whole days `at` holds
/// for the first time only.
Parsed<Schedule> parse_schedule(std::string_view text);
/// "every 60 s", or "streamed".
Parsed<LogPace> parse_log_pace(std::string_view text);

/// "Sun 02:00-06:00", "Mon-Fri 09:00-17:00", several with commas, "02:00-06:00" (each day), "24x7" or "always".
/// Ascending and without overlap on return; windows across midnight are cut at the week's end only.
Parsed<std::vector<WeekWindow>> parse_week_windows(std::string_view text);

// --- references (parse_reference.cpp) ---

/// What kind of id, because only some may contain a slash.
enum class IdKind { plain, domain };

/// Checks an id: letters, digits, `-`, `_`; for domains also `/` between parts; 1 to 200 bytes.
Parsed<std::string> parse_id(std::string_view text, IdKind kind = IdKind::plain);

/// "web", "web/2", "group:web", "domain eu", "tag:blue". `start` is the place of the text's first character; the
/// result's place follows from it. Kinds that the language has but this version does not are refused with
/// `codes::not_supported`.
Parsed<Reference> parse_reference(std::string_view text, Place start = {});

/// A reference, or a pattern whose last part is `*`: "eu/*".
Parsed<Selector> parse_selector(std::string_view text, Place start = {});

/// "orders", "2 of web", "any of cdn-a, cdn-b", "all of a, b", "3 of db-1, db-2, db-3".
Parsed<Need> parse_need(std::string_view text, Place start = {});

/// "fail domain eu for 6 h", "restore web/1", "partition eu/az1 from eu/az2 for 1 h", "slow web/1 by 60% for 2 h",
/// "resize web to 800 req/s takes 5 min", "corrupt orders noticed after 20 min", "scale load of shop by 3 for 2 h". Any
/// other `scale` is refused with `codes::not_supported`.
Parsed<EventAction> parse_event_action(std::string_view text, Place start = {}, const FileReader& read_file = {});

// --- plans (parse_plan.cpp) ---

/// "domain eu down for 10 min", "orders down".
Parsed<DownFor> parse_down_for(std::string_view text, Place start = {});

/// "domain eu up for 24 h, in Sun 02:00-06:00", "never".
Parsed<Failback> parse_failback(std::string_view text, Place start = {});

/// A schedule, or "never".
Parsed<Drill> parse_drill(std::string_view text);

/// "promote pg-us takes 2 min", "scale web-us to 9", "start web-us to 4", "switch edge to front-us", "restore orders on
/// pg-us", "do call the provider takes 1 h"; `takes` a distribution, then `works` a share.
Parsed<PlanStep> parse_plan_step(std::string_view text, Place start = {}, const FileReader& read_file = {});

// --- effects (parse_reference.cpp) ---

/// "stop", "hang", "lose-data", "partition", "corrupt", "encrypt", "slow 30%": above 0% and below 100%.
Parsed<FailureEffect> parse_effect(std::string_view text);

}  // namespace nines::scenario
