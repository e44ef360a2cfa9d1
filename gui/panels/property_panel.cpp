// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/property_panel.hpp"

#include <QApplication>
#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include "gui/look/colours.hpp"
#include "gui/panels/properties/property_form.hpp"
#include "gui/panels/properties/property_help.hpp"
#include "gui/panels/properties/property_row.hpp"
#include "gui/panels/properties/thing_header.hpp"

namespace nines::gui {
namespace {

constexpr int margin = 6;
constexpr int help_lines = 5;
constexpr const char* description_key = "description";  ///< Of every kind; shown in the header.

}  // namespace

PropertyPanel::PropertyPanel(Document& document, QWidget* parent)
    : QWidget(parent), document_(document), session_(new PropertySession(document, this)) {
    build();
    connect(session_, &PropertySession::thing_wanted, this, &PropertyPanel::thing_wanted);
    connect(session_, &PropertySession::problem, this, &PropertyPanel::problem);
    connect(&document_, &Document::text_changed, this, &PropertyPanel::refresh);
    connect(&document_, &Document::pending_wanted, this, [this] { form_->finish(); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        show_help_for(now);
        if (qobject_cast<QLineEdit*>(now) != nullptr && form_->isAncestorOf(now)) now->installEventFilter(this);
    });
    rebuild_form();
}

/// The focus leaves what is being deleted; nobody is to hear of it.
PropertyPanel::~PropertyPanel() {
    disconnect(qApp, nullptr, this, nullptr);
    for (QObject* child : findChildren<QObject*>()) child->blockSignals(true);
}

void PropertyPanel::build() {
    header_ = new ThingHeader(*session_, this);
    search_ = new QLineEdit(this);
    search_->setObjectName(QStringLiteral("search"));
    search_->setPlaceholderText(tr("Search keys"));
    search_->setAccessibleName(search_->placeholderText());
    search_->setClearButtonEnabled(true);
    only_set_ = new QCheckBox(tr("Only set"), this);
    only_set_->setObjectName(QStringLiteral("only_set"));
    only_set_->setToolTip(tr("Show only keys that have a value"));
    remark_ = new QLabel(this);
    remark_->setObjectName(QStringLiteral("remark"));
    remark_->setWordWrap(true);
    remark_->setTextFormat(Qt::PlainText);
    remark_->hide();
    scroll_ = new QScrollArea(this);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    help_ = new QLabel(this);
    help_->setObjectName(QStringLiteral("help"));
    help_->setWordWrap(true);
    help_->setTextFormat(Qt::RichText);
    help_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    help_->setMinimumHeight(fontMetrics().lineSpacing() * help_lines);
    help_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);

    auto* bar = new QHBoxLayout;
    bar->addWidget(search_, 1);
    bar->addWidget(only_set_);
    auto* line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Sunken);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->addWidget(header_);
    layout->addLayout(bar);
    layout->addWidget(remark_);
    layout->addWidget(scroll_, 1);
    layout->addWidget(line);
    layout->addWidget(help_);
    connect(search_, &QLineEdit::textChanged, this, &PropertyPanel::refilter);
    connect(only_set_, &QCheckBox::toggled, this, &PropertyPanel::refilter);
    connect(header_, &ThingHeader::place_wanted, this, &PropertyPanel::place_wanted);
    connect(header_, &ThingHeader::renamed, this, [this](const edit::ThingName& name) {
        show_things({name});
        Q_EMIT thing_wanted(name);
    });
}

void PropertyPanel::show_things(const std::vector<edit::ThingName>& names) {
    const std::vector<edit::ThingName> wanted = names.empty() ? std::vector<edit::ThingName>{{"scenario", ""}} : names;
    if (wanted == session_->things()) return refresh();
    if (form_ != nullptr) form_->finish();
    session_->set_things(wanted);
    stale_ = false;
    rebuild_form();
}

void PropertyPanel::rebuild_form() {
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, margin, 0);
    form_ = new PropertyForm(*session_, session_->fields(),
                             {.prefix = {}, .example = session_->example(), .hidden = {description_key}}, page);
    layout->addWidget(form_);
    layout->addStretch(1);
    if (QWidget* old = scroll_->takeWidget()) discard(old);
    scroll_->setWidget(page);
    scroll_->setMinimumWidth(page->minimumSizeHint().width() + scroll_->verticalScrollBar()->sizeHint().width());
    show_state();
    refilter();
    show_help_for(nullptr);
}

void PropertyPanel::refresh() {
    if (!isVisible()) {
        stale_ = true;
        return;
    }
    stale_ = false;
    session_->refresh();
    form_->refresh();
    show_state();
    if (only_set_->isChecked()) refilter();
    show_help_for(QApplication::focusWidget());
}

void PropertyPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (stale_) refresh();
}

void PropertyPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    const bool colours = event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange;
    if (colours && form_ != nullptr) {
        form_->refresh();
        show_state();
    }
}

/// What is typed here is undone in the document: a field that undid by itself would make another step of it.
bool PropertyPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride) return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<const QKeyEvent*>(event);
    if (!key->matches(QKeySequence::Undo) && !key->matches(QKeySequence::Redo)) return false;
    event->ignore();
    return true;
}

void PropertyPanel::refilter() {
    form_->filter({search_->text().trimmed(), only_set_->isChecked()});
}

/// What concerns the whole thing: that it cannot be edited now, or what is wrong with it.
void PropertyPanel::show_state() {
    header_->refresh();
    const bool can_edit = document_.topology_is_current();
    scroll_->setEnabled(can_edit);
    header_->setEnabled(can_edit);
    QStringList lines;
    if (!can_edit) lines << tr("The text cannot be read as TOML at the moment. Mend it in the text editor first.");
    bool error = !can_edit;
    for (const scenario::Diagnostic& diagnostic : session_->state().diagnostics) {
        lines << text_of(diagnostic);
        error = error || diagnostic.severity == scenario::Severity::error;
    }
    remark_->setVisible(!lines.isEmpty());
    remark_->setText(lines.join(QLatin1Char('\n')));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, colour(error ? Role::error : Role::warning, palette()));
    remark_->setPalette(colours);
}

void PropertyPanel::show_help_for(QWidget* focused) {
    for (QWidget* widget = focused; widget != nullptr && widget != this; widget = widget->parentWidget()) {
        const auto* row = qobject_cast<PropertyRow*>(widget);
        if (row == nullptr || !isAncestorOf(row)) continue;
        help_->setText(row->help());
        return;
    }
    if (focused != nullptr && isAncestorOf(focused)) return;
    const edit::KindDescription* kind = session_->kind();
    help_->setText(kind == nullptr ? QString() : header_->help());
}

}  // namespace nines::gui
