// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QScrollBar>
#include <QTemporaryDir>

#include "gui/app/design_view.hpp"
#include "gui/app/main_window.hpp"
#include "gui/canvas/canvas_scene.hpp"
#include "gui/canvas/canvas_view.hpp"
#include "gui/canvas/topology_canvas.hpp"
#include "tests/gui/bench/waits.hpp"
#include "tests/gui/canvas/many_things.hpp"

namespace nines::gui {
namespace {

constexpr QSize window_size{1440, 900};
constexpr int pan_pixels = 100;
constexpr std::size_t places_looked_at = 12;

/// A window that is shown, with nothing of the user's.
class Bench {
public:
    explicit Bench(int runs)
        : runs_(runs), workspace_(folder_.filePath(QStringLiteral("copies"))), window_(workspace_) {
        window_.showNormal();
        window_.resize(window_size);
        QApplication::processEvents();
        QFile file(path_);
        if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write %s", qPrintable(path_));
        file.write(QByteArray::fromStdString(thousand_things()));
    }

    std::vector<bench::Row> run() {
        add("desktop: open a file of 1000 components and paint", open_time(), longest_open);
        canvas().view().fit();
        add("desktop: paint all 1000", paint_time(), longest_frame);
        canvas().view().zoom_to(0.5);
        add("desktop: paint at half size, where most is to see", busiest_paint_time(), longest_frame);
        canvas().view().zoom_to(1.0);
        add("desktop: paint at full size, where most is to see", busiest_paint_time(), longest_frame);
        add("desktop: pan and paint all again", pan_time(), longest_frame);
        add("desktop: zoom by a step and paint", zoom_time(), longest_frame);
        add("desktop: an edit, read and shown everywhere", edit_time(), longest_reaction);
        add("desktop: lay on 1000 states of a replay and paint", overlay_time(), longest_frame);
        return rows_;
    }

private:
    void add(std::string what, double milliseconds, double longest) {
        rows_.push_back(wait_row(std::move(what), milliseconds, longest));
    }

    TopologyCanvas& canvas() { return window_.current_view()->canvas(); }
    Document& document() { return workspace_.current()->document(); }

    /// From the wish to the picture: read, validate, lay out, make the panels, paint the window.
    double open_time() {
        QImage picture(window_size, QImage::Format_RGB32);
        const double time = median_time(runs_, [&](int) {
            while (workspace_.current() != nullptr) workspace_.close(*workspace_.current());
            const QString problem = workspace_.open(path_);
            if (!problem.isEmpty()) qFatal("%s", qPrintable(problem));
            QApplication::processEvents();
            window_.render(&picture);
        });
        if (document().topology().items.size() != 1000) qFatal("these are not 1000 components");
        return time;
    }

    /// The whole drawing with what lies over it, as after a zoom.
    void paint() { canvas().render(&image_); }

    double paint_time() {
        image_ = QImage(canvas().size(), QImage::Format_RGB32);
        return median_time(runs_, [this](int) { paint(); });
    }

    /// Of some places, evenly among the things, the one that takes longest; the view stays there.
    double busiest_paint_time() {
        CanvasView& view = canvas().view();
        const std::size_t count = document().topology().items.size();
        double longest = 0.0;
        QPointF busiest;
        for (std::size_t place = 0; place < places_looked_at; ++place) {
            const QPointF middle = canvas().scene().rect_of(place * count / places_looked_at).center();
            view.centerOn(middle);
            const double time = paint_time();
            if (time > longest) busiest = middle;
            longest = std::max(longest, time);
        }
        view.centerOn(busiest);
        return paint_time();
    }

    double pan_time() {
        QScrollBar* bar = canvas().view().horizontalScrollBar();
        return median_time(runs_, [&](int i) {
            bar->setValue(bar->value() + (i % 2 == 0 ? pan_pixels : -pan_pixels));
            paint();
        });
    }

    double zoom_time() {
        return median_time(runs_, [this](int i) {
            canvas().view().zoom_by(i % 2 == 0 ? 1.0 / 1.2 : 1.2);
            paint();
        });
    }

    double edit_time() {
        return median_time(runs_, [this](int i) {
            document().apply({.label = QStringLiteral("Type"),
                              .text = document().text() + "[crew.c" + std::to_string(i) + "]\n",
                              .layout = {},
                              .merge = {}});
            QApplication::processEvents();
        });
    }

    double overlay_time() {
        std::vector<Overlay> overlays(2);
        for (std::size_t phase = 0; phase < 2; ++phase) {
            overlays[phase].is_replay = true;
            for (const edit::Item& item : document().topology().items) {
                overlays[phase].marks[edit::subject_of(item.name)] = {
                    .state = phase == 0 ? Mark::State::up : Mark::State::down, .heat = -1.0, .badge = {}, .words = {}};
            }
        }
        return median_time(runs_, [&](int i) {
            canvas().set_overlay(overlays[static_cast<std::size_t>(i % 2)]);
            paint();
        });
    }

    int runs_;
    QTemporaryDir folder_;
    QString path_ = folder_.filePath(QStringLiteral("thousand.toml"));
    Workspace workspace_;
    MainWindow window_;
    QImage image_;
    std::vector<bench::Row> rows_;
};

}  // namespace

std::vector<bench::Row> window_rows(int runs) {
    return Bench(runs).run();
}

}  // namespace nines::gui
