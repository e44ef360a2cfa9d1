// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nines::gui {

/// What a list of scenarios shows of one, from its text alone.
struct TemplateHead {
    std::string title;        ///< `name` of the experiment.
    std::string description;  ///< First sentence of the comment at its top, without the number of a tutorial.
};

/// Empty where the text does not say it.
TemplateHead template_head(std::string_view text);

/// The comment at the top, with its line ends.
std::string_view head_comment(std::string_view text);

}  // namespace nines::gui
