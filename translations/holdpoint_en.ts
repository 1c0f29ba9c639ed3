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
    <name>holdpoint::ui::PauseControl</name>
    <message numerus="yes">
        <source>%n slices · Shift+F9</source>
        <translation>
            <numerusform>%n slice · Shift+F9</numerusform>
            <numerusform>%n slices · Shift+F9</numerusform>
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
<context>
    <name>holdpoint::ui::rollout::PlanPage</name>
    <message numerus="yes">
        <source>%n finding(s) block</source>
        <translation>
            <numerusform>%n finding blocks</numerusform>
            <numerusform>%n findings block</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n step(s)</source>
        <translation>
            <numerusform>%1, %n step</numerusform>
            <numerusform>%1, %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::rollout::PollPage</name>
    <message numerus="yes">
        <source>%n blocking gate(s) say NO-GO</source>
        <translation>
            <numerusform>%n blocking gate says NO-GO</numerusform>
            <numerusform>%n blocking gates say NO-GO</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blocking gate(s) cannot say yet</source>
        <translation>
            <numerusform>%n blocking gate cannot say yet</numerusform>
            <numerusform>%n blocking gates cannot say yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s) NO-GO</source>
        <translation>
            <numerusform>%n vote NO-GO</numerusform>
            <numerusform>%n votes NO-GO</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s) missing or old</source>
        <translation>
            <numerusform>%n vote missing or old</numerusform>
            <numerusform>%n votes missing or old</numerusform>
        </translation>
    </message>
</context>
</TS>
