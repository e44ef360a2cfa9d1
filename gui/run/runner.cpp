// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/runner.hpp"

namespace nines::gui {

Runner::Runner(QObject* parent) : QObject(parent) {}

Runner::~Runner() = default;

void Runner::start(const validate::Opened&, const results::StudyOptions&, quint64) {}

void Runner::cancel() {}

bool Runner::is_running() const {
    return false;
}

std::shared_ptr<const RunOutcome> Runner::outcome() const {
    return {};
}

}  // namespace nines::gui
