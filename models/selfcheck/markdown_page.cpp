// SPDX-License-Identifier: GPL-3.0-or-later
#include <string_view>

#include <fmt/format.h>

#include "models/report/markdown.hpp"
#include "models/selfcheck/cells.hpp"
#include "models/selfcheck/page.hpp"

namespace nines::selfcheck {

namespace {

constexpr std::string_view preface = R"(# Validation

<!-- Generated: nines selfcheck --format md > docs/validation.md -->

Why believe a figure of Nines? Because designs whose answer others have published come out as they should, and because
two engines that share no arithmetic agree on them. `nines selfcheck` does this anew on any machine: the designs and the
published numbers are part of the program.

## How a figure is checked

1. **Published against exact.** The design is solved without chance, as a Markov chain or from its structure. The
   figure must equal the published one up to the digits that were printed (or, where we computed it a second time with a
   program of its own, up to rounding). This finds a design that was understood otherwise than its author meant it, and
   mistakes in the rules of the model.
2. **Exact against simulated.** The same design is simulated with a fixed seed, and the estimate must lie within 4.5
   standard errors of the exact figure (of the published one where there is no exact one, or where the exact engine had
   to follow a distribution approximately). A right program exceeds that once in 150 000 figures. This finds mistakes in
   sampling, in counting, and in what only a simulator has: clocks, calendars, queues.

Both engines take what an event does from one and the same code, so that the first comparison, with people who knew
nothing of this program, is the one that counts; the second says that the estimates deserve their intervals.

The column *Published* says how we know the number: *seen* in the cited text or in one that quotes it, *from memory* and
reproduced by a second computation, or *computed* for the cited model apart from this program (closed form or chain).
`-` stands where an engine has no such figure; *Simulated* is empty where the event is too rare to wait for.

A phase-type figure follows some distribution of the design only approximately; its verdict tells by how much it is off,
and simulation decides.

## How to add one

A scenario in `scenarios/reference` with its source and, where there is one, the closed form in its head; a table in
`models/selfcheck/published` that says how to run it and what should come out; then this page anew with the command in
its first lines. Tolerances come from the printed digits. A figure that does not agree is a finding: either we read
the design otherwise than its author, or one of the two programs is wrong.

## What is not checked here

Published cases that we know of and that the language cannot say yet, or not exactly:

- the two-processor system of Heimann, Mittal and Trivedi: there the failure of *either* processor interrupts both until
  they are reconfigured or rebooted, and nothing fails meanwhile; here the loss of a standby interrupts nobody, or stalls
  writes without a question of coverage, and failures go on;
- the active units of Bouricius, Carter and Schneider, of which an uncovered failure of either ends the mission (the
  coverage of a *switch* and of a *failover* are checked; a stage that fails is tried again or left to people);
- the workstation cluster as the model checker PRISM has it, where the inspections of five classes of units race (with
  repair that begins at once it is checked);
- the embedded control system of Muppala, Ciardo and Trivedi, and other chains whose rates depend on the whole state;
- dynamic fault trees whose spares are unlike what they stand in for, or stand in for several places by order of a list;
- a common cause that strikes only while everything works, for more than two units;
- backups and their recovery points (Keeton and Merchant and others) and costs, which only the tests hold against closed
  forms, and expected rewards other than members up and work of crews;
- quantiles of recovery times to more digits than the bins in which lengths are counted;
- several starting states at once: each start is a run of its own, as for the power supplies and motors, where 0.9 and
  0.1 of the two starts make the 0.974308 and 0.309003 that were published.

)";

std::string row(const std::vector<std::string>& cells) {
    return fmt::format("| {} |\n", fmt::join(cells, " | "));
}

std::string run_table(const RunOutcome& run, const Case& of) {
    std::string text = fmt::format("`{}`\n\n", title_of(run, of));
    text += row({"Figure", "Published", "Exact", "Simulated (95 % interval)", "z", "Verdict"});
    text += row({"---", "---", "---", "---", "---", "---"});
    for (const Outcome& one : run.outcomes) {
        const Cells cells = cells_of(one);
        text += row({cells.figure, fmt::format("{} ({})", cells.published, to_text(one.figure.provenance)), cells.exact,
                     cells.simulated, cells.z, cells.verdict});
    }
    return text + "\n";
}

}  // namespace

std::string markdown_page(const std::vector<CaseOutcome>& outcomes) {
    std::string text(preface);
    Count count;
    for (const CaseOutcome& outcome : outcomes) count.add(outcome);
    text += fmt::format("## The figures\n\n{}\n\n", summary_text(count));
    for (const CaseOutcome& outcome : outcomes) {
        text += fmt::format("### {}\n\n{}. Source: {}\n\n", outcome.of.name, report::markdown_escaped(outcome.of.title),
                            report::markdown_escaped(outcome.of.source));
        for (const RunOutcome& run : outcome.runs) text += run_table(run, outcome.of);
    }
    while (text.ends_with("\n\n")) text.pop_back();
    return text;
}

}  // namespace nines::selfcheck
