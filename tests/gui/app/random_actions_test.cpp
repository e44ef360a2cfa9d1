// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QFile>
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <random>

#include "gui/app/design_view.hpp"
#include "gui/app/main_window.hpp"
#include "gui/app/workspace.hpp"
#include "gui/canvas/topology_canvas.hpp"
#include "models/edit/catalogue.hpp"

using namespace nines;
using namespace nines::gui;

namespace {

constexpr unsigned seed = 20261123;
constexpr int action_count = 20'000;
constexpr std::size_t most_things = 24;  ///< More are removed again, so that each action stays quick.

/// Does whatever comes to its mind with a real window.
class Monkey {
public:
    Monkey(Workspace& workspace, MainWindow& window, const QString& folder)
        : workspace_(workspace), window_(window), folder_(folder), kinds_(edit::describe_kinds()), random_(seed) {
        std::erase_if(kinds_, [](const edit::KindDescription& kind) { return !kind.later.empty(); });
    }

    void act() {
        Document& document = workspace_.current()->document();
        if (document.topology().items.size() > most_things) return remove_some(document);
        switch (below(16)) {
            case 0: return add_thing(document);
            case 1:
            case 2: return set_a_value(document);
            case 3: return remove_a_value(document);
            case 4: return connect_two(document);
            case 5: return disconnect_two(document);
            case 6: return rename_one(document);
            case 7: return duplicate_one(document);
            case 8: return place_one(document);
            case 9: return move_one(document);
            case 10: return undo_some(document);
            case 11: return redo_some(document);
            case 12: return select_and_press();
            case 13: return type_nonsense(document);
            case 14: return run_or_cancel();
            case 15: return keep_or_fetch();
        }
    }

private:
    std::size_t below(std::size_t bound) {
        return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_);
    }

    template <class T>
    const T& any_of(const std::vector<T>& values) {
        return values[below(values.size())];
    }

    static void apply(Document& document, const edit::Edited& edited) {
        document.apply(QStringLiteral("Something"), edited);
    }

    std::optional<edit::ThingName> any_thing(const Document& document) {
        const auto& items = document.topology().items;
        if (items.empty() || !document.topology_is_current()) return std::nullopt;
        return any_of(items).name;
    }

    void add_thing(Document& document) {
        const std::string& kind = any_of(kinds_).word;
        if (kind == "scenario") return;
        apply(document, edit::add_thing(document.text(), {kind, edit::free_id(document.text(), kind, kind)}));
    }

    void set_a_value(Document& document) {
        const auto name = any_thing(document);
        if (!name) return;
        const edit::KindDescription* kind = edit::find_kind(kinds_, name->kind);
        const edit::FieldInfo* field = &any_of(kind->fields);
        edit::Path path = {name->kind, name->id, field->key};
        if (field->shape == edit::Shape::table && !field->fields.empty()) {
            field = &any_of(field->fields);
            path.push_back(field->key);
        }
        if (field->example.empty()) return;
        apply(document, edit::set_value(document.text(), path, field->example));
    }

    void remove_a_value(Document& document) {
        const auto name = any_thing(document);
        if (!name) return;
        const edit::KindDescription* kind = edit::find_kind(kinds_, name->kind);
        apply(document, edit::remove_value(document.text(), {name->kind, name->id, any_of(kind->fields).key}));
    }

    void connect_two(Document& document) {
        const auto from = any_thing(document);
        const auto to = any_thing(document);
        if (!from || !to) return;
        for (const edit::FieldInfo& field : edit::find_kind(kinds_, from->kind)->fields) {
            if (std::find(field.refers.begin(), field.refers.end(), to->kind) == field.refers.end()) continue;
            return apply(document, edit::connect(document.text(), *from, field.key, *to));
        }
    }

    void disconnect_two(Document& document) {
        const edit::Topology& topology = document.topology();
        if (topology.links.empty() || !document.topology_is_current()) return;
        const edit::Link& link = any_of(topology.links);
        apply(document, edit::disconnect(document.text(), topology.items[link.from].name, link.key,
                                         topology.items[link.to].name));
    }

    void rename_one(Document& document) {
        const auto name = any_thing(document);
        if (!name) return;
        const std::string id = edit::free_id(document.text(), name->kind, "r" + std::to_string(below(100)));
        apply(document, edit::rename_thing(document.text(), *name, id));
    }

    void duplicate_one(Document& document) {
        const auto name = any_thing(document);
        if (name) apply(document, edit::duplicate_things(document.text(), {*name}).edited);
    }

    void place_one(Document& document) {
        const auto name = any_thing(document);
        const auto domain = any_thing(document);
        if (!name || !domain) return;
        apply(document, edit::place_in(document.text(), *name, domain->kind == "domain" ? domain->id : std::string()));
    }

    void move_one(Document& document) {
        const auto name = any_thing(document);
        if (!name) return;
        const QPointF position(static_cast<double>(below(2000)), static_cast<double>(below(2000)));
        document.apply({.label = QStringLiteral("Move"),
                        .text = {},
                        .layout = {{edit::subject_of(*name), Placement{.position = position, .size = {}}}},
                        .merge = {}});
    }

    void remove_some(Document& document) {
        std::vector<edit::ThingName> names;
        for (std::size_t i = 0; i < most_things / 2; ++i) {
            if (const auto name = any_thing(document)) names.push_back(*name);
        }
        const edit::Edited edited = edit::remove_things(document.text(), names);
        if (names.empty() || !edited.ok()) return document.undo_stack().undo();
        apply(document, edited);
    }

    void undo_some(Document& document) {
        for (std::size_t i = below(8); i > 0; --i) document.undo_stack().undo();
    }

    void redo_some(Document& document) {
        for (std::size_t i = below(8); i > 0; --i) document.undo_stack().redo();
    }

    void select_and_press() {
        TopologyCanvas& canvas = window_.current_view()->canvas();
        std::vector<edit::ThingName> names;
        for (std::size_t i = below(3); i > 0; --i) {
            if (const auto name = any_thing(workspace_.current()->document())) names.push_back(*name);
        }
        canvas.select(names);
        const std::vector<Qt::Key> keys = {Qt::Key_Delete, Qt::Key_Tab,  Qt::Key_Left, Qt::Key_Right,
                                           Qt::Key_Up,     Qt::Key_Down, Qt::Key_Plus, Qt::Key_Minus};
        QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : &canvas, any_of(keys));
    }

    /// Text that is mostly no TOML; undone soon by chance, or by typing over it.
    void type_nonsense(Document& document) {
        const std::vector<std::string> pieces = {"[", "]", "\"", "\n", "# ", "= 3", "[node.x]\n", "\xc3\xa9", "{", "mtbf"};
        std::string text = document.text();
        std::size_t at = below(text.size() + 1);
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U) ++at;
        text.insert(at, any_of(pieces));
        document.apply({.label = QStringLiteral("Type"), .text = text, .layout = {}, .merge = QStringLiteral("typing")});
        if (!document.topology_is_current()) document.undo_stack().undo();
    }

    void run_or_cancel() {
        Design& design = *workspace_.current();
        if (design.runner().is_running()) return design.runner().cancel();
        if (!design.document().is_sound()) return;
        results::StudyOptions options;
        options.trials = 20;
        options.horizon = Duration::seconds(86400.0 * 30.0);
        design.runner().start(design.document().opened(), options, design.document().revision());
    }

    /// Saves under some name, or opens what was saved in a tab of its own, or goes to another tab.
    void keep_or_fetch() {
        const QString path = folder_ + QStringLiteral("/%1.toml").arg(below(4));
        switch (below(3)) {
            case 0: workspace_.current()->document().save_as(path); return;
            case 1:
                if (QFile::exists(path)) workspace_.open(path);
                break;
            case 2: workspace_.set_current(any_of(workspace_.designs())); return;
        }
        const auto designs = workspace_.designs();
        if (designs.size() > 3) workspace_.close(*designs[1 + below(designs.size() - 1)]);
    }

    Workspace& workspace_;
    MainWindow& window_;
    QString folder_;
    std::vector<edit::KindDescription> kinds_;
    std::mt19937 random_;
};

}  // namespace

class RandomActionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void twenty_thousand_random_actions_end_well_and_undo_gives_the_first_text_back() {
        const QTemporaryDir folder;
        Workspace workspace;
        MainWindow window(workspace);
        window.show();
        Design& first = workspace.add_new();
        const std::string first_text = first.document().text();
        const Layout first_layout = first.document().layout();
        Monkey monkey(workspace, window, folder.path());
        for (int i = 0; i < action_count; ++i) {
            monkey.act();
            if (i % 8 == 0) QCoreApplication::processEvents();
        }
        first.runner().cancel();
        while (first.document().undo_stack().canUndo()) first.document().undo_stack().undo();
        QCOMPARE(first.document().text(), first_text);
        QVERIFY(first.document().layout() == first_layout);
    }
};

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    RandomActionsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "random_actions_test.moc"
