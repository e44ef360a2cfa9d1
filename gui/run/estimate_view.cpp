// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/estimate_view.hpp"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>
#include <cmath>

#include "gui/look/colours.hpp"
#include "gui/look/translated.hpp"
#include "models/report/verification.hpp"
#include "models/results/exact_rows.hpp"
#include "models/results/figure_words.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::gui {
namespace {

constexpr double figure_growth = 1.9;
/// Beyond this many standard errors chance is no explanation.
constexpr double far_off = 4.5;

QString text_of(const std::string& text) {
    return QString::fromStdString(text);
}

const results::Metric* exact_row(const results::Results& results, const std::string& subject) {
    for (const results::Metric& row : results.exact) {
        if (row.subject == subject && row.metric == "unavailability") return &row;
    }
    return nullptr;
}

/// Why the exact engine has no figure; empty: it was not asked, or took too long.
QString why_not_solved(const RunOutcome& outcome, const std::string& subject) {
    const auto* solved = outcome.reasons          ? &*outcome.reasons
                         : outcome.results.solved ? &*outcome.results.solved
                                                  : nullptr;
    if (solved == nullptr || solved->missing.empty()) return {};
    for (const std::string& missing : solved->missing) {
        if (missing.find(subject) != std::string::npos) return text_of(missing);
    }
    return text_of(solved->missing.front());
}

}  // namespace

EstimateView::EstimateView(QWidget* parent) : QWidget(parent), layout_(new QVBoxLayout(this)) {
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->addStretch(1);
}

EstimateView::Block& EstimateView::block(std::size_t index, const QString& name) {
    while (blocks_.size() <= index) {
        Block block;
        block.box = new QWidget;
        auto* column = new QVBoxLayout(block.box);
        column->setContentsMargins(0, 0, 0, fontMetrics().height() / 2);
        column->setSpacing(0);
        const auto add = [&](const char* part) {
            auto* label = new QLabel;
            label->setObjectName(QLatin1String(part) + QString::number(blocks_.size()));
            label->setWordWrap(true);
            label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
            column->addWidget(label);
            return label;
        };
        block.name = add("service-name-");
        block.name->setTextFormat(Qt::PlainText);
        block.value = add("service-value-");
        block.interval = add("service-interval-");
        block.verified = add("service-verified-");
        QFont large = font();
        large.setPointSizeF(large.pointSizeF() * figure_growth);
        large.setBold(true);
        block.value->setFont(large);
        layout_->insertWidget(static_cast<int>(blocks_.size()), block.box);
        blocks_.push_back(block);
    }
    Block& found = blocks_[index];
    found.box->show();
    found.name->setText(name);
    found.verified->clear();
    found.verified->hide();
    return found;
}

void EstimateView::clear() {
    for (Block& block : blocks_) block.box->hide();
}

void EstimateView::show_interval(Block& block, const sim::Interval& down, quint64 trials) {
    const double half = (down.high - down.low) / 2.0;
    const QString count = text_of(results::count_text(trials));
    const QString nines = translated(results::nines_words(down.estimate, down.low, down.high));
    if (down.estimate <= 0.0) {
        block.value->setText(tr("no outage seen"));
        block.interval->setText(tr("at least %1\n%2 \u00b7 %3 trials")
                                    .arg(text_of(results::availability_text(down.high, 0.0)), nines, count));
        return;
    }
    block.value->setText(text_of(results::availability_text(down.estimate, half)));
    const QString low = text_of(results::availability_text(down.high, half));
    const QString high = text_of(results::availability_text(down.low, half));
    const QString doubt = down.unreliable ? QLatin1Char('\n') + tr("too few outages to trust the interval") : QString();
    block.interval->setText(tr("%1 to %2\n%3 \u00b7 %4 trials").arg(low, high, nines, count) + doubt);
}

void EstimateView::show_progress(const observe::Progress& progress) {
    clear();
    for (std::size_t i = 0; i < progress.services.size(); ++i) {
        const observe::ServiceProgress& service = progress.services[i];
        show_interval(block(i, text_of(std::string(results::name_of(service.name)))), service.unavailability,
                      progress.trials);
    }
    colour_blocks();
}

void EstimateView::show_verdict(Block& block, const RunOutcome& outcome, const results::Metric& row) {
    const results::Metric* exact = exact_row(outcome.results, row.subject);
    if (exact == nullptr) {
        const QString why = why_not_solved(outcome, row.subject);
        if (!outcome.settled) return;
        block.role = Role::standby;
        block.verified->setText(tr("No exact figure to verify it with."));
        block.verified->setToolTip(why.isEmpty() ? tr("None was found within the time given to it.") : why);
        return block.verified->show();
    }
    const QString figure = text_of(results::availability_text(exact->estimate, 0.0));
    const auto z = results::z_score(row, *exact, outcome.results.run.confidence);
    const bool is_off = z && std::abs(*z) > far_off;
    block.role = is_off ? Role::warning : Role::verified;
    block.verified->setToolTip({});
    if (!z) {
        block.verified->setText(tr("Exact: %1").arg(figure));
    } else if (is_off) {
        block.verified->setText(
            tr("Not verified: exact %1, z = %2, more than chance explains").arg(figure, text_of(report::z_text(*z))));
    } else {
        block.verified->setText(QStringLiteral("\u2714 ") +
                                tr("Verified: exact %1, z = %2").arg(figure, text_of(report::z_text(*z))));
    }
    block.verified->show();
}

void EstimateView::show_outcome(const RunOutcome& outcome) {
    clear();
    std::size_t index = 0;
    for (const std::string& subject : results::subjects_of(outcome.results, "service")) {
        const results::Metric* row = results::find_metric(outcome.results, subject, "unavailability");
        if (row == nullptr) continue;
        Block& shown = block(index++, text_of(std::string(results::name_of(subject))));
        show_interval(shown, {row->estimate, row->low, row->high, row->unreliable}, row->n);
        show_verdict(shown, outcome, *row);
    }
    colour_blocks();
}

void EstimateView::colour_blocks() {
    for (Block& block : blocks_) {
        QPalette shown = palette();
        shown.setColor(QPalette::WindowText, colour(block.role, palette()));
        block.verified->setPalette(shown);
    }
}

void EstimateView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) colour_blocks();
}

}  // namespace nines::gui
