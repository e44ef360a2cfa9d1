// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/links.hpp"

#include <map>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "models/edit/refers.hpp"
#include "models/scenario/fields.hpp"
#include "models/scenario/parse.hpp"
#include "models/scenario/value_text.hpp"

namespace nines::edit {
namespace {

using scenario::Field;
using scenario::FieldSpec;
using scenario::Place;
using scenario::RefKind;
using validate::Lookup;
using validate::Outcome;
using validate::TargetKind;

std::string_view word_of(TargetKind kind) {
    switch (kind) {
        case TargetKind::group:
        case TargetKind::member:
        case TargetKind::members: return "group";
        case TargetKind::service: return "service";
        case TargetKind::store: return "store";
        case TargetKind::balancer: return "balancer";
        case TargetKind::node: return "node";
        case TargetKind::domain:
        case TargetKind::children: return "domain";
        case TargetKind::tag: return "tag";
    }
    return {};
}

std::string_view word_of(scenario::EventAction::Verb verb) {
    switch (verb) {
        case scenario::EventAction::Verb::fail: return "fail";
        case scenario::EventAction::Verb::restore: return "restore";
        case scenario::EventAction::Verb::partition: return "partition";
        case scenario::EventAction::Verb::slow: return "slow";
        case scenario::EventAction::Verb::resize: return "resize";
        case scenario::EventAction::Verb::scale: return "scale";
        case scenario::EventAction::Verb::corrupt: return "corrupt";
    }
    return {};
}

std::string label_of(const scenario::Need& need) {
    if (!need.counted) return {};
    return need.all ? "all of" : fmt::format("{} of", need.at_least);
}

/// Finds things by what a text says of them.
class Finder {
public:
    Finder(const scenario::Scenario& scenario, const validate::Names& names, const std::vector<Item>& items)
        : names_(names) {
        for (std::size_t i = 0; i < items.size(); ++i) { by_id_[items[i].name.kind].emplace(items[i].name.id, i); }
        std::size_t next = 0;
        scenario::for_each_kind([&](auto tag, auto things) {
            const std::string_view kind = kind_info(tag).word;
            first_[kind] = next;
            for (const auto& thing : scenario.*things) {
                if constexpr (requires { thing.tags; }) {
                    if (thing.tags) {
                        for (const std::string& tag_word : *thing.tags) tagged_[tag_word].push_back(next);
                    }
                }
                ++next;
            }
        });
    }

    /// Calls `visit` with the index of each thing that the name means.
    template <class Visit>
    void find(RefKind kind, const std::string& pattern, const std::vector<std::string>& kinds, Visit&& visit) const {
        if (kind == RefKind::any && kinds.size() == 1 && kinds.front() == "domain") kind = RefKind::domain;
        const Lookup lookup = names_.find(kind, pattern);
        if (lookup.outcome != Outcome::found && lookup.target.kind != TargetKind::member) {
            for (const std::string& word : kinds) {
                if (const auto exact = find_exact(word, pattern)) return visit(*exact);
            }
        }
        if (lookup.outcome != Outcome::found) return;
        if (lookup.target.kind == TargetKind::tag) {
            const auto things = tagged_.find(pattern);
            if (things == tagged_.end()) return;
            for (const std::size_t thing : things->second) visit(thing);
            return;
        }
        const std::size_t first = first_.at(word_of(lookup.target.kind));
        if (lookup.target.kind != TargetKind::children) return visit(first + lookup.target.index);
        for (const std::size_t child : names_.children(lookup.target.index)) visit(first + child);
    }

    std::optional<std::size_t> find_exact(std::string_view kind, const std::string& id) const {
        const auto ids = by_id_.find(kind);
        if (ids == by_id_.end()) return std::nullopt;
        const auto found = ids->second.find(id);
        return found == ids->second.end() ? std::nullopt : std::optional(found->second);
    }

private:
    const validate::Names& names_;
    std::map<std::string_view, std::size_t> first_;
    std::map<std::string, std::unordered_map<std::string_view, std::size_t>, std::less<>> by_id_;
    std::unordered_map<std::string_view, std::vector<std::size_t>> tagged_;
};

/// Gathers the links of one thing after the other.
class LinkMaker {
public:
    explicit LinkMaker(const Finder& finder) : finder_(finder) {}

    void begin(std::size_t from, const std::string& kind) {
        from_ = from;
        kind_ = kind;
    }
    const std::string& kind() const { return kind_; }

    /// What one field names, each thing once.
    void begin_field(std::string key, const FieldSpec& spec) {
        key_ = std::move(key);
        kinds_ = kinds_referred(spec, kind_);
        places_ = spec.places;
        named_.clear();
    }

    void name(RefKind kind, const std::string& pattern, Place place, const std::string& label = {}) {
        finder_.find(kind, pattern, kinds_, [&](std::size_t to) { add(to, place, label); });
    }

    void exact(const std::string& kind, const std::string& id, Place place, const std::string& label) {
        if (const auto to = finder_.find_exact(kind, id)) add(*to, place, label);
    }

    /// A text that may be of several kinds is a reference; of one kind, an id.
    void text(const std::string& text, Place place, const std::string& label = {}) {
        if (kinds_.size() == 1) return exact(kinds_.front(), text, place, label);
        if (const auto reference = scenario::parse_reference(text)) name(reference->kind, reference->name, place);
    }

    std::vector<Link> take() { return std::move(links_); }

private:
    void add(std::size_t to, Place place, const std::string& label) {
        if (to == from_ || links_.size() >= most_links || !named_.insert(to).second) return;
        links_.push_back({.from = from_, .to = to, .key = key_, .label = label, .place = place, .places = places_});
    }

    const Finder& finder_;
    std::size_t from_ = 0;
    std::string kind_, key_;
    std::vector<std::string> kinds_;
    bool places_ = false;
    std::unordered_set<std::size_t> named_;  ///< By the field that is looked at.
    std::vector<Link> links_;
};

/// Shares of the entries of a list that its table weighs; empty where it does not.
template <class T>
std::vector<std::string> shares(const T& object) {
    std::vector<std::string> texts;
    if constexpr (requires {
                      object.weights;
                      object.to;
                  }) {
        if (!object.weights || !object.to || object.weights->size() != object.to->size()) return texts;
        double sum = 0.0;
        for (const double weight : *object.weights) sum += weight;
        if (!(sum > 0.0)) return texts;
        for (const double weight : *object.weights) texts.push_back(fmt::format("{:.3g}%", weight / sum * 100.0));
    }
    return texts;
}

/// How a copy elsewhere follows, in the words of the file.
template <class T>
std::string manner_of(const T& object) {
    std::string text;
    if constexpr (std::is_same_v<T, scenario::Follower>) {
        if (object.mode) text = scenario::to_text(*object.mode);
        if (object.delay) text += fmt::format("{}delay {}", text.empty() ? "" : ", ", scenario::to_text(*object.delay));
        const scenario::PromoteBy promote = object.promote.value_or(scenario::PromoteBy::plan);
        text += fmt::format("{}promote {}", text.empty() ? "" : ", ", scenario::to_text(promote));
    }
    return text;
}

/// Finds names in the values of one table and of those within it.
template <class T>
class LinkVisitor {
public:
    LinkVisitor(const T& object, std::string prefix, LinkMaker& maker)
        : object_(object), prefix_(std::move(prefix)), maker_(maker) {}

    template <class M>
    void field(const FieldSpec& spec, Field<M> T::*member) {
        const Field<M>& field = object_.*member;
        if (spec.refers.empty() || !field) return;
        maker_.begin_field(prefix_ + std::string(spec.key), spec);
        add(*field, field.origin.place);
    }

    void name(const FieldSpec&, std::string T::*) {}

    template <class Part>
    void table(const FieldSpec& spec, Field<Part> T::*member) {
        if (object_.*member) visit_part(*(object_.*member), spec);
    }
    template <class Part>
    void part(const FieldSpec& spec, Part T::*member) {
        visit_part(object_.*member, spec);
    }
    template <class Part>
    void tables(const FieldSpec& spec, std::vector<Part> T::*member) {
        for (const Part& item : object_.*member) visit_part(item, spec);
    }

    void unnamed_mode(std::vector<scenario::FailureMode> T::*) {}  // Comes with the named ones.
    void reuse(const FieldSpec&) {}
    void later(const scenario::LaterSpec&) {}

private:
    template <class Part>
    void visit_part(const Part& part, const FieldSpec& spec) {
        LinkVisitor<Part> visitor(part, fmt::format("{}{}.", prefix_, spec.key), maker_);
        fields_of(scenario::KindTag<Part>{}, visitor);
    }

    void add(const std::string& text, Place place) { maker_.text(text, place, manner_of(object_)); }

    void add(const std::vector<std::string>& texts, Place place) {
        for (const std::string& text : texts) maker_.text(text, place);
    }

    void add(const std::vector<scenario::Selector>& selectors, Place) {
        const std::vector<std::string> labels = shares(object_);
        for (std::size_t i = 0; i < selectors.size(); ++i) {
            const std::string label = labels.size() == selectors.size() ? labels[i] : std::string();
            maker_.name(selectors[i].kind, selectors[i].pattern, selectors[i].place, label);
        }
    }

    void add(const std::vector<scenario::Need>& needs, Place) {
        for (const scenario::Need& need : needs) {
            for (const scenario::Reference& operand : need.operands) {
                maker_.name(operand.kind, operand.name, operand.place, label_of(need));
            }
        }
    }

    void add(const scenario::EventAction& action, Place) {
        maker_.name(action.target.kind, action.target.pattern, action.target.place, std::string(word_of(action.verb)));
        if (action.from) maker_.name(action.from->kind, action.from->pattern, action.from->place, "from");
    }

    void add(const std::vector<scenario::DownFor>& conditions, Place) {
        for (const scenario::DownFor& condition : conditions) {
            maker_.name(condition.what.kind, condition.what.name, condition.what.place, "down");
        }
    }

    void add(const scenario::Failback& failback, Place) {
        if (!failback.never) maker_.name(failback.what.kind, failback.what.name, failback.what.place, "up");
    }

    void add(const scenario::PlanSteps& steps, Place) {
        for (const auto& stage : steps) {
            for (const scenario::PlanStep& step : stage) add(step);
        }
    }

    void add(const scenario::PlanStep& step) {
        if (step.verb == scenario::PlanStep::Verb::work) return;
        const std::string text = scenario::to_text(step);
        maker_.name(step.target.kind, step.target.name, step.target.place, text.substr(0, text.find(' ')));
        if (step.other) maker_.name(step.other->kind, step.other->name, step.other->place, "to");
    }

    /// A value that names nothing has no `refers`; its type needs no overload of its own.
    template <class M>
    void add(const M&, Place) {
        static_assert(!is_reference_type<M>);
    }

    const T& object_;
    std::string prefix_;
    LinkMaker& maker_;
};

}  // namespace

std::vector<Link> links_of(const scenario::Scenario& scenario, const validate::Names& names,
                           const std::vector<Item>& items) {
    const Finder finder(scenario, names, items);
    LinkMaker maker(finder);
    std::size_t next = 0;
    scenario::for_each_kind([&](auto tag, auto things) {
        using T = typename decltype(tag)::type;
        for (const T& thing : scenario.*things) {
            maker.begin(next++, std::string(kind_info(tag).word));
            LinkVisitor<T> visitor(thing, {}, maker);
            fields_of(tag, visitor);
        }
    });
    return maker.take();
}

}  // namespace nines::edit
