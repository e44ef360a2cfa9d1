// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "models/toml/read.hpp"

namespace nines::scenario {

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
        std::fprintf(stderr, "%s: the cryptography library has no SHA-256\n", __FILE__);
        std::abort();
    }
    std::string text;
    for (unsigned int i = 0; i < size; ++i) text += fmt::format("{:02x}", digest[i]);
    return text;
}

std::string sha256_of_set(const std::vector<SourceFile>& files) {
    std::string digests;
    for (const SourceFile& file : files) digests += file.sha256 + '\n';
    return sha256(digests);
}

}  // namespace nines::scenario
