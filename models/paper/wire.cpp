// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/paper/wire.hpp"

#include <exception>
#include <type_traits>
#include <utility>

#include <nlohmann/json.hpp>

namespace nines::paper {
namespace {

using Json = nlohmann::json;

constexpr int version = 2;

/// Writes each member of what `describe` lists.
class Writer {
public:
    explicit Writer(Json& json) : json_(json) {}
    template <class T>
    void operator()(const char* key, T& value);

private:
    Json& json_;
};

/// Reads the same members. Throws what the JSON library throws when something else is there.
class Reader {
public:
    explicit Reader(const Json& json) : json_(json) {}
    template <class T>
    void operator()(const char* key, T& value);

private:
    const Json& json_;
};

// What is sent of each type, once for both ways.
template <class Visit>
void describe(charts::Axis& axis, const Visit& visit) {
    visit("title", axis.title);
    visit("quantity", axis.quantity);
    visit("scale", axis.scale);
    visit("may_be_logarithmic", axis.may_be_logarithmic);
    visit("from_zero", axis.from_zero);
    visit("categories", axis.categories);
    visit("low", axis.low);
    visit("high", axis.high);
    visit("least", axis.least);
    visit("most", axis.most);
    visit("cut", axis.cut);
}

template <class Visit>
void describe(charts::Point& point, const Visit& visit) {
    visit("at", point.at);
    visit("value", point.value);
    visit("low", point.low);
    visit("high", point.high);
    visit("end", point.end);
    visit("base", point.base);
    visit("n", point.n);
    visit("note", point.note);
}

template <class Visit>
void describe(charts::Series& series, const Visit& visit) {
    visit("name", series.name);
    visit("kind", series.kind);
    visit("tone", series.tone);
    visit("colour", series.colour);
    visit("dashed", series.dashed);
    visit("points", series.points);
    visit("marked", series.marked);
    visit("shares_room", series.shares_room);
}

template <class Visit>
void describe(charts::Rule& rule, const Visit& visit) {
    visit("at", rule.at);
    visit("on_first_axis", rule.on_first_axis);
    visit("label", rule.label);
    visit("tone", rule.tone);
}

template <class Visit>
void describe(charts::Chart& chart, const Visit& visit) {
    visit("id", chart.id);
    visit("title", chart.title);
    visit("subtitle", chart.subtitle);
    visit("is_horizontal", chart.is_horizontal);
    visit("first", chart.first);
    visit("value", chart.value);
    visit("series", chart.series);
    visit("rules", chart.rules);
    visit("nothing", chart.nothing);
}

template <class Visit>
void describe(report::Column& column, const Visit& visit) {
    visit("title", column.title);
    visit("right", column.right);
}

template <class Visit>
void describe(Paragraph& block, const Visit& visit) {
    visit("text", block.text);
    visit("tone", block.tone);
}

template <class Visit>
void describe(Heading& block, const Visit& visit) {
    visit("text", block.text);
}

template <class Visit>
void describe(List& block, const Visit& visit) {
    visit("items", block.items);
}

template <class Visit>
void describe(Table& block, const Visit& visit) {
    visit("caption", block.caption);
    visit("columns", block.columns);
    visit("rows", block.rows);
}

template <class Visit>
void describe(Figure& block, const Visit& visit) {
    visit("chart", block.chart);
    visit("has_own_table", block.has_own_table);
}

template <class Visit>
void describe(Drawing& block, const Visit& visit) {
    visit("title", block.title);
    visit("path", block.path);
    visit("text", block.text);
}

template <class Visit>
void describe(Code& block, const Visit& visit) {
    visit("text", block.text);
}

template <class Visit>
void describe(Section& section, const Visit& visit) {
    visit("id", section.id);
    visit("title", section.title);
    visit("blocks", section.blocks);
}

template <class Visit>
void describe(Paper& paper, const Visit& visit) {
    visit("title", paper.title);
    visit("subtitle", paper.subtitle);
    visit("sections", paper.sections);
    visit("footer", paper.footer);
}

template <class T>
constexpr bool is_plain = std::is_arithmetic_v<T> || std::is_same_v<T, std::string>;

// All of them before the first, for each may meet any other.
template <class T>
Json json_of(T& value);
template <class T>
Json json_of(std::vector<T>& values);
template <class T>
Json json_of(std::optional<T>& value);
Json json_of(charts::Text& text);
Json json_of(Block& block);
template <class T>
void read(const Json& json, T& value);
template <class T>
void read(const Json& json, std::vector<T>& values);
template <class T>
void read(const Json& json, std::optional<T>& value);
void read(const Json& json, charts::Text& text);
void read(const Json& json, Block& block);

template <class T>
Json json_of(std::vector<T>& values) {
    Json array = Json::array();
    for (T& value : values) array.push_back(json_of(value));
    return array;
}

template <class T>
Json json_of(std::optional<T>& value) {
    return value ? json_of(*value) : Json();
}

Json json_of(charts::Text& text) {
    return charts::plain(text);
}

/// Which of the kinds of block it is, and what is in it.
Json json_of(Block& block) {
    return Json::array({block.index(), std::visit([](auto& value) { return json_of(value); }, block)});
}

template <class T>
Json json_of(T& value) {
    if constexpr (is_plain<T>) {
        return value;
    } else if constexpr (std::is_enum_v<T>) {
        return static_cast<int>(value);
    } else {
        Json object = Json::object();
        Writer writer(object);
        describe(value, [&](const char* key, auto& member) { writer(key, member); });
        return object;
    }
}

template <class T>
void read(const Json& json, std::vector<T>& values) {
    values.clear();
    for (const Json& item : json) read(item, values.emplace_back());
}

template <class T>
void read(const Json& json, std::optional<T>& value) {
    if (!json.is_null()) read(json, value.emplace());
}

void read(const Json& json, charts::Text& text) {
    text = charts::literal(json.get<std::string>());
}

template <std::size_t I = 0>
void read_block(std::size_t kind, const Json& json, Block& block) {
    if constexpr (I < std::variant_size_v<Block>) {
        if (kind == I) {
            read(json, block.emplace<I>());
        } else {
            read_block<I + 1>(kind, json, block);
        }
    }
}

void read(const Json& json, Block& block) {
    read_block(json.at(0).get<std::size_t>(), json.at(1), block);
}

template <class T>
void read(const Json& json, T& value) {
    if constexpr (is_plain<T>) {
        value = json.get<T>();
    } else if constexpr (std::is_enum_v<T>) {
        value = static_cast<T>(json.get<int>());
    } else {
        Reader reader(json);
        describe(value, [&](const char* key, auto& member) { reader(key, member); });
    }
}

template <class T>
void Writer::operator()(const char* key, T& value) {
    json_[key] = json_of(value);
}

template <class T>
void Reader::operator()(const char* key, T& value) {
    read(json_.at(key), value);
}

}  // namespace

std::string to_wire(const Paper& paper) {
    Paper copy = paper;
    const Json json = {{"nines-paper", version}, {"paper", json_of(copy)}};
    std::string bytes;
    Json::to_cbor(json, bytes);
    return bytes;
}

std::optional<Paper> from_wire(std::string_view bytes) {
    try {
        const Json json = Json::from_cbor(bytes);
        if (json.at("nines-paper").get<int>() != version) return std::nullopt;
        Paper paper;
        read(json.at("paper"), paper);
        return paper;
    } catch (const std::exception&) { return std::nullopt; }
}

}  // namespace nines::paper
