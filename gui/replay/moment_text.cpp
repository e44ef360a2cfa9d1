// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/replay/moment_text.hpp"

#include <QCoreApplication>
#include <QLocale>

#include "gui/look/translated.hpp"
#include "gui/replay/span_look.hpp"
#include "models/observe/stage_words.hpp"
#include "models/report/outage_story.hpp"
#include "models/report/trace_text.hpp"
#include "models/results/number_text.hpp"

namespace nines::gui {
namespace {

using observe::CopyLag;
using observe::Course;
using observe::Standing;
using observe::SubjectState;
using observe::Timeline;

struct MomentText {
    Q_DECLARE_TR_FUNCTIONS(MomentText)
};

QString html(const std::string& text) {
    return QString::fromStdString(text).toHtmlEscaped();
}

/// "web/1" for "node:web/1".
QString short_name(const std::string& subject) {
    return QString::fromStdString(subject).section(QLatin1Char(':'), 1);
}

QString percent(double share) {
    return QString::fromStdString(results::percent_text(share));
}

QString lag_text(const CopyLag& lag) {
    const QString mean = QString::fromStdString(results::duration_text(lag.mean_seconds));
    switch (lag.origin) {
        case CopyLag::Origin::law:
            return MomentText::tr("lag by its law: %1 in the mean, 95 % up to %2")
                .arg(mean, QString::fromStdString(results::duration_text(lag.p95_seconds)));
        case CopyLag::Origin::drawn: return MomentText::tr("lag drawn for this failover: %1").arg(mean);
        case CopyLag::Origin::in_sync: return MomentText::tr("in sync");
    }
    return {};
}

/// What one target gets, without its name; empty: nothing that is worth a word.
QString share_text(const Timeline& timeline, const observe::TargetShare& share, double seconds) {
    if (share.sent > 0.0) {
        return share.works ? percent(share.sent) : MomentText::tr("%1, not answered").arg(percent(share.sent));
    }
    if (share.in_rotation) return {};
    // A member that is not in service is not missed.
    const std::uint32_t course = timeline.course_of(share.target);
    const bool is_idle =
        course != observe::no_course && timeline.courses()[course].at(seconds).standing == Standing::standby;
    return is_idle ? QString() : MomentText::tr("out of rotation");
}

/// "a/1 50 % · b/1 50 %"; many that get the same in a row are counted.
QString shares_text(const Timeline& timeline, const SubjectState& state, double seconds) {
    constexpr int few = 3;
    QStringList parts;
    for (std::size_t begin = 0; begin < state.shares.size();) {
        const QString text = share_text(timeline, state.shares[begin], seconds);
        std::size_t end = begin + 1;
        while (end < state.shares.size() && share_text(timeline, state.shares[end], seconds) == text) ++end;
        const auto count = static_cast<int>(end - begin);
        const QString first = short_name(state.shares[begin].target);
        if (!text.isEmpty() && count > few) {
            const QString last = short_name(state.shares[end - 1].target);
            parts << MomentText::tr("%1 to %2 %3 each").arg(first, last, text);
        }
        for (std::size_t s = begin; s < end && !text.isEmpty() && count <= few; ++s) {
            parts << QStringLiteral("%1 %2").arg(short_name(state.shares[s].target), text);
        }
        begin = end;
    }
    return parts.join(QStringLiteral(" · "));
}

/// Everything that is to be said of one thing beside its standing.
QString more_about(const Timeline& timeline, const SubjectState& state) {
    const Course::Kind kind = timeline.courses()[state.course].kind;
    QStringList parts;
    if (kind == Course::Kind::store) {
        parts << (state.primary.empty() ? MomentText::tr("no primary")
                                        : MomentText::tr("primary: %1").arg(short_name(state.primary)));
    }
    if (kind == Course::Kind::balancer) {
        const QString shares = shares_text(timeline, state, state.at);
        if (!shares.isEmpty()) parts << shares;
        if (!state.primary.empty()) parts << MomentText::tr("address at %1").arg(short_name(state.primary));
        if (!state.stage.empty()) { parts << translated(observe::words_of_stage(state.stage)); }
    }
    for (const std::string& role : state.roles) parts << translated(role);
    if (state.lag) parts << lag_text(*state.lag);
    if (kind == Course::Kind::node && state.share > 0.0) {
        parts << MomentText::tr("%1 of the requests").arg(percent(state.share));
    }
    return parts.join(QStringLiteral("; "));
}

bool is_always_told(Course::Kind kind) {
    return kind == Course::Kind::service || kind == Course::Kind::store || kind == Course::Kind::balancer;
}

/// "down: because of web/1".
QString standing_with_words(const Timeline& timeline, const observe::Span& span) {
    return MomentText::tr("%1: %2").arg(standing_text(span.standing), span_words(timeline, span));
}

QString line_of(const Timeline& timeline, const SubjectState& state) {
    const Course& course = timeline.courses()[state.course];
    const QString more = more_about(timeline, state).toHtmlEscaped();
    return QStringLiteral("<p><b>%1</b> %2%3</p>")
        .arg(html(course.subject), standing_with_words(timeline, state.span).toHtmlEscaped(),
             more.isEmpty() ? QString() : QStringLiteral("; ") + more);
}

QString badge_of(const SubjectState& state, const Course& course) {
    if (course.kind == Course::Kind::store) {
        return state.primary.empty() ? translated(state.stage)
                                     : MomentText::tr("primary %1").arg(short_name(state.primary));
    }
    if (state.lag && state.lag->origin == CopyLag::Origin::drawn) {
        return MomentText::tr("lag %1").arg(QString::fromStdString(results::duration_text(state.lag->mean_seconds)));
    }
    for (const std::string& role : state.roles) {
        if (role == "primary" || role == "rival primary") return translated(role);
    }
    if (state.share >= 0.0) return percent(state.share);
    return {};
}

/// The requests that all members of each group get together.
std::map<std::uint32_t, double> shares_of_groups(const Timeline& timeline, const std::vector<SubjectState>& states) {
    std::map<std::uint32_t, double> sums;
    for (const SubjectState& state : states) {
        const std::uint32_t group = timeline.courses()[state.course].group;
        if (group != observe::no_course && state.share >= 0.0) sums[group] += state.share;
    }
    return sums;
}

}  // namespace

QString moment_html(const Timeline& timeline, const std::vector<SubjectState>& states) {
    constexpr int most_lines = 40;
    QString always;
    QString others;
    int lines = 0;
    int left_out = 0;
    for (const SubjectState& state : states) {
        const Course& course = timeline.courses()[state.course];
        if (is_always_told(course.kind)) {
            always += line_of(timeline, state);
            continue;
        }
        const bool is_well = state.span.standing == Standing::up || state.span.standing == Standing::standby;
        const bool is_asked = state.lag && state.lag->origin == CopyLag::Origin::drawn;
        if (course.kind == Course::Kind::crew ? state.span.standing == Standing::standby : is_well && !is_asked)
            continue;
        if (++lines <= most_lines) {
            others += line_of(timeline, state);
        } else {
            ++left_out;
        }
    }
    if (left_out > 0) {
        others += QStringLiteral("<p>") + MomentText::tr("... and %n more", "", left_out) + QStringLiteral("</p>");
    }
    if (others.isEmpty())
        others = QStringLiteral("<p>") + MomentText::tr("Everything else works.") + QStringLiteral("</p>");
    return always + QStringLiteral("<hr>") + others;
}

Overlay overlay_of(const Timeline& timeline, const std::vector<SubjectState>& states, const QString& legend) {
    Overlay overlay;
    overlay.is_replay = true;
    overlay.legend = legend;
    const auto sums = shares_of_groups(timeline, states);
    for (const SubjectState& state : states) {
        const Course& course = timeline.courses()[state.course];
        Mark mark;
        mark.state = mark_state(state.span.standing);
        mark.badge = badge_of(state, course);
        if (const auto sum = sums.find(state.course); sum != sums.end()) mark.badge = percent(sum->second);
        const QString more = more_about(timeline, state);
        mark.words = standing_with_words(timeline, state.span);
        if (!more.isEmpty()) mark.words += QStringLiteral("; ") + more;
        overlay.marks.emplace(course.subject, std::move(mark));
    }
    return overlay;
}

QString outage_html(const Timeline& timeline, const observe::Outage& outage, const QString& begin) {
    const QString name = html(timeline.courses()[outage.course].subject);
    const QString length = html(results::duration_text(outage.to - outage.from));
    QString text =
        QStringLiteral("<p><b>%1</b></p>")
            .arg(outage.goes_on ? MomentText::tr("%1 is down from %2 to the end, %3").arg(name, begin, length)
                                : MomentText::tr("%1 is down for %3 from %2").arg(name, begin, length));
    QString causes;
    for (const std::string& cause : timeline.trace().events[outage.event].causes) {
        causes += (causes.isEmpty() ? QString() : QStringLiteral(" → ")) + html(report::readable_subject(cause));
    }
    if (!causes.isEmpty())
        text += QStringLiteral("<p>") + MomentText::tr("Causes: %1").arg(causes) + QStringLiteral("</p>");
    text += QStringLiteral("<ol>");
    for (const report::StoryLine& line : report::story_of(timeline, outage)) {
        const QString content = translated(line.words).toHtmlEscaped();
        text += line.is_service ? QStringLiteral("<li><b>%1</b></li>").arg(content)
                                : QStringLiteral("<li>%1</li>").arg(content);
    }
    return text + QStringLiteral("</ol>");
}

}  // namespace nines::gui
