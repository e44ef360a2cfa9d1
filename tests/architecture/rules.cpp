// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/rules.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <sstream>
#include <string_view>

namespace nines::architecture {
namespace {

constexpr int longest_file = 500;
constexpr std::string_view licence = "SPDX-License-Identifier: GPL-3.0-or-later";

/// A folder and the floor it stands on: it may use folders whose floor is the same or lower.
struct Floor {
    std::string_view folder;
    int height;
};

constexpr int programs = 20;  ///< Never include one another, although they stand on one floor. The desktop is above.

constexpr std::array floors = {
    Floor{"sim/units", 0},         Floor{"sim/random", 1},      Floor{"sim/kernel", 1},
    Floor{"sim/stats", 1},         Floor{"sim/run", 2},         Floor{"sim/markov", 2},
    Floor{"models/scenario", 10},  Floor{"models/toml", 11},    Floor{"models/presets", 11},
    Floor{"models/validate", 11},  Floor{"models/compile", 11}, Floor{"models/edit", 12},
    Floor{"models/structure", 12}, Floor{"models/engine", 12},  Floor{"models/exact", 13},
    Floor{"models/observe", 13},   Floor{"models/results", 14}, Floor{"models/export", 14},
    Floor{"models/compare", 15},   Floor{"models/report", 15},  Floor{"models/charts", 15},
    Floor{"models/selfcheck", 16}, Floor{"models/paper", 16},   Floor{"cli", programs},
    Floor{"python", programs},     Floor{"gui/i18n", 29},       Floor{"gui/look", 30},
    Floor{"gui/document", 30},     Floor{"gui/canvas", 31},     Floor{"gui/panels", 31},
    Floor{"gui/charts", 31},       Floor{"gui/run", 32},        Floor{"gui/compare", 32},
    Floor{"gui/report", 32},       Floor{"gui/replay", 33},     Floor{"gui/app", 34},
};

/// A library that may be named in one place only.
struct Confined {
    std::string_view library;
    std::string_view header_pattern;  ///< Of the name between < and >.
    std::string_view home;
};

constexpr std::array confined = {
    Confined{"toml++", R"(toml\+\+/.*)", "models/toml"},
    Confined{"Eigen", R"((unsupported/)?Eigen/.*)", "sim/markov"},
    Confined{"Qt", R"(Q[A-Z].*|Qt[A-Z]\w*/.*)", "gui"},
    Confined{"QScintilla", R"(Qsci/.*)", "gui/panels"},
    Confined{"CLI11", R"(CLI/.*)", "cli"},
    Confined{"ctemplate", R"(ctemplate/.*)", "gui/report"},
    Confined{"threads",
             "thread|mutex|shared_mutex|atomic|condition_variable|future|stop_token|barrier|latch|semaphore|pthread.h",
             "sim/run"},
};

bool is_within(std::string_view path, std::string_view folder) {
    return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

std::optional<Floor> floor_of(std::string_view path) {
    const auto found =
        std::find_if(floors.begin(), floors.end(), [&](const Floor& floor) { return is_within(path, floor.folder); });
    if (found == floors.end()) return std::nullopt;
    return *found;
}

bool is_cpp(std::string_view path) {
    return path.ends_with(".hpp") || path.ends_with(".cpp");
}

/// The rules on layers and libraries are about the product, not about its tests.
bool is_product_code(std::string_view path) {
    return is_cpp(path) && !is_within(path, "tests");
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

struct Include {
    std::string name;
    bool quoted = false;
};

std::optional<Include> include_of(const std::string& line) {
    static const std::regex pattern(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"].*)");
    std::smatch match;
    if (!std::regex_match(line, match, pattern)) return std::nullopt;
    return Include{match[2].str(), match[1].str() == "\""};
}

std::string project_include_fault(const std::string& path, const std::string& included) {
    const auto from = floor_of(path);
    const auto to = floor_of(included);
    if (!to) return "\"" + included + "\" is not a path from the repository's root to a folder with a floor";
    if (!from) return "";  // said once for the file
    if (to->height > from->height)
        return std::string(from->folder) + " stands below " + std::string(to->folder) + " and may not include it";
    if (to->height == programs && to->folder != from->folder)
        return std::string(from->folder) + " and " + std::string(to->folder) + " are programs apart";
    return "";
}

std::string library_fault(const std::string& path, const std::string& header) {
    for (const Confined& rule : confined) {
        const std::regex pattern(rule.header_pattern.begin(), rule.header_pattern.end());
        if (std::regex_match(header, pattern) && !is_within(path, rule.home))
            return "<" + header + ">: " + std::string(rule.library) + " belongs in " + std::string(rule.home) + " only";
    }
    return "";
}

std::string include_fault(const std::string& path, const std::string& line) {
    const auto include = include_of(line);
    if (!include) return "";
    return include->quoted ? project_include_fault(path, include->name) : library_fault(path, include->name);
}

std::string chance_fault(const std::string& path, const std::string& line) {
    if (is_within(path, "cli") || is_within(path, "gui")) return "";
    static const std::regex pattern(R"((^|\W)(random_device\b|s?rand\s*\())");
    const std::string code = line.substr(0, line.find("//"));
    if (!std::regex_search(code, pattern)) return "";
    return "a random number without an address: draw from sim/random instead";
}

bool names_licence(const std::vector<std::string>& lines) {
    const auto end = lines.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(2, lines.size()));
    return std::any_of(lines.begin(), end,
                       [](const std::string& line) { return line.find(licence) != std::string::npos; });
}

using Graph = std::map<std::string, std::set<std::string>>;

Graph folder_graph(const std::vector<SourceFile>& files) {
    Graph graph;
    for (const SourceFile& file : files) {
        const auto from = floor_of(file.path);
        if (!from || !is_product_code(file.path)) continue;
        for (const std::string& line : lines_of(file.text)) {
            const auto include = include_of(line);
            const auto to = include && include->quoted ? floor_of(include->name) : std::nullopt;
            if (to && to->folder != from->folder) graph[std::string(from->folder)].insert(std::string(to->folder));
        }
    }
    return graph;
}

/// Depth-first: a folder met again on its own way down closes a cycle.
struct CycleSearch {
    const Graph& graph;
    std::vector<std::string> way;
    std::set<std::string> finished;
    std::vector<std::string> cycles;

    void visit(const std::string& folder) {
        if (const auto met = std::find(way.begin(), way.end(), folder); met != way.end()) {
            std::string cycle;
            for (auto step = met; step != way.end(); ++step) cycle += *step + " -> ";
            cycles.push_back(cycle + folder);
            return;
        }
        if (finished.contains(folder)) return;
        way.push_back(folder);
        if (const auto uses = graph.find(folder); uses != graph.end()) {
            for (const std::string& used : uses->second) visit(used);
        }
        way.pop_back();
        finished.insert(folder);
    }
};

}  // namespace

std::vector<Violation> violations(const SourceFile& file) {
    std::vector<Violation> found;
    const auto report = [&](int line, std::string message) {
        if (!message.empty()) found.push_back({file.path, line, std::move(message)});
    };

    const std::vector<std::string> lines = lines_of(file.text);
    if (!names_licence(lines)) report(1, "the licence line is missing: " + std::string(licence));
    if (const auto count = static_cast<int>(lines.size()); count > longest_file)
        report(0, std::to_string(count) + " lines, more than " + std::to_string(longest_file) + ": split it");
    if (!is_product_code(file.path)) return found;

    if (!floor_of(file.path)) report(0, "its folder has no floor yet: give it one in tests/architecture/rules.cpp");
    for (int number = 1; const std::string& line : lines) {
        report(number, include_fault(file.path, line));
        report(number, chance_fault(file.path, line));
        ++number;
    }
    return found;
}

std::vector<std::string> folder_cycles(const std::vector<SourceFile>& files) {
    const Graph graph = folder_graph(files);
    CycleSearch search{graph, {}, {}, {}};
    for (const auto& [folder, uses] : graph) search.visit(folder);
    return search.cycles;
}

}  // namespace nines::architecture
