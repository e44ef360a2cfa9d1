// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <string>
#include <vector>

#include "gui/canvas/badge.hpp"
#include "gui/canvas/drawing_look.hpp"
#include "gui/canvas/item_faults.hpp"
#include "gui/canvas/link_style.hpp"
#include "gui/canvas/overlay.hpp"
#include "gui/canvas/routing.hpp"

class QPainter;

/// What is painted, and how: plain values, so that only what has changed is painted anew.
namespace nines::gui {

/// What a box or an area shows of the scenario.
struct ThingFace {
    std::string kind;
    QString name;
    double name_width = 0.0;
    QStringList details;               ///< Already shortened to the box.
    std::vector<std::string> members;  ///< Subjects of the dots.
    std::int64_t member_count = 0;
    int hidden = 0;  ///< Things in a collapsed area.
    int depth = 0;
    bool area = false;
    bool collapsed = false;
    bool editable = true;
    ItemFault fault;

    bool is_open_area() const { return area && !collapsed; }
    friend bool operator==(const ThingFace&, const ThingFace&) = default;
};

/// What is laid over it.
struct ThingMarks {
    Mark mark;
    std::vector<Mark::State> members;
    bool is_replay = false;
};

bool same_marks(const ThingMarks& a, const ThingMarks& b);

/// What the user does with it.
struct ThingPose {
    bool selected = false;
    bool focused = false;  ///< Where the keyboard is.
    bool hovered = false;
    bool drop_target = false;
    bool handles = false;  ///< Arrows can be drawn from its border.

    friend bool operator==(const ThingPose&, const ThingPose&) = default;
};

ThingFace face_of(const edit::Item& item, const QSizeF& size, const DrawingLook& look);

/// Below these scales text or boxes are too small to be read: they are left out or become plain.
inline constexpr double least_scale_of_text = 0.42;
inline constexpr double least_scale_of_details = 0.58;
inline constexpr double least_scale_of_dots = 0.32;
inline constexpr double least_scale_of_labels = 1.15;

void paint_box(QPainter& painter, const QRectF& box, const ThingFace& face, const ThingMarks& marks,
               const ThingPose& pose, const DrawingLook& look, double scale);
void paint_area(QPainter& painter, const QRectF& box, const ThingFace& face, const ThingMarks& marks,
                const ThingPose& pose, const BorderLinks& links, const DrawingLook& look, double scale);

/// Parts that both have: a frame that tells selection and focus, the mark of a fault and the state.
void paint_frame(QPainter& painter, const QRectF& box, const ThingPose& pose, const DrawingLook& look, double scale);
/// Returns the left edge of what was painted at the upper right corner.
double paint_corner(QPainter& painter, const QRectF& box, const ThingFace& face, const ThingMarks& marks,
                    const DrawingLook& look, double scale);

/// The triangle by which an area is collapsed and expanded.
QRectF fold_button(const QRectF& box, const DrawingLook& look);
/// The strip of an area by which it is taken.
QRectF title_strip(const QRectF& box, const DrawingLook& look);
/// The corner by which an area is resized.
QRectF resize_grip(const QRectF& box, const DrawingLook& look);

struct LinkFace {
    std::string key;
    QString label;  ///< Shown in the middle when there is room.
    int count = 1;
    bool faint = false;  ///< Leads to the shelf.

    friend bool operator==(const LinkFace&, const LinkFace&) = default;
};

struct LinkPose {
    bool selected = false;
    bool lit = false;    ///< Under the mouse, or of a thing that is selected.
    bool quiet = false;  ///< Others are lit.

    friend bool operator==(const LinkPose&, const LinkPose&) = default;
};

/// `seen`: what is painted anew; what lies outside may be left out.
void paint_link(QPainter& painter, const Route& route, const LinkFace& face, const LinkPose& pose,
                const DrawingLook& look, double scale, const QRectF& seen);

}  // namespace nines::gui
