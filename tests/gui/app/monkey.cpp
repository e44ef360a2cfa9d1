// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/app/monkey.hpp"

#include <QApplication>
#include <QDialog>
#include <QTest>
#include <algorithm>

#include "gui/app/theme.hpp"

namespace nines::gui {
namespace {

constexpr std::size_t most_things = 20;  ///< More are removed again, so that each action stays quick.
constexpr std::size_t most_designs = 3;
constexpr int actions_between_events = 8;
constexpr int dismiss_ms = 5;

}  // namespace

const std::vector<Monkey::Weighted>& Monkey::actions() {
    static const std::vector<Weighted> list = {
        {120, "add a thing", &Monkey::add_thing},
        {160, "set a value", &Monkey::set_a_value},
        {60, "remove a value", &Monkey::remove_a_value},
        {100, "connect two", &Monkey::connect_two},
        {60, "disconnect two", &Monkey::disconnect_two},
        {60, "rename one", &Monkey::rename_one},
        {30, "duplicate one", &Monkey::duplicate_one},
        {60, "place one", &Monkey::place_one},
        {60, "move one", &Monkey::move_one},
        {60, "undo", &Monkey::undo_some},
        {60, "redo", &Monkey::redo_some},
        {60, "change the text", &Monkey::change_text},
        {100, "press keys on the drawing", &Monkey::press_keys_on_the_drawing},
        {100, "use the mouse on the drawing", &Monkey::use_mouse_on_the_drawing},
        {100, "trigger an action of the drawing", &Monkey::trigger_canvas_action},
        {40, "trigger an action of the window", &Monkey::trigger_window_action},
        {100, "type in the text", &Monkey::type_in_the_text},
        {100, "type in the properties", &Monkey::type_in_the_properties},
        {60, "type where the keyboard is", &Monkey::type_where_the_keyboard_is},
        {30, "press a button", &Monkey::press_a_button},
        {60, "work in another window", &Monkey::work_in_another_window},
        {40, "run or cancel", &Monkey::run_or_cancel},
        {20, "save or open", &Monkey::keep_or_fetch},
        {20, "switch tabs", &Monkey::switch_tabs},
        {3, "change the theme", &Monkey::change_theme},
        {1, "make the window anew", &Monkey::make_the_window_anew},
    };
    return list;
}

Monkey::Monkey(unsigned seed)
    : random_(seed), kinds_(edit::describe_kinds()), workspace_(folder_.filePath(QStringLiteral("copies"))) {
    std::erase_if(kinds_, [](const edit::KindDescription& kind) { return !kind.later.empty(); });
    make_the_window_anew();
    first_ = &workspace_.add_new();
    first_->document().save_as(folder_.filePath(QStringLiteral("first.toml")));
    QObject::connect(&dismisser_, &QTimer::timeout, &dismisser_, [this] { dismiss_questions(); });
    dismisser_.start(dismiss_ms);
}

void Monkey::act() {
    unsigned whole = 0;
    for (const Weighted& weighted : actions()) whole += weighted.weight;
    auto at = static_cast<unsigned>(below(whole));
    const Weighted* chosen = nullptr;
    for (const Weighted& weighted : actions()) {
        chosen = &weighted;
        if (at < weighted.weight) break;
        at -= weighted.weight;
    }
    const bool crowded = document().topology().items.size() > most_things;
    doing_ = QStringLiteral("%1: %2").arg(++acted_).arg(crowded ? QStringLiteral("remove some")
                                                                : QString::fromUtf8(chosen->name));
    crowded ? remove_some() : (this->*chosen->action)();
    dismiss_questions();
    if (acted_ % actions_between_events == 0) QCoreApplication::processEvents();
    if (workspace_.current() == nullptr) workspace_.set_current(first_);
}

std::size_t Monkey::below(std::size_t bound) {
    // Not by std::uniform_int_distribution, which differs from library to library.
    return static_cast<std::size_t>(random_()) % bound;
}

std::optional<edit::ThingName> Monkey::any_thing() {
    const auto& items = document().topology().items;
    if (items.empty() || !document().topology_is_current()) return std::nullopt;
    return items[below(items.size())].name;
}

void Monkey::apply(const edit::Edited& edited) {
    document().apply(QStringLiteral("Something"), edited);
}

void Monkey::add_thing() {
    const std::string kind = kinds_[below(kinds_.size())].word;
    if (kind == "scenario") return;
    apply(edit::add_thing(document().text(), {kind, edit::free_id(document().text(), kind, kind)}));
}

void Monkey::set_a_value() {
    const auto name = any_thing();
    if (!name) return;
    const edit::KindDescription* kind = edit::find_kind(kinds_, name->kind);
    if (kind == nullptr) return;
    const edit::FieldInfo* field = &kind->fields[below(kind->fields.size())];
    edit::Path path = {name->kind, name->id, field->key};
    if (field->shape == edit::Shape::table && !field->fields.empty()) {
        field = &field->fields[below(field->fields.size())];
        path.push_back(field->key);
    }
    if (!field->example.empty()) apply(edit::set_value(document().text(), path, field->example));
}

void Monkey::remove_a_value() {
    const auto name = any_thing();
    if (!name) return;
    const edit::KindDescription* kind = edit::find_kind(kinds_, name->kind);
    if (kind == nullptr) return;
    apply(edit::remove_value(document().text(), {name->kind, name->id, any_of(kind->fields).key}));
}

void Monkey::connect_two() {
    const auto from = any_thing();
    const auto to = any_thing();
    if (!from || !to) return;
    const edit::KindDescription* kind = edit::find_kind(kinds_, from->kind);
    if (kind == nullptr) return;
    for (const edit::FieldInfo& field : kind->fields) {
        if (std::find(field.refers.begin(), field.refers.end(), to->kind) == field.refers.end()) continue;
        return apply(edit::connect(document().text(), *from, field.key, *to));
    }
}

void Monkey::disconnect_two() {
    const edit::Topology& topology = document().topology();
    if (topology.links.empty() || !document().topology_is_current()) return;
    const edit::Link link = any_of(topology.links);
    apply(edit::disconnect(document().text(), topology.items[link.from].name, link.key, topology.items[link.to].name));
}

void Monkey::rename_one() {
    const auto name = any_thing();
    if (!name) return;
    const std::string id = edit::free_id(document().text(), name->kind, "r" + std::to_string(below(100)));
    apply(edit::rename_thing(document().text(), *name, id));
}

void Monkey::duplicate_one() {
    if (const auto name = any_thing()) apply(edit::duplicate_things(document().text(), {*name}).edited);
}

void Monkey::place_one() {
    const auto name = any_thing();
    const auto around = any_thing();
    if (!name || !around) return;
    apply(edit::place_in(document().text(), *name, around->kind == "domain" ? around->id : std::string()));
}

void Monkey::move_one() {
    const auto name = any_thing();
    if (!name) return;
    const QPointF position(static_cast<double>(below(2000)), static_cast<double>(below(2000)));
    document().apply({.label = QStringLiteral("Move"),
                      .text = {},
                      .layout = {{edit::subject_of(*name), Placement{.position = position, .size = {}}}},
                      .merge = {}});
}

void Monkey::remove_some() {
    std::vector<edit::ThingName> names;
    for (std::size_t i = 0; i < most_things / 2; ++i) {
        const auto name = any_thing();
        if (name && std::find(names.begin(), names.end(), *name) == names.end()) names.push_back(*name);
    }
    const edit::Edited edited = edit::remove_things(document().text(), names);
    if (names.empty() || !edited.ok()) return document().undo_stack().undo();
    apply(edited);
}

void Monkey::undo_some() {
    document().gather();
    for (std::size_t i = below(8); i > 0; --i) document().undo_stack().undo();
}

void Monkey::redo_some() {
    document().gather();
    for (std::size_t i = below(8); i > 0; --i) document().undo_stack().redo();
}

/// To text that is mostly no TOML, which is undone at once half the time.
void Monkey::change_text() {
    const std::vector<std::string> pieces = {"[", "]", "\"", "\n", "# ", "= 3", "[node.x]\n", "\xc3\xa9", "{", "mtbf"};
    document().gather();
    std::string text = document().text();
    std::size_t at = below(text.size() + 1);
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U) ++at;
    text.insert(at, any_of(pieces));
    document().apply(
        {.label = QStringLiteral("Type"), .text = text, .layout = {}, .merge = QStringLiteral("typing at random")});
    if (!document().topology_is_current()) document().undo_stack().undo();
}

void Monkey::run_or_cancel() {
    Design& design = *workspace_.current();
    if (design.runner().is_running()) return design.runner().cancel();
    if (!design.document().is_sound()) return;
    results::StudyOptions options;
    options.trials = 20;
    options.horizon = Duration::seconds(86400.0 * 30.0);
    options.threads = 1;
    design.runner().start(design.document().opened(), options, design.document().revision());
}

/// Saves under some name, or opens in a tab of its own what was saved.
void Monkey::keep_or_fetch() {
    const QString path = folder_.filePath(QStringLiteral("%1.toml").arg(below(4)));
    if (below(2) == 0) {
        document().save_as(path);
        return;
    }
    if (QFile::exists(path)) workspace_.open(path);
    std::vector<Design*> others = workspace_.designs();
    std::erase(others, first_);
    if (others.size() >= most_designs) workspace_.close(*any_of(others));
}

void Monkey::switch_tabs() {
    if (below(2) == 0) return workspace_.set_current(any_of(workspace_.designs()));
    view().show_middle(
        any_of(std::vector{DesignView::Middle::drawing, DesignView::Middle::text, DesignView::Middle::both}));
}

void Monkey::change_theme() {
    apply_theme(any_of(std::vector{Theme::light, Theme::dark, Theme::system}));
}

/// As when another language is chosen.
void Monkey::make_the_window_anew() {
    const std::unique_ptr<MainWindow> old = std::move(window_);
    window_ = std::make_unique<MainWindow>(workspace_);
    window_->show();
    window_->activateWindow();
}

/// Nothing that asks may stop it.
void Monkey::dismiss_questions() {
    if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget())) dialog->reject();
    if (QWidget* popup = QApplication::activePopupWidget()) popup->close();
}

}  // namespace nines::gui
