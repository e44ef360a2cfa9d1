// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/desktop_colours.hpp"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>

namespace nines::gui {
namespace {

constexpr int longest_wait_ms = 500;
constexpr uint prefers_dark = 1;  ///< Of `color-scheme`: 0 no preference, 1 dark, 2 light.

/// The service packs the value into one variant or into two, by its version.
QVariant unpacked(QVariant value) {
    while (value.canConvert<QDBusVariant>()) value = value.value<QDBusVariant>().variant();
    return value;
}

}  // namespace

bool desktop_prefers_dark() {
    // Without an address Qt would try to start a bus.
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")) return false;
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return false;
    QDBusMessage question = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.portal.Desktop"), QStringLiteral("/org/freedesktop/portal/desktop"),
        QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("Read"));
    question << QStringLiteral("org.freedesktop.appearance") << QStringLiteral("color-scheme");
    const QDBusMessage answer = bus.call(question, QDBus::Block, longest_wait_ms);
    if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty()) return false;
    return unpacked(answer.arguments().constFirst()).toUInt() == prefers_dark;
}

}  // namespace nines::gui
