// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "models/results/metric_catalogue.hpp"
#include "models/scenario/parse.hpp"
#include "models/selfcheck/catalogue.hpp"
#include "models/selfcheck/figure_unit.hpp"
#include "models/toml/read.hpp"

namespace nines::selfcheck {

namespace {

using scenario::Table;
using scenario::Value;

/// Reads one table; what is wrong in it goes to `problems` with the table's name.
class TableReader {
public:
    TableReader(const Table& table, std::string name, std::vector<std::string>& problems)
        : table_(&table), name_(std::move(name)), problems_(&problems) {}

    void say(const std::string& problem) const { problems_->push_back(fmt::format("{}: {}", name_, problem)); }

    void allow(std::initializer_list<std::string_view> keys) const {
        for (const scenario::Entry& entry : table_->entries) {
            if (std::ranges::find(keys, entry.key) == keys.end()) say(fmt::format("unknown key \"{}\"", entry.key));
        }
    }

    std::string text(std::string_view key) const {
        const Value* value = scenario::find(*table_, key);
        if (value == nullptr) return {};
        if (const std::string* text = value->string()) return *text;
        say(fmt::format("\"{}\" is not a text", key));
        return {};
    }

    std::string needed_text(std::string_view key) const {
        std::string result = text(key);
        if (result.empty()) say(fmt::format("\"{}\" is missing", key));
        return result;
    }

    std::optional<double> number(std::string_view key) const {
        const Value* value = scenario::find(*table_, key);
        if (value == nullptr) return std::nullopt;
        if (const auto* whole = value->get_if<std::int64_t>()) return static_cast<double>(*whole);
        if (const auto* real = value->get_if<double>()) return *real;
        say(fmt::format("\"{}\" is not a number", key));
        return std::nullopt;
    }

    bool flag(std::string_view key) const {
        const Value* value = scenario::find(*table_, key);
        if (value == nullptr) return false;
        if (const bool* truth = value->get_if<bool>()) return *truth;
        say(fmt::format("\"{}\" is not true or false", key));
        return false;
    }

    std::optional<Duration> duration(std::string_view key) const {
        const std::string written = text(key);
        if (written.empty()) return std::nullopt;
        const auto parsed = scenario::parse_duration(written);
        if (parsed) return *parsed;
        say(fmt::format("\"{}\": {}", key, parsed.error().message));
        return std::nullopt;
    }

    /// The items of an array; none if it is absent.
    std::vector<const Value*> items(std::string_view key) const {
        std::vector<const Value*> result;
        const Value* value = scenario::find(*table_, key);
        if (value == nullptr) return result;
        if (value->array() == nullptr) {
            say(fmt::format("\"{}\" is not an array", key));
            return result;
        }
        for (const Value& item : value->array()->items) result.push_back(&item);
        return result;
    }

    std::vector<TableReader> tables(std::string_view key) const {
        std::vector<TableReader> result;
        for (const Value* item : items(key)) {
            const std::string name = fmt::format("{}, {} {}", name_, key, result.size() + 1);
            if (item->table() != nullptr) result.emplace_back(*item->table(), name, *problems_);
        }
        if (result.empty()) say(fmt::format("no \"{}\"", key));
        return result;
    }

private:
    const Table* table_;
    std::string name_;
    std::vector<std::string>* problems_;
};

/// What a case says for all its figures.
struct Usual {
    double tolerance = 0.0;
    Provenance provenance = Provenance::computed;
};

Usual read_usual(const TableReader& reader, const Usual& outer) {
    Usual usual = outer;
    if (const auto tolerance = reader.number("tolerance")) usual.tolerance = *tolerance;
    const std::string written = reader.text("provenance");
    if (written.empty()) return usual;
    const auto provenance = provenance_of(written);
    if (!provenance) reader.say(fmt::format("provenance \"{}\" is not known", written));
    usual.provenance = provenance.value_or(Provenance::computed);
    return usual;
}

void check_figure(const TableReader& reader, const Figure& figure) {
    const results::MetricInfo* metric = results::metric_info(figure.metric);
    const auto unit = figure_unit(figure.unit);
    if (metric == nullptr) return reader.say(fmt::format("there is no metric \"{}\"", figure.metric));
    if (!unit) return reader.say(fmt::format("there is no unit \"{}\"", figure.unit));
    if (unit->metric_unit != metric->unit) {
        reader.say(fmt::format("\"{}\" is not a unit of {}", figure.unit, figure.metric));
    }
    if (!(figure.tolerance > 0.0)) reader.say("no tolerance");
    if (figure.published == 0.0) reader.say("a relative tolerance needs a figure that is not 0");
}

Figure read_figure(const TableReader& reader, const Usual& of_case) {
    reader.allow({"of", "metric", "at", "complement", "is", "unit", "tolerance", "provenance"});
    const Usual usual = read_usual(reader, of_case);
    Figure figure;
    figure.subject = reader.needed_text("of");
    figure.metric = reader.needed_text("metric");
    figure.at = reader.duration("at");
    figure.complement = reader.flag("complement");
    figure.published = reader.number("is").value_or(0.0);
    figure.unit = reader.text("unit");
    figure.tolerance = usual.tolerance;
    figure.provenance = usual.provenance;
    check_figure(reader, figure);
    return figure;
}

Run read_run(const TableReader& reader, const Usual& usual) {
    reader.allow({"define", "steady", "horizon", "trials", "figures"});
    Run run;
    for (const Value* item : reader.items("define")) {
        if (const std::string* text = item->string()) run.overrides.push_back(*text);
    }
    run.steady = reader.flag("steady");
    run.horizon = reader.duration("horizon");
    if (const auto trials = reader.number("trials")) run.trials = static_cast<std::uint64_t>(*trials);
    for (const TableReader& figure : reader.tables("figures")) run.figures.push_back(read_figure(figure, usual));
    return run;
}

Case read_case(const TableReader& reader, const std::string& name) {
    reader.allow({"title", "scenario", "source", "tolerance", "provenance", "run"});
    Case one;
    one.name = name;
    one.title = reader.needed_text("title");
    one.scenario = reader.needed_text("scenario");
    one.source = reader.needed_text("source");
    const Usual usual = read_usual(reader, {});
    for (const TableReader& run : reader.tables("run")) one.runs.push_back(read_run(run, usual));
    return one;
}

}  // namespace

Catalogue read_catalogue(const std::string& name, std::string_view toml) {
    Catalogue catalogue;
    const auto read = scenario::read_preset_text(name, toml, 0);
    for (const auto& diagnostic : read.diagnostics) {
        catalogue.problems.push_back(scenario::format_diagnostic(diagnostic, read.document.files));
    }
    const Value* cases = scenario::find(read.document.root, "case");
    if (cases == nullptr || cases->table() == nullptr) {
        catalogue.problems.push_back(fmt::format("{}: no table [case.NAME]", name));
        return catalogue;
    }
    for (const scenario::Entry& entry : cases->table()->entries) {
        if (entry.value.table() == nullptr) continue;
        catalogue.cases.push_back(read_case({*entry.value.table(), entry.key, catalogue.problems}, entry.key));
    }
    return catalogue;
}

}  // namespace nines::selfcheck
