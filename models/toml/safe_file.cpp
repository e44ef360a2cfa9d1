// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/toml/safe_file.hpp"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "models/scenario/codes.hpp"
#include "models/toml/read.hpp"

namespace nines::scenario {
namespace {

/// O_NONBLOCK: opening a pipe must not wait until somebody writes to it.
constexpr int open_flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }

    int number() const { return number_; }
    bool is_open() const { return number_ >= 0; }

private:
    int number_;
};

ParseError cannot_read(const std::string& path, int reason) {
    return {
        codes::cannot_read, fmt::format("cannot read {}: {}", path, std::generic_category().message(reason)), {}, 0};
}

ParseError outside(const std::string& path) {
    return {codes::include_outside, fmt::format("{} lies outside the scenario's folder", path),
            "only files inside that folder may be named, by a path relative to it", 0};
}

ParseError too_large(const std::string& path) {
    return {codes::file_too_large, fmt::format("{} is larger than {} MiB", path, max_file_bytes >> 20), {}, 0};
}

Parsed<FileBytes> read_open_file(const Descriptor& descriptor, const std::string& path) {
    struct stat status {};
    if (::fstat(descriptor.number(), &status) != 0) return cannot_read(path, errno);
    if (!S_ISREG(status.st_mode)) {
        if (!S_ISDIR(status.st_mode)) {
            return ParseError{codes::not_a_regular_file, fmt::format("{} is not a regular file", path), {}, 0};
        }
        return ParseError{codes::not_a_regular_file, fmt::format("{} is a folder", path), "name a file in it", 0};
    }
    if (status.st_size > static_cast<off_t>(max_file_bytes)) return too_large(path);

    FileBytes file;
    file.identity = {status.st_dev, status.st_ino};
    // Never trust the size alone: files of /proc say 0, and a file may grow while it is read.
    std::string chunk(std::size_t{64} * 1024, '\0');
    while (file.bytes.size() <= max_file_bytes) {
        const ssize_t count = ::read(descriptor.number(), chunk.data(), chunk.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return cannot_read(path, errno);
        if (count == 0) return file;
        file.bytes.append(chunk, 0, static_cast<std::size_t>(count));
    }
    return too_large(path);
}

/// For kernels without openat2: opens part by part and follows no link at all. Negative with errno on failure.
int open_without_links(int folder, std::string_view relative) {
    Descriptor current(::openat(folder, ".", O_PATH | O_DIRECTORY | O_CLOEXEC));
    while (current.is_open()) {
        const std::size_t slash = relative.find('/');
        const std::string part(relative.substr(0, slash));
        if (slash == std::string_view::npos) return ::openat(current.number(), part.c_str(), open_flags | O_NOFOLLOW);
        relative.remove_prefix(slash + 1);
        if (part.empty() || part == ".") continue;
        current = Descriptor(::openat(current.number(), part.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
    }
    return -1;
}

int open_beneath(int folder, const std::string& relative) {
    struct open_how how {};
    how.flags = static_cast<std::uint64_t>(open_flags);
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
    const long descriptor = ::syscall(SYS_openat2, folder, relative.c_str(), &how, sizeof how);
    if (descriptor >= 0 || (errno != ENOSYS && errno != EPERM)) return static_cast<int>(descriptor);
    return open_without_links(folder, relative);
}

/// True if the path as written is absolute, empty, or has a `..`, even one that would come back.
bool leads_out(std::string_view path) {
    if (path.empty() || path.front() == '/' || path.find('\0') != std::string_view::npos) return true;
    while (!path.empty()) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        if (path.substr(0, slash) == "..") return true;
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return false;
}

}  // namespace

Parsed<FileBytes> read_regular_file(const std::string& path) {
    const Descriptor descriptor(::open(path.c_str(), open_flags));
    if (!descriptor.is_open() && path == "-") {
        return ParseError{codes::cannot_read, "standard input is not read", "name a file: it may include others", 0};
    }
    if (!descriptor.is_open()) return cannot_read(path, errno);
    return read_open_file(descriptor, path);
}

Parsed<FileBytes> read_file_beneath(const std::string& folder, const std::string& relative) {
    if (leads_out(relative)) return outside(relative);
    const Descriptor directory(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!directory.is_open()) return cannot_read(folder, errno);
    const Descriptor descriptor(open_beneath(directory.number(), relative));
    if (descriptor.is_open()) return read_open_file(descriptor, relative);
    const bool link = errno == EXDEV || errno == ELOOP;
    return link ? outside(relative) : cannot_read(relative, errno);
}

}  // namespace nines::scenario
