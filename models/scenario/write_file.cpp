// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/write_file.hpp"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace nines::scenario {
namespace {

constexpr int most_names_tried = 100;

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int number() const { return number_; }
    bool close() {
        const int number = number_;
        number_ = -1;
        return number < 0 || ::close(number) == 0;
    }

private:
    int number_;
};

/// The file that `path` names, behind symbolic links if it exists.
std::string resolved(const std::string& path) {
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
    return real ? std::string(real.get()) : path;
}

/// Creates a file that did not exist beside `target` and gives its name; a negative descriptor on failure.
int create_beside(const std::string& target, std::string& name) {
    for (int attempt = 0; attempt < most_names_tried; ++attempt) {
        name = fmt::format("{}.{}.{}.tmp", target, ::getpid(), attempt);
        const int descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (descriptor >= 0 || errno != EEXIST) return descriptor;
    }
    return -1;
}

/// True if every byte was taken; a disk may take fewer than were offered.
bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t taken = ::write(descriptor, bytes.data(), bytes.size());
        if (taken < 0 && errno == EINTR) continue;
        if (taken <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(taken));
    }
    return true;
}

bool keep_permissions(const std::string& target, int descriptor) {
    struct stat status {};
    if (::stat(target.c_str(), &status) != 0) return true;
    return ::fchmod(descriptor, status.st_mode & 07777) == 0;
}

/// Makes the rename itself durable. Some file systems cannot flush a folder; the file is whole all the same.
void flush_folder_of(const std::string& target) {
    const std::filesystem::path folder = std::filesystem::path(target).parent_path();
    const Descriptor descriptor(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.number() >= 0) ::fsync(descriptor.number());
}

std::string failure(const std::string& path, int reason) {
    return fmt::format("cannot write {}: {}", path, std::generic_category().message(reason));
}

}  // namespace

std::string write_file_whole(const std::string& path, std::string_view bytes) {
    const std::string target = resolved(path);
    struct stat status {};
    const bool special = ::stat(target.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
    if (special) return fmt::format("cannot write {}: it is not a regular file", path);

    std::string temporary;
    Descriptor descriptor(create_beside(target, temporary));
    if (descriptor.number() < 0) return failure(path, errno);
    const bool written = write_all(descriptor.number(), bytes) && keep_permissions(target, descriptor.number()) &&
                         ::fsync(descriptor.number()) == 0 && descriptor.close() &&
                         ::rename(temporary.c_str(), target.c_str()) == 0;
    if (!written) {
        const int reason = errno;
        ::unlink(temporary.c_str());
        return failure(path, reason);
    }
    flush_folder_of(target);
    return {};
}

}  // namespace nines::scenario
