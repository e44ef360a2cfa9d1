// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/workspace.hpp"

#include <QFileInfo>
#include <QSettings>
#include <algorithm>
#include <memory>

namespace nines::gui {
namespace {

constexpr const char* recent_files_key = "recent_files";
constexpr int most_recent_files = 12;

QString recent_key() {
    return QLatin1String(recent_files_key);
}

/// The same for two ways of writing one file.
QString real_path(const QString& path) {
    const QFileInfo info(path);
    return info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
}

bool is_untouched(const Design& design) {
    const Document& document = design.document();
    return document.path().isEmpty() && !document.is_modified() && document.text() == Document().text();
}

}  // namespace

Workspace::Workspace(QObject* parent) : Workspace(gui::recovery_folder(), parent) {}

Workspace::Workspace(QString recovery_folder, QObject* parent)
    : QObject(parent), recovery_folder_(std::move(recovery_folder)) {}

std::vector<Design*> Workspace::designs() const {
    std::vector<Design*> designs;
    for (const Entry& entry : entries_) designs.push_back(entry.design);
    return designs;
}

std::vector<Design*> Workspace::designs_of(Side side) const {
    std::vector<Design*> designs;
    for (const Entry& entry : entries_) {
        if (entry.side == side) designs.push_back(entry.design);
    }
    return designs;
}

void Workspace::set_current(Design* design) {
    if (design == current_) return;
    current_ = design;
    Q_EMIT current_changed();
}

Side Workspace::side_of(const Design& design) const {
    return find(design)->side;
}

void Workspace::move(Design& design, Side side, std::size_t position) {
    entries_.erase(find(design));
    auto place = entries_.begin();
    for (std::size_t passed = 0; place != entries_.end(); ++place) {
        if (place->side == side && passed++ == position) break;
    }
    entries_.insert(place, {&design, side});
    Q_EMIT design_moved(&design);
}

Design& Workspace::add_new() {
    Design& design = add(make());
    set_current(&design);
    return design;
}

Design& Workspace::add_copy(const std::string& text) {
    Design& design = add(make());
    design.document().start_from(text, {}, false);
    set_current(&design);
    return design;
}

QString Workspace::open(const QString& path) {
    if (Design* already = find_file(path)) {
        set_current(already);
        return {};
    }
    auto design = make();
    const QString problem = design->document().open(QFileInfo(path).absoluteFilePath());
    if (!problem.isEmpty()) return problem;
    Design* untouched = current_ != nullptr && is_untouched(*current_) ? current_ : nullptr;
    set_current(&add(std::move(design)));
    if (untouched != nullptr) close(*untouched);
    remember_file(path);
    return {};
}

void Workspace::close(Design& design) {
    const auto entry = find(design);
    if (current_ == &design) {
        const auto index = static_cast<std::size_t>(entry - entries_.begin());
        Design* next = nullptr;
        if (entries_.size() > 1) next = entries_[index + 1 < entries_.size() ? index + 1 : index - 1].design;
        set_current(next);
    }
    Q_EMIT design_closing(&design);
    design.autosave().forget();
    entries_.erase(find(design));
    design.deleteLater();
}

void Workspace::set_autosave_interval(std::chrono::seconds interval) {
    autosave_interval_ = interval;
    for (const Entry& entry : entries_) entry.design->autosave().set_interval(interval);
}

void Workspace::look_for_left_work() {
    for (LeftWork& left : claim_left_work(recovery_folder_)) left_work_.push_back(std::move(left));
    if (!left_work_.empty()) Q_EMIT left_work_changed();
}

void Workspace::restore(std::size_t index) {
    LeftWork left = std::move(left_work_.at(index));
    left_work_.erase(left_work_.begin() + static_cast<std::ptrdiff_t>(index));
    const Recovery& work = left.recovery;
    Design* open = work.path.isEmpty() ? nullptr : find_file(work.path);
    Design& design = open != nullptr && !open->document().is_modified() ? *open : add(make());
    design.document().recover(work.path, work.text, work.layout, work.file_fingerprint);
    design.autosave().adopt(std::move(left.slot));
    design.file_watch().check();
    set_current(&design);
    Q_EMIT left_work_changed();
}

void Workspace::discard(std::size_t index) {
    left_work_.at(index).slot->remove();
    left_work_.erase(left_work_.begin() + static_cast<std::ptrdiff_t>(index));
    Q_EMIT left_work_changed();
}

QStringList Workspace::recent_files() const {
    return QSettings().value(recent_key()).toStringList();
}

void Workspace::remember_file(const QString& path) {
    const QString real = real_path(path);
    QStringList files = recent_files();
    files.removeAll(real);
    files.prepend(real);
    QSettings().setValue(recent_key(), QStringList(files.mid(0, most_recent_files)));
    Q_EMIT recent_files_changed();
}

void Workspace::forget_recent_files() {
    QSettings().remove(recent_key());
    Q_EMIT recent_files_changed();
}

Design* Workspace::find_file(const QString& path) const {
    const QString real = real_path(path);
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        const QString& open = entry.design->document().path();
        return !open.isEmpty() && real_path(open) == real;
    });
    return found == entries_.end() ? nullptr : found->design;
}

std::vector<Workspace::Entry>::const_iterator Workspace::find(const Design& design) const {
    return std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.design == &design; });
}

std::unique_ptr<Design> Workspace::make() const {
    auto design = std::make_unique<Design>(recovery_folder_);
    design->autosave().set_interval(autosave_interval_);
    return design;
}

Design& Workspace::add(std::unique_ptr<Design> design) {
    Design* added = design.release();
    added->setParent(this);
    entries_.push_back({added, current_ != nullptr ? side_of(*current_) : Side::left});
    Q_EMIT design_added(added);
    return *added;
}

}  // namespace nines::gui
