// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/sweeper.hpp"

#include <exception>

namespace nines::gui {

namespace {

/// Thrown out of the preparation of many points.
class Cancelled : public std::exception {
public:
    const char* what() const noexcept override { return ""; }
};

/// Opening thousands of points takes a while too.
compare::OpenPoint until_cancelled(const SweptText& design, const std::function<bool()>& go_on) {
    return [open = design.opener(), go_on](const std::vector<std::string>& overrides) {
        if (!go_on()) throw Cancelled();
        return open(overrides);
    };
}

}  // namespace

compare::OpenPoint SweptText::opener() const {
    return [design = *this](const std::vector<std::string>& overrides) {
        return validate::open_text(design.title, design.text,
                                   {.overrides = overrides, .folder = design.folder, .check_varied = false});
    };
}

void Sweeper::start_sweep(const SweptText& design, const SweepOrder& order) {
    if (is_running()) return;
    task_ = Task::sweep;
    begin([this, design, order](const Hands& hands) -> Ended {
        const auto plan = compare::prepare_sweep(order.varied, until_cancelled(design, hands.go_on), order.options);
        if (!plan.problems.empty()) {
            const auto& files = plan.files;
            return {{}, words_of(plan.problems, files.empty() ? design.opener()({}).scenario.files : files)};
        }
        const auto found = std::make_shared<const compare::Sweep>(
            compare::run_sweep(plan, order.metrics, hands.progress, hands.go_on));
        if (found->figures.run.trials == 0) return {};
        if (compare::figures_in(found->figures).empty()) return {{}, tr("The design has no such figure.")};
        return {[this, found, revision = design.revision] {
                    sweep_ = found;
                    sweep_revision_ = revision;
                    Q_EMIT sweep_changed();
                },
                {}};
    });
}

void Sweeper::start_tornado(const SweptText& design, const TornadoOrder& order) {
    if (is_running()) return;
    task_ = Task::tornado;
    begin([this, design, order](const Hands& hands) -> Ended {
        const auto prepared =
            compare::prepare_tornado(until_cancelled(design, hands.go_on), order.range, order.options);
        if (!prepared.problems.empty()) {
            return {{}, words_of(prepared.problems, design.opener()({}).scenario.files)};
        }
        const auto found = std::make_shared<const Tornados>(
            compare::run_tornado(prepared, order.metrics, hands.progress, hands.go_on));
        if (found->empty()) return {{}, hands.go_on() ? tr("The design has no such figure.") : QString()};
        if (found->front().figures.run.trials == 0) return {};
        return {[this, found, revision = design.revision] {
                    tornados_ = found;
                    tornados_revision_ = revision;
                    Q_EMIT tornados_changed();
                },
                {}};
    });
}

}  // namespace nines::gui
