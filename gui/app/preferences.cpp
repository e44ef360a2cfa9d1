// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/preferences.hpp"

#include <QSettings>
#include <algorithm>
#include <array>
#include <utility>

namespace nines::gui {
namespace {

constexpr std::array<std::pair<Theme, const char*>, 3> themes{
    {{Theme::system, "system"}, {Theme::light, "light"}, {Theme::dark, "dark"}}};
constexpr std::array<std::pair<Language, const char*>, 3> languages{
    {{Language::system, "system"}, {Language::english, "en"}, {Language::chinese, "zh_CN"}}};

constexpr QLatin1String theme_key("preferences/theme");
constexpr QLatin1String language_key("preferences/language");
constexpr QLatin1String autosave_key("preferences/autosave_seconds");

template <class Enum, std::size_t n>
QString word_of(const std::array<std::pair<Enum, const char*>, n>& words, Enum value) {
    for (const auto& [known, word] : words) {
        if (known == value) return QLatin1String(word);
    }
    return {};
}

template <class Enum, std::size_t n>
Enum value_of(const std::array<std::pair<Enum, const char*>, n>& words, const QString& text, Enum otherwise) {
    for (const auto& [value, word] : words) {
        if (text == QLatin1String(word)) return value;
    }
    return otherwise;
}

/// A whole number within these limits; the default where there is none.
int number_of(const QSettings& settings, QLatin1String key, int otherwise, int most) {
    bool ok = false;
    const int number = settings.value(key).toInt(&ok);
    return ok && number >= 0 && number <= most ? number : otherwise;
}

}  // namespace

Preferences read_preferences(const QSettings& settings) {
    const Preferences usual;
    Preferences read;
    read.theme = value_of(themes, settings.value(theme_key).toString(), usual.theme);
    read.language = value_of(languages, settings.value(language_key).toString(), usual.language);
    read.autosave_interval = std::chrono::seconds(
        number_of(settings, autosave_key, static_cast<int>(usual.autosave_interval.count()), most_autosave_seconds));
    return read;
}

void write_preferences(QSettings& settings, const Preferences& preferences) {
    settings.setValue(theme_key, word_of(themes, preferences.theme));
    settings.setValue(language_key, word_of(languages, preferences.language));
    settings.setValue(autosave_key, static_cast<int>(preferences.autosave_interval.count()));
}

}  // namespace nines::gui
