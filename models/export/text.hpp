// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>

/// Names and texts of a scenario, made safe for the formats of other tools.
namespace nines::exporting {

/// What stands at the top of an exported file.
struct Heading {
    std::string scenario;  ///< Its name.
    std::string version;   ///< Of Nines.
};

/// "Three web servers, exported by Nines 0.2.0", on one line.
std::string heading_text(const Heading& heading);

/// Control characters, line ends among them, become '?'.
std::string one_line(std::string_view text);

/// For text and attributes of XML.
std::string xml_escaped(std::string_view text);
/// For the inside of an XML comment, which must not contain two hyphens in a row nor end with one.
std::string xml_comment(std::string_view text);

/// Identifiers that every tool accepts: a letter, then letters, digits and single underscores. No two are equal, nor
/// differ only by upper and lower case.
class Identifiers {
public:
    /// A new identifier like `name`; `_2` and so on is added to one that was given out before.
    std::string new_like(std::string_view name);

private:
    std::set<std::string> used_;  ///< In lower case.
};

}  // namespace nines::exporting
