// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Just enough of XML to read an exported model back and to notice when it is not well-formed.
namespace nines::exporting_test {

struct Element {
    std::string name;
    std::map<std::string, std::string> attributes;
    std::vector<Element> children;
    std::string text;  ///< Of this element alone, blanks at both ends left out.

    std::vector<const Element*> all(std::string_view child) const;
};

/// The root element. Throws std::runtime_error on what is not well-formed.
Element read_xml(std::string_view text);

}  // namespace nines::exporting_test
