// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Debian 12 has Catch2 2.13 (one header), Ubuntu 24.04 has Catch2 3: the tests use what both offer.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
