// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/write_file.hpp"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/catch.hpp"

namespace nines::scenario {
namespace {

namespace fs = std::filesystem;

/// A folder of its own that is gone afterwards.
class Folder {
public:
    Folder() {
        std::string pattern = (fs::temp_directory_path() / "nines-write-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        path_ = pattern;
    }
    ~Folder() { fs::remove_all(path_); }

    std::string file(const std::string& name) const { return (path_ / name).string(); }
    auto count() const { return std::distance(fs::directory_iterator(path_), fs::directory_iterator()); }

private:
    fs::path path_;
};

std::string content(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// While it lives no file can grow beyond `bytes`, which is how a full disk looks to a program.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        old_handler_ = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, old_handler_);
    }

private:
    rlimit before_{};
    void (*old_handler_)(int) = SIG_DFL;
};

}  // namespace

TEST_CASE("a file is written whole, new or over an old one", "[write_file]") {
    const Folder folder;
    const std::string path = folder.file("a.toml");
    CHECK(write_file_whole(path, "one") == "");
    CHECK(content(path) == "one");
    CHECK(write_file_whole(path, std::string(3'000'000, 'x')) == "");
    CHECK(content(path) == std::string(3'000'000, 'x'));
    CHECK(write_file_whole(path, "") == "");
    CHECK(content(path).empty());
    CHECK(folder.count() == 1);
}

TEST_CASE("a full disk leaves the old file and no temporary", "[write_file]") {
    const Folder folder;
    const std::string path = folder.file("a.toml");
    REQUIRE(write_file_whole(path, "the old text") == "");
    std::string error;
    {
        const SmallDisk disk(64 * 1024);
        error = write_file_whole(path, std::string(1024 * 1024, 'x'));
    }
    CHECK(error.find("cannot write " + path + ": ") == 0);
    CHECK(content(path) == "the old text");
    CHECK(folder.count() == 1);
}

TEST_CASE("a file that cannot be written is named with the reason", "[write_file]") {
    const Folder folder;
    CHECK(write_file_whole(folder.file("none/a.toml"), "x").find("No such file or directory") != std::string::npos);
    CHECK(write_file_whole(folder.file("."), "x").find("not a regular file") != std::string::npos);
    CHECK(folder.count() == 0);
}

TEST_CASE("permissions stay and links are followed", "[write_file]") {
    const Folder folder;
    REQUIRE(write_file_whole(folder.file("real.toml"), "old") == "");
    fs::permissions(folder.file("real.toml"), fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink(folder.file("real.toml"), folder.file("link.toml"));
    CHECK(write_file_whole(folder.file("link.toml"), "new") == "");
    CHECK(fs::is_symlink(folder.file("link.toml")));
    CHECK(content(folder.file("real.toml")) == "new");
    CHECK(fs::status(folder.file("real.toml")).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

}  // namespace nines::scenario
