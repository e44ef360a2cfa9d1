// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/desktop_colours.hpp"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusVariant>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include "gui/app/theme.hpp"
#include "gui/look/colours.hpp"

namespace nines::gui {

/// Stands for the settings service of a desktop.
class SettingsService : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint colour_scheme = 0;

    // D-Bus finds methods by their names.
    Q_INVOKABLE QDBusVariant Read(const QString& name_space, const QString& key) const {
        const bool known =
            name_space == QStringLiteral("org.freedesktop.appearance") && key == QStringLiteral("color-scheme");
        return QDBusVariant(QVariant::fromValue(QDBusVariant(known ? colour_scheme : 0U)));
    }
};

/// What the desktop's user prefers, on a bus of our own.
class DesktopColoursTest : public QObject {
    Q_OBJECT

private:
    QProcess bus_;
    SettingsService service_;

private Q_SLOTS:
    void initTestCase() {
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        QVERIFY(!desktop_prefers_dark());
        const QString program = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (program.isEmpty()) QSKIP("dbus-daemon is not installed");
        bus_.start(program,
                   {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        QVERIFY(bus_.waitForReadyRead());
        qputenv("DBUS_SESSION_BUS_ADDRESS", bus_.readLine().trimmed());
        QVERIFY(!desktop_prefers_dark());
        QDBusConnection connection = QDBusConnection::sessionBus();
        QVERIFY(connection.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &service_,
                                          QDBusConnection::ExportAllInvokables));
        QVERIFY(connection.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    }

    void cleanupTestCase() {
        bus_.terminate();
        bus_.waitForFinished();
    }

    void the_theme_of_the_system_is_dark_where_its_user_prefers_that() {
        service_.colour_scheme = 1;
        QVERIFY(desktop_prefers_dark());
        apply_theme(Theme::system);
        QVERIFY(is_dark(QApplication::palette()));
    }

    void it_is_light_where_the_user_has_no_preference_or_prefers_light() {
        for (const uint scheme : {0U, 2U}) {
            service_.colour_scheme = scheme;
            QVERIFY(!desktop_prefers_dark());
            apply_theme(Theme::system);
            QVERIFY(!is_dark(QApplication::palette()));
        }
    }
};

}  // namespace nines::gui

QTEST_MAIN(nines::gui::DesktopColoursTest)
#include "desktop_colours_test.moc"
