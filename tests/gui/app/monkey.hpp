// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <QTimer>
#include <memory>
#include <random>

#include "gui/app/design_view.hpp"
#include "gui/app/main_window.hpp"
#include "models/edit/catalogue.hpp"

namespace nines::gui {

/// Does whatever comes to its mind with a real window, by mouse, keys, actions and edits; the same things for the same
/// seed. The first design is never closed, and has a file, so that it does not give way to another either.
class Monkey {
public:
    explicit Monkey(unsigned seed);

    /// One random action, and now and then the events that have come up.
    void act();
    Workspace& workspace() { return workspace_; }
    Design& first() { return *first_; }
    DesignView& view() { return *window_->current_view(); }
    /// For the report of a failure.
    const QString& doing() const { return doing_; }

private:
    using Action = void (Monkey::*)();
    struct Weighted {
        unsigned weight;
        const char* name;
        Action action;
    };
    static const std::vector<Weighted>& actions();

    std::size_t below(std::size_t bound);
    template <class T>
    T any_of(const std::vector<T>& values) {
        return values[below(values.size())];
    }
    Document& document() { return workspace_.current()->document(); }
    std::optional<edit::ThingName> any_thing();
    void apply(const edit::Edited& edited);

    // Edits of the text, as panels and drawing make them.
    void add_thing();
    void set_a_value();
    void remove_a_value();
    void connect_two();
    void disconnect_two();
    void rename_one();
    void duplicate_one();
    void place_one();
    void move_one();
    void remove_some();
    void undo_some();
    void redo_some();
    void change_text();

    // What hands do.
    void press_keys_on_the_drawing();
    void use_mouse_on_the_drawing();
    void trigger_canvas_action();
    void trigger_window_action();
    void type_in_the_text();
    void type_in_the_properties();
    void type_where_the_keyboard_is();
    void press_a_button();
    void work_in_another_window();

    // The program around the designs.
    void run_or_cancel();
    void keep_or_fetch();
    void switch_tabs();
    void change_theme();
    void make_the_window_anew();
    void dismiss_questions();

    QTemporaryDir folder_;
    std::mt19937 random_;
    std::vector<edit::KindDescription> kinds_;
    Workspace workspace_;
    std::unique_ptr<MainWindow> window_;
    Design* first_ = nullptr;
    QTimer dismisser_;
    QString doing_;
    int acted_ = 0;
};

}  // namespace nines::gui
