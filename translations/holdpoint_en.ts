<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>holdpoint::ui::AlarmBar</name>
    <message numerus="yes">
        <source>%n unacknowledged</source>
        <translation>
            <numerusform>%n unacknowledged</numerusform>
            <numerusform>%n unacknowledged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::Sparkline</name>
    <message numerus="yes">
        <source>%n value(s), last %1, %2 past the limit</source>
        <translation>
            <numerusform>%n value, last %1, %2 past the limit</numerusform>
            <numerusform>%n values, last %1, %2 past the limit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::ActForms</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::Acts</name>
    <message numerus="yes">
        <source>%n item(s): %1</source>
        <translation>
            <numerusform>%n item: %1</numerusform>
            <numerusform>%n items: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::ContractView</name>
    <message numerus="yes">
        <source>%n other order(s)</source>
        <translation>
            <numerusform>%n other order</numerusform>
            <numerusform>%n other orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::DetailPane</name>
    <message numerus="yes">
        <source>%n open of this cause.</source>
        <translation>
            <numerusform>%n open of this cause.</numerusform>
            <numerusform>%n open of this cause.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::Overview</name>
    <message numerus="yes">
        <source>%n thing(s) happened since you last looked at %1; they are marked.</source>
        <translation>
            <numerusform>%n thing happened since you last looked at %1; it is marked.</numerusform>
            <numerusform>%n things happened since you last looked at %1; they are marked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) at the same time</source>
        <translation>
            <numerusform>%n call at the same time</numerusform>
            <numerusform>%n calls at the same time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::QueueList</name>
    <message numerus="yes">
        <source>%n order(s) stuck</source>
        <translation>
            <numerusform>%n order stuck</numerusform>
            <numerusform>%n orders stuck</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::Rights</name>
    <message numerus="yes">
        <source>Your role may act on %n at once.</source>
        <translation>
            <numerusform>Your role may act on %n at once.</numerusform>
            <numerusform>Your role may act on %n at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::Story</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 takes %n line(s)</source>
        <translation>
            <numerusform>%1 takes %n line</numerusform>
            <numerusform>%1 takes %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other candidate(s)</source>
        <translation>
            <numerusform>%n other candidate</numerusform>
            <numerusform>%n other candidates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::TimelineView</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
</TS>
