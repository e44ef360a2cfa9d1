// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "cli/scenario_arguments.hpp"
#include "models/scenario/explain.hpp"
#include "models/scenario/fields.hpp"
#include "models/scenario/nearest.hpp"

namespace nines::cli {

namespace {

struct ExplainArguments {
    ScenarioArguments scenario;
    std::string what;
};

constexpr const char* examples = R"(Examples:
  nines explain site.toml                      every value, and who said it: a line, a preset, a default
  nines explain site.toml --what node.web      one thing only
  nines explain site.toml -D node.web.mtbf="30 d" --what node.web)";

/// Every thing of the scenario by its "KIND.NAME".
class Things {
public:
    explicit Things(scenario::Scenario& scenario) : scenario_(scenario) {
        each([&](const std::string& kind, const auto& things) {
            for (const auto& thing : things) names_.push_back(kind + "." + thing.id);
        });
    }

    const std::vector<std::string>& names() const { return names_; }

    /// What was meant by a name that is none: for "web", whatever is called web; else the nearest.
    std::string hint_for(const std::string& name) const {
        std::vector<std::string> called;
        for (const std::string& known : names_) {
            if (known.substr(known.find('.') + 1) == name) called.push_back(fmt::format("\"{}\"", known));
        }
        if (!called.empty()) return fmt::format("did you mean {}?", fmt::join(called, " or "));
        const std::string near = scenario::did_you_mean(name, names_);
        return near.empty() ? "write KIND.NAME, for example node.web" : near;
    }

    void keep_only(const std::string& name) {
        each([&](const std::string& kind, auto& things) {
            std::erase_if(things, [&](const auto& thing) { return kind + "." + thing.id != name; });
        });
    }

private:
    template <class Visit>
    void each(Visit visit) {
        scenario::for_each_kind(
            [&](auto tag, auto member) { visit(std::string(scenario::kind_info(tag).word), scenario_.*member); });
    }

    scenario::Scenario& scenario_;
    std::vector<std::string> names_;
};

/// `explain` begins with the experiment and its blocks are parted by empty lines: the last block is the thing's.
std::string explained(const scenario::Scenario& scenario, const std::vector<scenario::Vary>& varied, bool only_one) {
    std::string text = scenario::explain(scenario, varied);
    if (!only_one) return text;
    const auto end = text.find_last_not_of('\n');
    const auto gap = text.rfind("\n\n", end);
    return gap == std::string::npos ? text : text.substr(gap + 2);
}

ExitCode explain_file(const ExplainArguments& arguments) {
    OpenedFile file = open_or_say(arguments.scenario.files.front(), arguments.scenario);
    if (file.code != ExitCode::fine) return file.code;
    scenario::Scenario& scenario = file.opened.scenario;
    if (arguments.what.empty()) return write_data(explained(scenario, file.opened.varied, false));

    Things things(scenario);
    const auto& names = things.names();
    if (std::find(names.begin(), names.end(), arguments.what) == names.end()) {
        say_error(fmt::format("the scenario has no \"{}\"", arguments.what), things.hint_for(arguments.what));
        return ExitCode::usage;
    }
    things.keep_only(arguments.what);
    return write_data(explained(scenario, {}, true));
}

}  // namespace

Command add_explain(CLI::App& program) {
    CLI::App* app = program.add_subcommand("explain", "Show a scenario after all reuse, each value with its source");
    auto arguments = std::make_shared<ExplainArguments>();
    add_one_file(*app, arguments->scenario);
    app->add_option("--what", arguments->what, "Only this thing")->type_name("KIND.NAME");
    app->footer(examples);
    return {app, [arguments] { return explain_file(*arguments); }};
}

}  // namespace nines::cli
