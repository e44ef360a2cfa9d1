// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QTest>

#include "gui/canvas/canvas_scene.hpp"
#include "gui/canvas/canvas_view.hpp"
#include "gui/canvas/topology_canvas.hpp"

namespace nines::gui {

/// A real canvas on a real document, driven by mouse and keyboard.
struct CanvasFixture {
    Document document;
    TopologyCanvas canvas{document};

    explicit CanvasFixture(const std::string& text = "format = 1\n") {
        document.start_from(text, {}, false);
        canvas.resize(1100, 800);
        canvas.show();
        [[maybe_unused]] const bool shown = QTest::qWaitForWindowExposed(&canvas);
        canvas.activateWindow();
        canvas.view().setFocus();
        canvas.view().fit();
    }

    CanvasView& view() { return canvas.view(); }
    CanvasScene& scene() { return canvas.scene(); }
    const edit::Topology& topology() const { return document.topology(); }

    std::size_t item(const char* kind, const char* id) const { return edit::find_item(topology(), {kind, id}); }
    bool has(const char* kind, const char* id) const { return item(kind, id) < topology().items.size(); }
    QRectF rect(const char* kind, const char* id) { return scene().rect_of(item(kind, id)); }
    QPoint at(const QPointF& point) { return view().mapFromScene(point); }
    /// The middle of the upper half of a box: no dots, no handles.
    QPoint on(const char* kind, const char* id) {
        const QRectF box = rect(kind, id);
        return at({box.center().x(), box.top() + box.height() / 3});
    }

    QAction& action(const char* name) {
        return *canvas.findChild<QAction*>(QLatin1String("canvas_") + QLatin1String(name));
    }

    void click(const QPoint& point, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, modifiers, point);
    }

    void drag(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::mousePress(view().viewport(), Qt::LeftButton, modifiers, from);
        for (const double share : {0.3, 0.6, 1.0}) {
            const QPoint point = from + (to - from) * share;
            QMouseEvent move(QEvent::MouseMove, point, view().viewport()->mapToGlobal(point), Qt::NoButton,
                             Qt::LeftButton, modifiers);
            QApplication::sendEvent(view().viewport(), &move);
        }
        QTest::mouseRelease(view().viewport(), Qt::LeftButton, modifiers, to);
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(canvas.focusWidget() != nullptr ? canvas.focusWidget() : &canvas.view(), key, modifiers);
    }

    std::vector<std::string> keys_between(const char* from_kind, const char* from, const char* to_kind,
                                          const char* to) {
        std::vector<std::string> keys;
        for (const edit::Link& link : topology().links) {
            if (link.from == item(from_kind, from) && link.to == item(to_kind, to)) keys.push_back(link.key);
        }
        return keys;
    }
};

inline const std::string small_shop = R"(format = 1

[domain.a]
[domain.b]

# What it runs on.
[node.vm]
mtbf = "90 d"
mttr = "2 h"

[group.web]
node = "vm"
count = 2
in = "a"

[group.db]
node = "vm"
count = 1

[service.site]
needs = ["web"]
)";

}  // namespace nines::gui
