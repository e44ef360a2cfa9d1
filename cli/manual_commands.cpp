// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <string>

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "models/scenario/reference.hpp"
#include "models/scenario/schema.hpp"

// The two that print what is generated from the table of fields.
namespace nines::cli {

Command add_schema(CLI::App& program) {
    CLI::App* app = program.add_subcommand("schema", "Print the JSON Schema of scenario files, for editors");
    app->footer(R"(Example:
  nines schema > nines.schema.json

Then name it in the first line of a scenario, which editors with a TOML language server understand:
  #:schema ./nines.schema.json)");
    return {app, [] { return write_data(scenario::json_schema()); }};
}

Command add_reference(CLI::App& program) {
    CLI::App* app = program.add_subcommand("reference", "Print the manual of the scenario language (Markdown)");
    auto diagnostics = std::make_shared<bool>(false);
    app->add_flag("--diagnostics", *diagnostics, "The manual of all errors and warnings instead");
    app->footer(R"(Examples:
  nines reference | less
  nines reference --diagnostics > diagnostics.md)");
    return {app, [diagnostics] {
                return write_data(*diagnostics ? scenario::diagnostics_reference() : scenario::scenario_reference());
            }};
}

}  // namespace nines::cli
