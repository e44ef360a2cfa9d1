// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

/// The rules of the house that a compiler does not enforce, as docs/architecture.md and CONTRIBUTING.md state them.
namespace nines::architecture {

/// A file as the rules see it.
struct SourceFile {
    std::string path;  ///< From the repository's root: "sim/random/law.hpp".
    std::string text;
};

struct Violation {
    std::string path;
    int line = 0;  ///< Counts from 1; 0 when the whole file is meant.
    std::string message;
};

/// What one file does against the rules:
///  - it names its licence within its first two lines and has at most 500 lines (every file);
///  - it includes only its own floor or lower ones, by paths from the repository's root;
///  - a library that is confined to one folder (toml++, Eigen, Qt, threads, CLI11) stays there;
///  - no chance without an address: std::random_device and rand() only in cli and gui.
/// Files under tests/ may include anything; the last three rules skip them.
std::vector<Violation> violations(const SourceFile& file);

/// Folders that need each other, so that neither can be understood, tested or linked alone.
/// Each cycle is reported once, as "sim/a -> sim/b -> sim/a". Empty when the folders form a hierarchy.
std::vector<std::string> folder_cycles(const std::vector<SourceFile>& files);

}  // namespace nines::architecture
