<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>MomentText</name>
    <message numerus="yes">
        <source>... and %n more</source>
        <translation>
            <numerusform>... and %n more</numerusform>
            <numerusform>... and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nines::gui::CanvasEdits</name>
    <message numerus="yes">
        <source>Remove %n thing(s)</source>
        <translation>
            <numerusform>Remove %n thing</numerusform>
            <numerusform>Remove %n things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n thing(s)</source>
        <translation>
            <numerusform>Duplicate %n thing</numerusform>
            <numerusform>Duplicate %n things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n thing(s)</source>
        <translation>
            <numerusform>Paste %n thing</numerusform>
            <numerusform>Paste %n things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disconnect %n link(s)</source>
        <translation>
            <numerusform>Disconnect %n link</numerusform>
            <numerusform>Disconnect %n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Group %n thing(s)</source>
        <translation>
            <numerusform>Group %n thing</numerusform>
            <numerusform>Group %n things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n thing(s)</source>
        <translation>
            <numerusform>Move %n thing</numerusform>
            <numerusform>Move %n things</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nines::gui::CanvasView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nines::gui::FiguresPage</name>
    <message numerus="yes">
        <source>downtime of %1 in %n outage(s)</source>
        <translation>
            <numerusform>downtime of %1 in %n outage</numerusform>
            <numerusform>downtime of %1 in %n outages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nines::gui::FileDealings</name>
    <message numerus="yes">
        <source>Save the changes to %n designs?</source>
        <translation type="vanished">
            <numerusform>Save the changes to %n design?</numerusform>
            <numerusform>Save the changes to %n designs?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nines::gui::FindBar</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation type="vanished">
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nines::gui::OutlinePanel</name>
    <message numerus="yes">
        <source>Delete %n things</source>
        <translation type="vanished">
            <numerusform>Delete %n thing</numerusform>
            <numerusform>Delete %n things</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nines::gui::ProblemCounts</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation type="vanished">
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation type="vanished">
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nines::gui::PropertyForm</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nines::gui::PropertySession</name>
    <message numerus="yes">
        <source>%n things</source>
        <translation>
            <numerusform>%n thing</numerusform>
            <numerusform>%n things</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nines::gui::ReplayPanel</name>
    <message numerus="yes">
        <source>Trial %1: the first %n events</source>
        <translation>
            <numerusform>Trial %1: the first %n event</numerusform>
            <numerusform>Trial %1: the first %n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trial %1: %n events</source>
        <translation>
            <numerusform>Trial %1: %n event</numerusform>
            <numerusform>Trial %1: %n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nines::gui::RunPanel</name>
    <message numerus="yes">
        <source>The scenario has %n error(s) and cannot be run.</source>
        <translation>
            <numerusform>The scenario has %n error and cannot be run.</numerusform>
            <numerusform>The scenario has %n errors and cannot be run.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nines::gui::ThingHeader</name>
    <message numerus="yes">
        <source>%n things</source>
        <translation>
            <numerusform>%n thing</numerusform>
            <numerusform>%n things</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nines::gui::TopologyCanvas</name>
    <message numerus="yes">
        <source>%n thing(s) selected</source>
        <translation>
            <numerusform>%n thing selected</numerusform>
            <numerusform>%n things selected</numerusform>
        </translation>
    </message>
</context>
</TS>
