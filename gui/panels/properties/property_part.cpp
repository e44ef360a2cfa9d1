// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/properties/property_part.hpp"
