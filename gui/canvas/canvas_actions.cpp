// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/canvas_actions.hpp"

#include <QMenu>
#include <array>

#include "gui/canvas/canvas_edits.hpp"
#include "gui/canvas/canvas_view.hpp"
#include "gui/canvas/kind_palette.hpp"
#include "gui/look/icons.hpp"
#include "gui/look/translated.hpp"

namespace nines::gui {
namespace {

constexpr double zoom_step = 1.25;
constexpr int kinds_with_shortcut = 9;

}  // namespace

CanvasActions::CanvasActions(CanvasScene& scene, CanvasEdits& edits, CanvasView& view, QWidget* owner)
    : QObject(owner), scene_(scene), edits_(edits), view_(view), owner_(owner), place_(&view) {
    // Editing works where the drawing has the keyboard, so that Delete in the search line stays there.
    add_kinds();
    add_editing();
    add_arranging();
    place_ = owner;
    add_looking();
    add_leaving();
    connect(&scene, &CanvasScene::selection_changed, this, &CanvasActions::enable);
    connect(&scene, &CanvasScene::refreshed, this, &CanvasActions::enable);
    enable();
}

QAction* CanvasActions::add(const Spec& spec, std::function<void()> run) {
    auto* action = new QAction(spec.text, owner_);
    action->setObjectName(QLatin1String("canvas_") + QLatin1String(spec.name));
    action->setShortcut(spec.shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setStatusTip(spec.tip);
    action->setToolTip(spec.tip);
    connect(action, &QAction::triggered, this, std::move(run));
    place_->addAction(action);
    all_.push_back(action);
    return action;
}

QAction* CanvasActions::find(const char* name) const {
    for (QAction* action : all_) {
        if (action->objectName() == QLatin1String("canvas_") + QLatin1String(name)) return action;
    }
    return nullptr;
}

void CanvasActions::add_kinds() {
    int number = 1;
    for (const std::string& kind : kinds_to_add(scene_.kinds())) {
        const QKeySequence shortcut =
            number <= kinds_with_shortcut ? QKeySequence(QStringLiteral("Ctrl+Alt+%1").arg(number)) : QKeySequence();
        const QByteArray name = QByteArray::fromStdString("add_" + kind);
        QAction* action = add({name.constData(), tr("Add %1").arg(kind_title(kind)),
                               translated(edit::find_kind(scene_.kinds(), kind)->question), shortcut},
                              [this, kind] {
                                  edits_.add(kind);
                                  view_.show_item(scene_.current());
                              });
        action->setIcon(kind_icon(kind, owner_->palette()));
        ++number;
    }
}

void CanvasActions::add_editing() {
    add({"connect", tr("&Connect…"), tr("Connect what is selected to another thing."), tr("Ctrl+L")},
        [this] { Q_EMIT connect_wanted(); });
    add({"rename", tr("&Rename"), tr("Change the name; everything that names it follows."), Qt::Key_F2},
        [this] { view_.rename_current(); });
    add({"cut", tr("Cu&t"), tr("Copy what is selected, and remove it."), QKeySequence::Cut},
        [this] { edits_.cut_selected(); });
    add({"copy", tr("&Copy"), tr("Copy the text of what is selected."), QKeySequence::Copy},
        [this] { edits_.copy_selected(); });
    add({"paste", tr("&Paste"), tr("Add the things whose text is in the clipboard."), QKeySequence::Paste},
        [this] { edits_.paste(); });
    add({"duplicate", tr("&Duplicate"), tr("Add copies of what is selected."), tr("Ctrl+D")},
        [this] { edits_.duplicate_selected(); });
    add({"delete", tr("&Remove"), tr("Remove what is selected, and every reference to it."), QKeySequence::Delete},
        [this] { edits_.remove_selected(); });
    add({"select_all", tr("Select &All"), tr("Select everything that is drawn."), QKeySequence::SelectAll}, [this] {
        std::vector<std::size_t> items;
        for (std::size_t item = 0; item < scene_.arrangement().items.size(); ++item) {
            if (scene_.arrangement().is_drawn(item)) items.push_back(item);
        }
        scene_.select(items);
    });
    add({"group", tr("&Group into an Area"), tr("Put what is selected into a new area."), tr("Ctrl+G")}, [this] {
        edits_.group_selected();
        view_.show_item(scene_.current());
    });
}

void CanvasActions::add_arranging() {
    struct Way {
        const char* name;
        QString text;
        Alignment how;
    };
    const std::array ways = {
        Way{"align_left", tr("Align &Left"), Alignment::left},
        Way{"align_centre", tr("Align &Centres"), Alignment::centre},
        Way{"align_right", tr("Align &Right"), Alignment::right},
        Way{"align_top", tr("Align &Top"), Alignment::top},
        Way{"align_middle", tr("Align &Middles"), Alignment::middle},
        Way{"align_bottom", tr("Align &Bottom"), Alignment::bottom},
    };
    for (const Way& way : ways) {
        const Alignment how = way.how;
        add({way.name, way.text, tr("Line up what is selected."), {}}, [this, how] { edits_.align(how); });
    }
    add({"distribute_across", tr("Distribute &Across"), tr("Make the gaps beside each other equal."), {}},
        [this] { edits_.distribute(Qt::Horizontal); });
    add({"distribute_down", tr("Distribute &Down"), tr("Make the gaps below each other equal."), {}},
        [this] { edits_.distribute(Qt::Vertical); });
    struct Step {
        const char* name;
        QString text;
        Qt::Key key;
        QPointF by;
    };
    const std::array steps = {Step{"move_left", tr("Move Left"), Qt::Key_Left, {-1, 0}},
                              Step{"move_right", tr("Move Right"), Qt::Key_Right, {1, 0}},
                              Step{"move_up", tr("Move Up"), Qt::Key_Up, {0, -1}},
                              Step{"move_down", tr("Move Down"), Qt::Key_Down, {0, 1}}};
    for (const Step& step : steps) {
        const QPointF by = step.by * scene_.look().grid();
        add({step.name, step.text, tr("Move what is selected by one step of the grid."),
             QKeySequence(static_cast<int>(Qt::CTRL) | step.key)},
            [this, by] { edits_.nudge(by); });
    }
    const auto fold = [this](bool collapsed, bool all) {
        std::vector<std::size_t> areas;
        for (std::size_t item = 0; item < scene_.arrangement().items.size(); ++item) {
            if (scene_.arrangement().is_drawn(item) && (all || scene_.is_selected(item))) areas.push_back(item);
        }
        edits_.set_collapsed(areas, collapsed);
    };
    add({"collapse", tr("C&ollapse"), tr("Draw the selected areas as boxes."), tr("Ctrl+Shift+-")},
        [fold] { fold(true, false); });
    add({"expand", tr("&Expand"), tr("Show what is in the selected areas."), tr("Ctrl+Shift++")},
        [fold] { fold(false, false); });
    add({"lay_out", tr("Lay Out A&gain"), tr("Forget where things were moved to, and place all anew."),
         tr("Ctrl+Shift+L")},
        [this] { edits_.lay_out_again(); });
}

void CanvasActions::add_looking() {
    add({"search", tr("&Find in the Drawing…"), tr("Find things by name, kind or detail."), QKeySequence::Find},
        [this] { Q_EMIT search_wanted(); });
    add({"palette", tr("Go to the &Palette"), tr("Choose what to add; Enter adds it."), Qt::Key_Insert},
        [this] { Q_EMIT palette_wanted(); });
    add({"zoom_in", tr("Zoom &In"), tr("Show the drawing larger."), QKeySequence::ZoomIn},
        [this] { view_.zoom_by(zoom_step); });
    add({"zoom_out", tr("Zoom &Out"), tr("Show more of the drawing."), QKeySequence::ZoomOut},
        [this] { view_.zoom_by(1.0 / zoom_step); });
    add({"zoom_reset", tr("&Actual Size"), tr("Show the drawing in its own size."), tr("Ctrl+1")},
        [this] { view_.zoom_to(1.0); });
    add({"fit", tr("&Whole Drawing"), tr("Show everything."), tr("Ctrl+0")}, [this] { view_.fit(); });
    QAction* map =
        add({"minimap", tr("&Map"), tr("Show a small map when the drawing is larger than the view."), {}}, [] {});
    map->setCheckable(true);
    map->setChecked(true);
    connect(map, &QAction::toggled, this, &CanvasActions::minimap_wanted);
    QAction* shelf = add({"shelf_links",
                          tr("Links to the &Side"),
                          tr("Always show who is repaired by whom, made of what and hit by what."),
                          {}},
                         [] {});
    shelf->setCheckable(true);
    shelf->setChecked(true);
    connect(shelf, &QAction::toggled, this, &CanvasActions::shelf_links_wanted);
}

void CanvasActions::add_leaving() {
    add({"export", tr("&Export the Drawing…"), tr("Write the drawing as a PNG, SVG or PDF file."), {}},
        [this] { Q_EMIT export_wanted(); });
    add({"print", tr("Print the Drawing…"), tr("Print the drawing on one page."), {}},
        [this] { Q_EMIT print_wanted(); });
}

void CanvasActions::enable() {
    const std::size_t count = scene_.selected_names().size();
    const bool link = scene_.selected_link() != no_item;
    bool area = false;
    for (const std::size_t item : scene_.selected()) area = area || scene_.arrangement().items[item].area;
    for (const char* name : {"cut", "copy", "duplicate", "group", "move_left", "move_right", "move_up", "move_down"}) {
        find(name)->setEnabled(count > 0);
    }
    for (const char* name : {"connect", "rename"}) find(name)->setEnabled(count == 1);
    find("delete")->setEnabled(count > 0 || link);
    for (const char* name :
         {"align_left", "align_centre", "align_right", "align_top", "align_middle", "align_bottom"}) {
        find(name)->setEnabled(count > 1);
    }
    for (const char* name : {"distribute_across", "distribute_down"}) find(name)->setEnabled(count > 2);
    for (const char* name : {"collapse", "expand"}) find(name)->setEnabled(area);
}

void CanvasActions::fill_context_menu(QMenu& menu) const {
    const auto add_some = [&](std::initializer_list<const char*> names) {
        for (const char* name : names) menu.addAction(find(name));
    };
    if (scene_.selected_names().empty() && scene_.selected_link() == no_item) {
        QMenu* kinds = menu.addMenu(tr("&Add"));
        for (QAction* action : all_) {
            if (action->objectName().startsWith(QLatin1String("canvas_add_"))) kinds->addAction(action);
        }
        add_some({"paste", "select_all"});
        menu.addSeparator();
        add_some({"fit", "zoom_reset", "lay_out", "export"});
        return;
    }
    add_some({"connect", "rename", "duplicate", "group"});
    menu.addSeparator();
    add_some({"cut", "copy", "paste", "delete"});
    menu.addSeparator();
    add_some({"collapse", "expand"});
    QMenu* align = menu.addMenu(tr("Alig&n"));
    for (const char* name : {"align_left", "align_centre", "align_right", "align_top", "align_middle", "align_bottom",
                             "distribute_across", "distribute_down"}) {
        align->addAction(find(name));
    }
}

}  // namespace nines::gui
