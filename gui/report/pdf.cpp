// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/report/pdf.hpp"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>
#include <algorithm>
#include <numeric>

#include "gui/report/page_writer.hpp"
#include "gui/report/pictures.hpp"

namespace nines::gui {
namespace {

constexpr double body_points = 9.5;
constexpr double table_points = 7.8;
constexpr double cell_gap = 10.0;
constexpr double cell_air = 3.5;
constexpr double heading_room = 50.0;
constexpr double widest_word = 130.0;  ///< Longer words in tables are broken.

QString text_of(const std::string& text) {
    return QString::fromStdString(text);
}

QFont bold(double points) {
    QFont font = paper_font(points);
    font.setBold(true);
    return font;
}

/// A table on pages: widths first, then rows.
class TableWriter {
public:
    TableWriter(PageWriter& pages, const paper::Table& table)
        : pages_(pages), table_(table), font_(paper_font(table_points)), head_font_(bold(table_points)) {
        set_widths();
    }

    void write() {
        const QColor text = paper_palette(Paper::light).color(QPalette::Text);
        const double head = has_head() ? row_height(titles(), head_font_) : 0.0;
        const double first = table_.rows.empty() ? 0.0 : row_height(table_.rows.front(), font_);
        const QFont caption_font = bold(body_points - 0.5);
        const QString caption = text_of(table_.caption);
        const double caption_height =
            caption.isEmpty() ? 0.0 : pages_.text_height(caption, caption_font, pages_.width()) + 4.0;
        pages_.need(caption_height + head + first);
        if (!caption.isEmpty()) {
            pages_.write(caption, caption_font, text);
            pages_.advance(4.0);
        }
        write_head();
        for (const auto& row : table_.rows) {
            const double height = row_height(row, font_);
            const int page = pages_.page();
            pages_.need(height);
            if (pages_.page() != page) write_head();
            write_row(row, font_, text, height);
        }
        pages_.gap(12.0);
    }

private:
    std::vector<std::string> titles() const {
        std::vector<std::string> titles;
        for (const report::Column& column : table_.columns) titles.push_back(column.title);
        return titles;
    }

    bool has_head() const {
        return std::any_of(table_.columns.begin(), table_.columns.end(),
                           [](const report::Column& column) { return !column.title.empty(); });
    }

    /// As wide as the text wants if there is room; else what is too much is taken from the widest columns.
    void set_widths() {
        const QFontMetricsF metrics(head_font_);
        std::vector<double> least;
        for (std::size_t c = 0; c < table_.columns.size(); ++c) {
            double natural = 0.0;
            double word = 0.0;
            const auto measure = [&](const QString& text) {
                natural = std::max(natural, metrics.horizontalAdvance(text) + 1.0);
                for (const QString& part : text.split(QLatin1Char(' '))) {
                    word = std::max(word, std::min(widest_word, metrics.horizontalAdvance(part) + 1.0));
                }
            };
            measure(text_of(table_.columns[c].title));
            for (const auto& row : table_.rows) measure(cell_text(row, c));
            widths_.push_back(natural);
            least.push_back(word);
        }
        const double room = pages_.width() - cell_gap * static_cast<double>(widths_.size() - 1);
        narrow(least, room);
    }

    void narrow(const std::vector<double>& least, double room) {
        for (double total = sum(); total > room + 0.5; total = sum()) {
            std::size_t widest = widths_.size();
            for (std::size_t c = 0; c < widths_.size(); ++c) {
                const bool may_shrink = widths_[c] > least[c] + 0.5;
                if (may_shrink && (widest == widths_.size() || widths_[c] > widths_[widest])) widest = c;
            }
            if (widest == widths_.size()) {
                for (double& width : widths_) width *= room / total;
                return;
            }
            const double step = std::max(4.0, (total - room) / 8.0);
            widths_[widest] = std::max(least[widest], widths_[widest] - step);
        }
    }

    double sum() const { return std::accumulate(widths_.begin(), widths_.end(), 0.0); }

    QString cell_text(const std::vector<std::string>& cells, std::size_t column) const {
        const QString text = text_of(cells[column]);
        if (!table_.columns[column].right) return text;
        constexpr QChar word_joiner(0x2060);  // A line may end after a slash: not so in "0.13/y".
        return unbroken(text).replace(QLatin1Char('/'), QLatin1Char('/') + QString(word_joiner));
    }

    double row_height(const std::vector<std::string>& cells, const QFont& font) const {
        double height = 0.0;
        for (std::size_t c = 0; c < cells.size(); ++c) {
            height = std::max(height, pages_.text_height(cell_text(cells, c), font, widths_[c]));
        }
        return height + 2.0 * cell_air;
    }

    void write_head() {
        if (!has_head()) return;
        const QPalette palette = paper_palette(Paper::light);
        write_row(titles(), head_font_, palette.color(QPalette::Shadow), row_height(titles(), head_font_));
    }

    void write_row(const std::vector<std::string>& cells, const QFont& font, const QColor& colour, double height) {
        double x = pages_.left();
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const auto alignment = table_.columns[c].right ? Qt::AlignRight : Qt::AlignLeft;
            pages_.draw_text(cell_text(cells, c), font, {x, pages_.y() + cell_air}, widths_[c], colour, alignment);
            x += widths_[c] + cell_gap;
        }
        pages_.advance(height);
        const double end = std::min(x - cell_gap, pages_.left() + pages_.width());
        pages_.painter().setPen(QPen(paper_palette(Paper::light).color(QPalette::Mid), 0.6));
        pages_.painter().drawLine(QPointF(pages_.left(), pages_.y()), QPointF(end, pages_.y()));
    }

    PageWriter& pages_;
    const paper::Table& table_;
    QFont font_;
    QFont head_font_;
    std::vector<double> widths_;
};

class Composer {
public:
    explicit Composer(PageWriter& pages) : pages_(pages), palette_(paper_palette(Paper::light)) {}

    void compose(const paper::Paper& paper) {
        pages_.write(text_of(paper.title), bold(19.0), ink());
        pages_.gap(4.0);
        pages_.write(text_of(paper.subtitle), paper_font(body_points - 0.5), quiet());
        pages_.gap(12.0);
        for (const paper::Section& section : paper.sections) {
            if (!section.title.empty()) write_title(section);
            for (std::size_t i = 0; i < section.blocks.size(); ++i) {
                if (std::holds_alternative<paper::Heading>(section.blocks[i])) {
                    pages_.need(heading_room + opening_height(section.blocks, i + 1));
                }
                std::visit(*this, section.blocks[i]);
            }
        }
        pages_.end();
    }

    void operator()(const paper::Paragraph& block) {
        switch (block.tone) {
            case paper::Paragraph::Tone::normal: write(text_of(block.text), paper_font(body_points), ink()); return;
            case paper::Paragraph::Tone::answer: write_answer(text_of(block.text)); return;
            case paper::Paragraph::Tone::note:
                write(text_of(block.text), paper_font(body_points - 1.3), quiet());
                return;
        }
    }
    void operator()(const paper::Heading& block) {
        pages_.gap(8.0);
        write(text_of(block.text), bold(body_points + 1.0), ink());
    }
    void operator()(const paper::List& block) {
        const QFont font = paper_font(body_points - 0.5);
        const double indent = 14.0;
        for (const std::string& item : block.items) {
            const QString text = text_of(item);
            pages_.need(pages_.text_height(text, font, pages_.width() - indent));
            pages_.draw_text(QStringLiteral("•"), font, {pages_.left(), pages_.y()}, indent, quiet());
            pages_.write(text, font, ink(), indent);
            pages_.advance(2.5);
        }
        pages_.gap(8.0);
    }
    void operator()(const paper::Table& block) { TableWriter(pages_, block).write(); }
    void operator()(const paper::Figure& block) {
        paint(chart_size(block.chart),
              [&](QPainter& painter, const QRectF& target) { paint_chart(painter, target, block.chart); });
    }
    void operator()(const paper::Drawing& block) {
        const DrawnScenario drawing(block, Paper::light);
        if (drawing.is_empty()) return;
        paint(drawing.size(), [&](QPainter& painter, const QRectF& target) { drawing.paint(painter, target); });
    }
    void operator()(const paper::Code& block) {
        QFont font(QStringLiteral("DejaVu Sans Mono"));
        font.setPointSizeF(body_points - 1.3);
        write(text_of(block.text), font, ink());
    }

private:
    QColor ink() const { return palette_.color(QPalette::Text); }
    QColor quiet() const { return palette_.color(QPalette::Shadow); }

    void write(const QString& text, const QFont& font, const QColor& colour) {
        pages_.write(text, font, colour);
        pages_.gap(7.0);
    }

    void write_title(const paper::Section& section) {
        pages_.gap(14.0);
        pages_.need(heading_room + opening_height(section.blocks, 0));
        pages_.painter().setPen(QPen(palette_.color(QPalette::Mid), 0.8));
        pages_.painter().drawLine(QPointF(pages_.left(), pages_.y()),
                                  QPointF(pages_.left() + pages_.width(), pages_.y()));
        pages_.advance(8.0);
        write(text_of(section.title), bold(13.5), ink());
        pages_.gap(3.0);
    }

    /// On a ground of its own with a bar at its left.
    void write_answer(const QString& text) {
        const QFont font = paper_font(body_points + 1.8);
        const double air = 12.0;
        const double bar = 4.0;
        const double width = pages_.width() - 2.0 * air - bar;
        const double height = pages_.text_height(text, font, width);
        pages_.gap(4.0);
        pages_.need(height + 2.0 * air);
        const QRectF box(pages_.left(), pages_.y(), pages_.width(), height + 2.0 * air);
        pages_.painter().fillRect(box, palette_.color(QPalette::Window));
        pages_.painter().fillRect(QRectF(box.topLeft(), QSizeF(bar, box.height())),
                                  palette_.color(QPalette::Highlight));
        pages_.draw_text(text, font, {box.left() + bar + air, box.top() + air}, width, ink());
        pages_.advance(box.height());
        pages_.gap(12.0);
    }

    /// What should stand under a heading on the same page: paragraphs up to the first other block, and that.
    double opening_height(const std::vector<paper::Block>& blocks, std::size_t from) const {
        constexpr double of_lines = 34.0;
        constexpr double of_table = 110.0;
        double height = 0.0;
        for (std::size_t i = from; i < blocks.size(); ++i) {
            if (const auto* figure = std::get_if<paper::Figure>(&blocks[i])) {
                return height + shown_size(chart_size(figure->chart)).height();
            }
            if (const auto* block = std::get_if<paper::Drawing>(&blocks[i])) {
                const DrawnScenario drawing(*block, Paper::light);
                return height + (drawing.is_empty() ? 0.0 : shown_size(drawing.size()).height());
            }
            if (std::holds_alternative<paper::Table>(blocks[i])) return height + of_table;
            height += of_lines;
            const bool goes_on = std::holds_alternative<paper::Paragraph>(blocks[i]) ||
                                 std::holds_alternative<paper::Heading>(blocks[i]);
            if (!goes_on) return height;
        }
        return height;
    }

    /// As wide as the page at most, and half as high as it.
    QSizeF shown_size(const QSizeF& size) const {
        const double tallest = 0.55 * pages_.height_of_page();
        return size * std::min({1.0, pages_.width() / size.width(), tallest / size.height()});
    }

    void paint(const QSizeF& size, const std::function<void(QPainter&, const QRectF&)>& draw) {
        const QSizeF shown = shown_size(size);
        pages_.gap(4.0);
        pages_.need(shown.height());
        QPainter& painter = pages_.painter();
        painter.save();
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        draw(painter, QRectF(QPointF(pages_.left(), pages_.y()), shown));
        painter.restore();
        pages_.advance(shown.height());
        pages_.gap(12.0);
    }

    PageWriter& pages_;
    QPalette palette_;
};

/// Answers the number of pages.
int compose(QByteArray& bytes, const paper::Paper& paper, int page_count) {
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter device(&buffer);
    constexpr int dots_per_inch = 1200;
    device.setResolution(dots_per_inch);
    device.setPageSize(QPageSize(QPageSize::A4));
    device.setPageMargins(QMarginsF());
    device.setTitle(text_of(paper.title));
    device.setCreator(text_of(paper.footer));
    QPainter painter(&device);
    PageWriter pages(device, painter, text_of(paper.footer), page_count);
    Composer(pages).compose(paper);
    painter.end();
    return pages.page();
}

}  // namespace

QByteArray report_pdf(const paper::Paper& paper) {
    // Once to count the pages, once to say on each of how many it is.
    QByteArray draft;
    const int pages = compose(draft, paper, 0);
    QByteArray bytes;
    compose(bytes, paper, pages);
    return bytes;
}

}  // namespace nines::gui
