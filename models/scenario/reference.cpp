// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/reference.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <typeindex>
#include <vector>

#include <fmt/format.h>

#include "models/scenario/fields.hpp"
#include "models/scenario/fields/vary.hpp"
#include "models/scenario/semantic_codes.hpp"
#include "models/scenario/value_form.hpp"

namespace nines::scenario {
namespace {

constexpr std::string_view introduction = R"md(# Scenario reference

<!-- Generated from models/scenario/fields; do not edit. -->

A scenario is a TOML file that begins with `format = 1`. Each thing stands in a table `[kind.id]`.
Values with a unit are strings.

| Form | Examples |
|---|---|
| duration | `"500 ms"`, `"30 s"`, `"5 min"`, `"2 h"`, `"3 d"`, `"1 wk"`, `"6 mo"`, `"1 y"`; 1 y = 365 d, 1 mo = y/12 |
| rate | `"0.5 per y"`, `"2 per 30 d"` |
| size | `"500 GB"` (powers of 1000), `"16 MiB"` (powers of 1024) |
| byte rate | `"2 MB/s"`, `"100 GB per h"` |
| request rate | `"400 req/s"`, `"2000 req/min"`, `"1e6 req/d"` |
| share | `"99.95%"`, `0.9995` |
| price | `"70 per mo"`, `"70 EUR/mo"` if that is the scenario's `currency`; `"0.12 per GB mo"`, `"0.40 per million requests"`; paid once: `2000`, `"2000 EUR"` |
| growth | `"30% per y"`, `"-5% per y"`, `"2% per mo"`; compound |
| target | `"99.95%"`, `"3 nines"`, `"99.9% per 30 d"` |
| credit | `"10% below 99.9%"`: a share of the fee, and a target |
| distribution | `"2 h"` (constant), `"exp(mean 4 mo)"`, `"weibull(shape 0.7, mean 4.3 mo)"`, `"lognormal(median 30 min, p95 2 h)"`, `"gamma(mean 1 h, cv 0.5)"`, `"erlang(stages 3, mean 1 h)"`, `"normal(mean 1 h, sd 10 min)"`, `"uniform(20 s, 30 s)"`, `"triangular(min 1 h, mode 2 h, max 4 h)"`, `"hyperexp(30%: 1 min, 70%: 2 h)"`, `"bathtub(infant shape 0.5, infant scale 10 y, chance mean 5 y, wear shape 4, wear scale 8 y)"`, `"empirical(\"times.csv\")"`, `"mix(90%: 1 min, 10%: exp(mean 1 h))"`, `"exp(mean 1 h) capped 1 d"`, `"instant"` (0 s), `"never"` |
| schedule | `"every 1 d at 02:00"`, `"every 1 wk on Sun at 01:00"` |
| window | `"Sun 02:00-06:00"`, `"Mon-Fri 09:00-17:00"` |
| clock time, time of day | `"Mon 09:00"`, `"14:00"` |
| condition | `"served >= 99% of offered"`, `"served > 50% of offered"` |
| need | `"db"`, `"2 of web"`, `"any of cdn-a, cdn-b"`, `"all of web"`, `"store:orders"` |
| selector | `"web"`, `"web/2"`, `"web/*"`, `"eu/*"`, `"tag:blue"`, `"domain eu"` |
| action | `"fail domain eu for 6 h"`, `"restore web/1"` |

A bare name means the group called so, or else the service, the store, the balancer, the node, the domain;
`balancer:edge` and `domain eu` say which.

Who says a value, weakest first: the default below, `[defaults.KIND]`, `like`, `preset`, the thing's own keys, `-D` on
the command line. A table within a thing is overridden key by key; a list replaces a list, except that `failure` adds
modes (a mode of the same name is overridden key by key). A key of a stronger source silences keys that say the same in
another way, as `ttr` silences `mttr`. A `preset` beside `like` is stronger than the copied keys and takes the place of
the copy's preset, of which nothing stays. A table within a thing may have a `preset` too, as `failover` and `check`
have: the same order holds there, key by key. Where a table may be written as one bare value, as in `standby = "cold"`,
the bare value replaces a whole table, while a table over a bare value changes its own keys only. `nines explain` shows
for each value who said it.

`-D KIND.ID.KEY=VALUE` changes one value: `-D group.web.count=4`, `-D "node.vm.failure.crash.rate=1 per y"`,
`-D store.orders.failover.preset=patroni`, `-D "store.orders.failover.detect.timeout=15 s"`,
`-D "store.orders.follower.1.lag=5 s"`. Of the domains that `split` makes, `-D "domain.eu/az1.rate=1 per y"` reaches one
and `-D "domain.eu.az.rate=1 per y"` all.
)md";

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '|') result += '\\';
        result += c;
    }
    return result;
}

std::string bounds_text(const Bounds& bounds) {
    std::vector<std::string> parts;
    if (std::isfinite(bounds.low)) parts.push_back(fmt::format("{} {}", bounds.low_excluded ? ">" : "≥", bounds.low));
    if (std::isfinite(bounds.high)) {
        parts.push_back(fmt::format("{} {}", bounds.high_excluded ? "<" : "≤", bounds.high));
    }
    return fmt::format("{}", fmt::join(parts, ", "));
}

/// Where the keys of a table within a thing are described: the first kind that has such a table.
struct Described {
    std::string kind;
    std::string path;
};
using DescribedTables = std::map<std::type_index, Described>;

/// One table of keys; tables within it follow as sections of their own, one for all that have the same keys.
class ReferenceVisitor {
public:
    /// `path` stands before the keys in the titles of sections.
    ReferenceVisitor(std::string kind, DescribedTables& described, std::string path = {})
        : kind_(std::move(kind)), described_(described), path_(std::move(path)) {}

    template <class T, class M>
    void field(const FieldSpec& spec, Field<M> T::*) {
        const FormInfo form = form_of(KindTag<M>{}, spec);
        std::string type = form.noun;
        if (!form.words.empty()) type = fmt::format("`{}`", fmt::join(form.words, "`, `"));
        row(spec, type);
    }

    template <class T>
    void name(const FieldSpec& spec, std::string T::*) {
        row(spec, "id");
    }

    template <class T, class Part>
    void table(const FieldSpec& spec, Field<Part> T::*) {
        row(spec, spec.shorthand.empty() ? "table" : fmt::format("table, or `{}`", spec.shorthand));
        section<Part>(spec);
    }

    template <class T, class Part>
    void part(const FieldSpec& spec, Part T::*) {
        row(spec, "table");
        section<Part>(spec);
    }

    template <class T, class Part>
    void tables(const FieldSpec& spec, std::vector<Part> T::*) {
        row(spec, "list of tables");
        if constexpr (!std::is_same_v<Part, FailureMode>) section<Part>(spec);
    }

    template <class T>
    void unnamed_mode(std::vector<FailureMode> T::*) {
        rows_ += "| *keys of a [failure mode](#failure-modes)* | | The unnamed mode. | | |\n";
    }

    void reuse(const FieldSpec& spec) { row(spec, spec.example.starts_with('[') ? "text or list" : "text"); }

    void later(const LaterSpec& spec) { later_ += fmt::format("- `{}`: {} ({})\n", spec.key, spec.help, spec.reason); }

    std::string take() const {
        std::string text = "| Key | Form | Meaning | Default | Example |\n|---|---|---|---|---|\n" + rows_;
        if (!later_.empty()) text += "\nNot yet supported:\n\n" + later_;
        for (const Section& section : sections_) {
            text += fmt::format("\n### `{}`\n\n{}", fmt::join(section.keys, "`, `"), section.text);
        }
        return text;
    }

private:
    struct Section {
        std::vector<std::string> keys;
        std::string text;
    };

    void row(const FieldSpec& spec, std::string type) {
        const std::string bounds = bounds_text(spec.bounds);
        if (!bounds.empty()) type += fmt::format(" {}", bounds);
        std::string help(spec.help);
        if (!spec.alternatives.empty()) help += fmt::format(" *One way of {}.*", spec.alternatives);
        if (!spec.instead_of.empty()) help += fmt::format(" *Silences an inherited `{}`.*", spec.instead_of);
        if (!spec.source.empty()) help += fmt::format(" ({})", spec.source);
        rows_ += fmt::format("| `{}` | {} | {} | {} | `{}` |\n", spec.key, escaped(type), escaped(help),
                             escaped(spec.default_text), escaped(spec.example));
    }

    template <class Part>
    void section(const FieldSpec& spec) {
        const std::string key = path_ + std::string(spec.key);
        const std::string text = section_text<Part>(key);
        const auto same =
            std::find_if(sections_.begin(), sections_.end(), [&](const Section& known) { return known.text == text; });
        if (same == sections_.end()) {
            sections_.push_back({{key}, text});
        } else {
            same->keys.push_back(key);
        }
    }

    /// The table of `key`, or where another kind has the same one.
    template <class Part>
    std::string section_text(const std::string& key) {
        const Described& first = described_.try_emplace(typeid(Part), Described{kind_, key}).first->second;
        if (first.kind != kind_) return fmt::format("Keys as in `{0}` of a [{1}](#{1}).\n", first.path, first.kind);
        ReferenceVisitor visitor(kind_, described_, key + ".");
        fields_of(KindTag<Part>{}, visitor);
        return visitor.take();
    }

    std::string kind_;
    DescribedTables& described_;
    std::string rows_;
    std::string later_;
    std::vector<Section> sections_;
    std::string path_;
};

template <class T>
std::string kind_section(KindTag<T> tag, DescribedTables& described) {
    const KindInfo info = kind_info(tag);
    ReferenceVisitor visitor(std::string(info.word), described);
    fields_of(tag, visitor);
    return fmt::format("\n## {}\n\n{}\n\n```toml\n{}\n```\n\n{}", info.word, info.question, info.example,
                       visitor.take());
}

std::string failure_mode_section() {
    DescribedTables none;
    ReferenceVisitor visitor({}, none);
    fields_of(KindTag<FailureMode>{}, visitor);
    return "\n## Failure modes\n\nWritten directly in a node or domain, or in `[[node.ID.failure]]` with a `name`.\n"
           "Exactly one key gives the time to failure, at most one the time to repair.\n\n" +
           visitor.take();
}

std::string vary_section() {
    const KindInfo info = kind_info(KindTag<Vary>{});
    DescribedTables none;
    ReferenceVisitor visitor({}, none);
    fields_of(KindTag<Vary>{}, visitor);
    return fmt::format("\n## {}\n\n{}\n\n```toml\n{}\n```\n\n{}", info.word, info.question, info.example,
                       visitor.take());
}

}  // namespace

std::string scenario_reference() {
    std::string text(introduction);
    DescribedTables described;
    text += kind_section(KindTag<Experiment>{}, described);
    for_each_kind([&](auto tag, auto) { text += kind_section(tag, described); });
    text += failure_mode_section();
    text += vary_section();
    if (!later_kinds.empty()) text += "\n## Kinds not yet supported\n\n";
    for (const LaterSpec& later : later_kinds) {
        text += fmt::format("- `{}`: {} ({})\n", later.key, later.help, later.reason);
    }
    return text;
}

std::string diagnostics_reference() {
    std::string text =
        "# Diagnostics\n\n<!-- Generated from the catalogue of codes; do not edit. -->\n\n"
        "E is an error: the scenario cannot be run. W is a warning: it can, but look twice. R is a remark on results.\n"
        "Codes are stable.\n\n"
        "| Code | Meaning |\n|---|---|\n";
    for (const Code& code : diagnostic_catalogue())
        text += fmt::format("| {} | {} |\n", code.id, escaped(code.meaning));
    return text;
}

}  // namespace nines::scenario
