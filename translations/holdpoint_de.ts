<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>commands</name>
    <message>
        <source>Next exception</source>
        <translation>Nächste Ausnahme</translation>
    </message>
    <message>
        <source>Previous exception</source>
        <translation>Vorige Ausnahme</translation>
    </message>
    <message>
        <source>Next cause</source>
        <translation>Nächste Ursache</translation>
    </message>
    <message>
        <source>Previous cause</source>
        <translation>Vorige Ursache</translation>
    </message>
    <message>
        <source>First exception</source>
        <translation>Erste Ausnahme</translation>
    </message>
    <message>
        <source>Last exception</source>
        <translation>Letzte Ausnahme</translation>
    </message>
    <message>
        <source>Open the items of the cause</source>
        <translation>Ausnahmen der Ursache öffnen</translation>
    </message>
    <message>
        <source>Back to the causes</source>
        <translation>Zurück zu den Ursachen</translation>
    </message>
    <message>
        <source>Select or unselect</source>
        <translation>Auswählen oder abwählen</translation>
    </message>
    <message>
        <source>Extend the selection downwards</source>
        <translation>Auswahl nach unten erweitern</translation>
    </message>
    <message>
        <source>Extend the selection upwards</source>
        <translation>Auswahl nach oben erweitern</translation>
    </message>
    <message>
        <source>Select all that match</source>
        <translation>Alle Treffer auswählen</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Bring in what waits</source>
        <translation>Wartendes hereinholen</translation>
    </message>
    <message>
        <source>By cause or one row each</source>
        <translation>Nach Ursache oder einzeln</translation>
    </message>
    <message>
        <source>Close, unselect, leave</source>
        <translation>Schließen, abwählen, verlassen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>My queue</source>
        <translation>Meine Liste</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>Diese Ansicht sichern …</translation>
    </message>
    <message>
        <source>Rename this view…</source>
        <translation>Diese Ansicht umbenennen …</translation>
    </message>
    <message>
        <source>Delete this view</source>
        <translation>Diese Ansicht löschen</translation>
    </message>
    <message>
        <source>Saved view 1</source>
        <translation>Gesicherte Ansicht 1</translation>
    </message>
    <message>
        <source>Saved view 2</source>
        <translation>Gesicherte Ansicht 2</translation>
    </message>
    <message>
        <source>Saved view 3</source>
        <translation>Gesicherte Ansicht 3</translation>
    </message>
    <message>
        <source>Saved view 4</source>
        <translation>Gesicherte Ansicht 4</translation>
    </message>
    <message>
        <source>Saved view 5</source>
        <translation>Gesicherte Ansicht 5</translation>
    </message>
    <message>
        <source>Saved view 6</source>
        <translation>Gesicherte Ansicht 6</translation>
    </message>
    <message>
        <source>Saved view 7</source>
        <translation>Gesicherte Ansicht 7</translation>
    </message>
    <message>
        <source>Saved view 8</source>
        <translation>Gesicherte Ansicht 8</translation>
    </message>
    <message>
        <source>Saved view 9</source>
        <translation>Gesicherte Ansicht 9</translation>
    </message>
    <message>
        <source>Overview of the exception</source>
        <translation>Übersicht der Ausnahme</translation>
    </message>
    <message>
        <source>Effects</source>
        <translation>Wirkungen</translation>
    </message>
    <message>
        <source>Items of the same cause</source>
        <translation>Ausnahmen mit derselben Ursache</translation>
    </message>
    <message>
        <source>Similar exceptions</source>
        <translation>Ähnliche Ausnahmen</translation>
    </message>
    <message>
        <source>Notes and audit</source>
        <translation>Notizen und Protokoll</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Voriger Reiter</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Nächster Reiter</translation>
    </message>
    <message>
        <source>Copy evidence as Markdown</source>
        <translation>Belege als Markdown kopieren</translation>
    </message>
    <message>
        <source>Export the list…</source>
        <translation>Liste exportieren …</translation>
    </message>
    <message>
        <source>Take back the last act</source>
        <translation>Letzte Handlung zurücknehmen</translation>
    </message>
    <message>
        <source>All acts</source>
        <translation>Alle Handlungen</translation>
    </message>
    <message>
        <source>Retry…</source>
        <translation>Wiederholen …</translation>
    </message>
    <message>
        <source>To legacy…</source>
        <translation>Ans Altsystem …</translation>
    </message>
    <message>
        <source>Ask vendor</source>
        <translation>Anbieter fragen</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Wake</source>
        <translation>Zurückstellung beenden</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>Assign to me</source>
        <translation>Mir zuweisen</translation>
    </message>
    <message>
        <source>Unassign</source>
        <translation>Zuweisung aufheben</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>Lösen …</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Take a label off…</source>
        <translation>Label entfernen …</translation>
    </message>
    <message>
        <source>Priority…</source>
        <translation>Priorität …</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>Sichten</translation>
    </message>
    <message>
        <source>Start working</source>
        <translation>Bearbeitung beginnen</translation>
    </message>
    <message>
        <source>Wait for…</source>
        <translation>Warten auf …</translation>
    </message>
    <message>
        <source>Cancel order…</source>
        <translation>Auftrag stornieren …</translation>
    </message>
    <message>
        <source>Resume intake…</source>
        <translation>Annahme fortsetzen …</translation>
    </message>
    <message>
        <source>Retry the order…</source>
        <translation>Auftrag wiederholen …</translation>
    </message>
    <message>
        <source>Ask the vendor…</source>
        <translation>Anbieter fragen …</translation>
    </message>
    <message>
        <source>Send to legacy…</source>
        <translation>Ans Altsystem geben …</translation>
    </message>
    <message>
        <source>Cancel the order…</source>
        <translation>Auftrag stornieren …</translation>
    </message>
    <message>
        <source>Find an order by any id</source>
        <translation>Auftrag über eine Kennung finden</translation>
    </message>
    <message>
        <source>Filter the orders</source>
        <translation>Aufträge filtern</translation>
    </message>
    <message>
        <source>Bring in new orders</source>
        <translation>Neue Aufträge hereinholen</translation>
    </message>
    <message>
        <source>Export the orders…</source>
        <translation>Aufträge exportieren …</translation>
    </message>
    <message>
        <source>Copy the order&apos;s id</source>
        <translation>Kennung des Auftrags kopieren</translation>
    </message>
    <message>
        <source>Start the demo launch</source>
        <translation>Demo-Launch starten</translation>
    </message>
    <message>
        <source>Open a data folder…</source>
        <translation>Datenordner öffnen …</translation>
    </message>
    <message>
        <source>Try to open it again</source>
        <translation>Noch einmal öffnen</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sichern …</translation>
    </message>
    <message>
        <source>Pause or go on with the demo</source>
        <translation>Demo pausieren oder fortsetzen</translation>
    </message>
    <message>
        <source>Demo speed: ×1, ×5, ×20</source>
        <translation>Demo-Tempo: ×1, ×5, ×20</translation>
    </message>
    <message>
        <source>Make it worse: vendors answer 429</source>
        <translation>Verschlimmern: Anbieter antworten mit 429</translation>
    </message>
    <message>
        <source>Make it worse: events come late</source>
        <translation>Verschlimmern: Ereignisse kommen spät</translation>
    </message>
    <message>
        <source>Make it worse: events come twice</source>
        <translation>Verschlimmern: Ereignisse kommen doppelt</translation>
    </message>
    <message>
        <source>Make it worse: cancel orders in flight</source>
        <translation>Verschlimmern: laufende Aufträge stornieren</translation>
    </message>
    <message>
        <source>End the demo launch</source>
        <translation>Demo-Launch beenden</translation>
    </message>
    <message>
        <source>Restart engine</source>
        <translation>Engine neu starten</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Density: compact, standard, comfortable</source>
        <translation>Dichte: kompakt, normal, luftig</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>Normale Schrift</translation>
    </message>
    <message>
        <source>Time zone: UTC or of this computer</source>
        <translation>Zeitzone: UTC oder die dieses Rechners</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Commands and ids…</source>
        <translation>Befehle und Kennungen …</translation>
    </message>
    <message>
        <source>Copy link to here</source>
        <translation>Link hierher kopieren</translation>
    </message>
    <message>
        <source>Launch</source>
        <translation>Launch</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>My exceptions</source>
        <translation>Meine Ausnahmen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Open the link in the clipboard</source>
        <translation>Link aus der Zwischenablage öffnen</translation>
    </message>
    <message>
        <source>Pause the default rollout</source>
        <translation>Standard-Rollout pausieren</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Back to the list of orders</source>
        <translation>Zurück zur Auftragsliste</translation>
    </message>
    <message>
        <source>Copy the trace id</source>
        <translation>Trace-ID kopieren</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Spalten …</translation>
    </message>
    <message>
        <source>Clear the filter of the orders</source>
        <translation>Filter der Aufträge leeren</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::AlarmBar</name>
    <message numerus="yes">
        <source>%n unacknowledged</source>
        <translation>
            <numerusform>%n unquittiert</numerusform>
            <numerusform>%n unquittiert</numerusform>
        </translation>
    </message>
    <message>
        <source>No data about alarms</source>
        <translation>Keine Daten zu Alarmen</translation>
    </message>
    <message>
        <source>No active alarms</source>
        <translation>Keine aktiven Alarme</translation>
    </message>
    <message>
        <source>old data</source>
        <translation>alte Daten</translation>
    </message>
    <message>
        <source>Alarms: %1</source>
        <translation>Alarme: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %2 under %3</source>
        <translation>%1: %2 unter %3</translation>
    </message>
    <message>
        <source>%1 %2 over %3</source>
        <translation>%1: %2 über %3</translation>
    </message>
    <message>
        <source>over since %1</source>
        <translation>darüber seit %1</translation>
    </message>
    <message>
        <source>first out</source>
        <translation>zuerst ausgefallen</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n Auftrag</numerusform>
            <numerusform>%n Aufträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Command, screen, order number or id</source>
        <translation>Befehl, Ansicht, Auftragsnummer oder Kennung</translation>
    </message>
    <message>
        <source>What to do or find</source>
        <translation>Was zu tun oder zu finden ist</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Find “%1”</source>
        <translation>„%1“ suchen</translation>
    </message>
    <message>
        <source>in all orders</source>
        <translation>in allen Aufträgen</translation>
    </message>
    <message>
        <source>hold %1</source>
        <translation>%1 halten</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Launch</source>
        <translation>Launch</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>Ausnahme</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::ConfirmSheet</name>
    <message>
        <source>Type “%1”</source>
        <translation>„%1“ eintippen</translation>
    </message>
    <message>
        <source>Enter does it</source>
        <translation>Die Eingabetaste führt es aus</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::EnvironmentStrip</name>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::EventLog</name>
    <message>
        <source>Event log</source>
        <translation>Ereignisprotokoll</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>Cleared: %1</source>
        <translation>Behoben: %1</translation>
    </message>
    <message>
        <source>%1 acknowledged: %2</source>
        <translation>%1 quittierte: %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>who, what they did</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 orders</source>
        <translation>%1 Aufträge</translation>
    </message>
    <message>
        <source>normal again</source>
        <translation>wieder normal</translation>
    </message>
    <message>
        <source>normal again, at worst %1</source>
        <translation>wieder normal, schlimmstenfalls %1</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::FilterField</name>
    <message>
        <source>There is no field “%1”.</source>
        <translation>Ein Feld „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” is no value of that field.</source>
        <translation>„%1“ ist kein Wert dieses Feldes.</translation>
    </message>
    <message>
        <source>The name of a field is missing before “%1”.</source>
        <translation>Vor „%1“ fehlt der Name eines Feldes.</translation>
    </message>
    <message>
        <source>Something is missing beside AND, OR, NOT or −.</source>
        <translation>Neben AND, OR, NOT oder − fehlt etwas.</translation>
    </message>
    <message>
        <source>A value is missing.</source>
        <translation>Ein Wert fehlt.</translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>A parenthesis is not closed.</source>
        <translation>Eine Klammer ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>A parenthesis is closed that was not opened.</source>
        <translation>Eine Klammer wird geschlossen, die nicht geöffnet wurde.</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>“%1” is no length of time: write 10m, 2h or 1d.</source>
        <translation>„%1“ ist keine Dauer: 10m, 2h oder 1d schreiben.</translation>
    </message>
    <message>
        <source>“%1” is no time: write 14:00, today or 2026-11-18T14:00Z.</source>
        <translation>„%1“ ist keine Zeit: 14:00, today oder 2026-11-18T14:00Z schreiben.</translation>
    </message>
    <message>
        <source>“%1” is no regular expression.</source>
        <translation>„%1“ ist kein regulärer Ausdruck.</translation>
    </message>
    <message>
        <source>That comparison does not go with this field.</source>
        <translation>Dieser Vergleich passt nicht zu diesem Feld.</translation>
    </message>
    <message>
        <source>sort: stands alone, outside of parentheses, OR and NOT.</source>
        <translation>sort: steht allein, außerhalb von Klammern, OR und NOT.</translation>
    </message>
    <message>
        <source>Too many parentheses inside one another.</source>
        <translation>Zu viele Klammern ineinander.</translation>
    </message>
    <message>
        <source>The filter is too long.</source>
        <translation>Der Filter ist zu lang.</translation>
    </message>
    <message>
        <source>The filter cannot be read.</source>
        <translation>Der Filter ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>War „%1“ gemeint?</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::Format</name>
    <message>
        <source>%1 k</source>
        <translation>%1 Tsd.</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 m %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 m</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>−%1 m</source>
        <translation>−%1 min</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation>%1 h %2</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>vor %1 d</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::HoldButton</name>
    <message>
        <source>Press twice</source>
        <translation>Zweimal drücken</translation>
    </message>
    <message>
        <source>Press and hold</source>
        <translation>Gedrückt halten</translation>
    </message>
    <message>
        <source>Press again to %1</source>
        <translation>Noch einmal drücken: %1</translation>
    </message>
    <message>
        <source>hold %1 s</source>
        <translation>%1 s halten</translation>
    </message>
    <message>
        <source>Keep holding</source>
        <translation>Weiter halten</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::KeyHelp</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Launch</source>
        <translation>Launch</translation>
    </message>
    <message>
        <source>In any list</source>
        <translation>In jeder Liste</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source> (hold)</source>
        <translation> (halten)</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::LaneChart</name>
    <message>
        <source>Timeline across systems, %1 events</source>
        <translation>Zeitleiste über die Systeme, %1 Ereignisse</translation>
    </message>
    <message>
        <source>Timeline across systems, event %1 of %2</source>
        <translation>Zeitleiste über die Systeme, Ereignis %1 von %2</translation>
    </message>
    <message>
        <source>Left and right step through the events</source>
        <translation>Links und rechts gehen durch die Ereignisse</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>already processed</source>
        <translation>bereits verarbeitet</translation>
    </message>
    <message>
        <source>event %1</source>
        <translation>Ereignis %1</translation>
    </message>
    <message>
        <source>happened %1</source>
        <translation>geschehen %1</translation>
    </message>
    <message>
        <source>people</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>command %1</source>
        <translation>Befehl %1</translation>
    </message>
    <message>
        <source>exception %1</source>
        <translation>Ausnahme %1</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>reserviert</translation>
    </message>
    <message>
        <source>stock %1</source>
        <translation>Bestand %1</translation>
    </message>
    <message>
        <source>ask at %1</source>
        <translation>Frage um %1</translation>
    </message>
    <message>
        <source>try %1 at %2</source>
        <translation>Versuch %1 um %2</translation>
    </message>
    <message>
        <source>asked about %1</source>
        <translation>gefragt nach %1</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>dauerte %1</translation>
    </message>
    <message>
        <source>waited %1 before</source>
        <translation>wartete zuvor %1</translation>
    </message>
    <message>
        <source>%1: expected %2, got %3</source>
        <translation>%1: erwartet %2, erhalten %3</translation>
    </message>
    <message>
        <source>asked: %1</source>
        <translation>gefragt: %1</translation>
    </message>
    <message>
        <source>no answer %1</source>
        <translation>keine Antwort %1</translation>
    </message>
    <message>
        <source>contract broken</source>
        <translation>Vertrag verletzt</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::LaunchScreen</name>
    <message>
        <source>Pause intake</source>
        <translation>Annahme pausieren</translation>
    </message>
    <message>
        <source>Resume intake</source>
        <translation>Annahme fortsetzen</translation>
    </message>
    <message>
        <source>last 5 minutes</source>
        <translation>letzte 5 Minuten</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>neueste zuerst</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <source>Cannot be shown</source>
        <translation>Nicht darstellbar</translation>
    </message>
    <message>
        <source>Taking new orders</source>
        <translation>Nimmt neue Aufträge an</translation>
    </message>
    <message>
        <source>❚❚ PAUSED</source>
        <translation>❚❚ PAUSIERT</translation>
    </message>
    <message>
        <source>New orders stay with legacy</source>
        <translation>Neue Aufträge bleiben beim Altsystem</translation>
    </message>
    <message>
        <source>New orders stay with legacy since %1</source>
        <translation>Neue Aufträge bleiben seit %1 beim Altsystem</translation>
    </message>
    <message>
        <source>New orders stay with legacy since %1 by %2</source>
        <translation>Neue Aufträge bleiben seit %1 durch %2 beim Altsystem</translation>
    </message>
    <message>
        <source>You command</source>
        <translation>Sie führen</translation>
    </message>
    <message>
        <source>Not connected: nothing can be sent.</source>
        <translation>Nicht verbunden: nichts kann gesendet werden.</translation>
    </message>
    <message>
        <source>No data yet.</source>
        <translation>Noch keine Daten.</translation>
    </message>
    <message>
        <source>The data is old. Taking more orders needs fresh data.</source>
        <translation>Die Daten sind alt. Mehr Aufträge anzunehmen braucht frische Daten.</translation>
    </message>
    <message>
        <source>New orders are being taken already.</source>
        <translation>Neue Aufträge werden bereits angenommen.</translation>
    </message>
    <message>
        <source>Demo launch</source>
        <translation>Demo-Launch</translation>
    </message>
    <message>
        <source>Default rollout</source>
        <translation>Standard-Rollout</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>DEMO</translation>
    </message>
    <message>
        <source>No launch is active</source>
        <translation>Kein Launch ist aktiv</translation>
    </message>
    <message>
        <source>The demo launch is being prepared: %1 of %2 orders</source>
        <translation>Der Demo-Launch wird vorbereitet: %1 von %2 Aufträgen</translation>
    </message>
    <message>
        <source>This folder holds no orders yet. They show here as soon as the first comes in.</source>
        <translation>Dieser Ordner enthält noch keine Aufträge. Sie erscheinen hier, sobald der erste eingeht.</translation>
    </message>
    <message>
        <source>Open a data folder, or start the demo to see a launch with its troubles.</source>
        <translation>Einen Datenordner öffnen, oder die Demo starten, um einen Launch mit seinen Störungen zu sehen.</translation>
    </message>
    <message>
        <source>Launch</source>
        <translation>Launch</translation>
    </message>
    <message>
        <source>Where orders are</source>
        <translation>Wo die Aufträge sind</translation>
    </message>
    <message>
        <source>last minute</source>
        <translation>letzte Minute</translation>
    </message>
    <message>
        <source>Vendors</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>Ereignisprotokoll</translation>
    </message>
    <message>
        <source>Pausing keeps new orders with legacy; orders already here finish here.</source>
        <translation>Pausieren lässt neue Aufträge beim Altsystem; Aufträge, die schon hier sind, werden hier beendet.</translation>
    </message>
    <message>
        <source>Every order that entered a stage has left it, waits in it or is held at it.</source>
        <translation>Jeder Auftrag, der in eine Stufe kam, hat sie verlassen, wartet in ihr oder ist bei ihr angehalten.</translation>
    </message>
    <message>
        <source>%1 orders accepted in the last minute</source>
        <translation>%1 Aufträge in der letzten Minute angenommen</translation>
    </message>
    <message>
        <source>no vendor was called yet; they show with the first order</source>
        <translation>noch kein Anbieter aufgerufen; sie erscheinen mit dem ersten Auftrag</translation>
    </message>
    <message>
        <source>nothing was done yet; acts and alarms show here</source>
        <translation>noch nichts geschehen; Handlungen und Alarme erscheinen hier</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::LinkBanner</name>
    <message>
        <source>The engine has stopped since %1; showing %2.%3 Nothing can be sent.</source>
        <translation>Die Engine steht seit %1; gezeigt wird %2.%3 Nichts kann gesendet werden.</translation>
    </message>
    <message>
        <source>Nothing was heard for %1; showing %2. Pausing still works, growing does not.</source>
        <translation>Seit %1 keine Nachricht; gezeigt wird %2. Pausieren geht noch, Ausweiten nicht.</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::ListExport</name>
    <message>
        <source>The connection was lost; nothing was written.</source>
        <translation>Die Verbindung ging verloren; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::MainWindow</name>
    <message>
        <source>Holdpoint</source>
        <translation>Holdpoint</translation>
    </message>
    <message>
        <source>Holdpoint — Exceptions</source>
        <translation>Holdpoint — Ausnahmen</translation>
    </message>
    <message>
        <source>Holdpoint — Orders</source>
        <translation>Holdpoint — Aufträge</translation>
    </message>
    <message>
        <source>Holdpoint — Launch</source>
        <translation>Holdpoint — Launch</translation>
    </message>
    <message>
        <source> (old data)</source>
        <translation> (alte Daten)</translation>
    </message>
    <message>
        <source>No data folder is open.</source>
        <translation>Kein Datenordner ist geöffnet.</translation>
    </message>
    <message>
        <source>No demo launch runs.</source>
        <translation>Kein Demo-Launch läuft.</translation>
    </message>
    <message>
        <source>The demo launch runs already.</source>
        <translation>Der Demo-Launch läuft bereits.</translation>
    </message>
    <message>
        <source>It did not fail.</source>
        <translation>Es ist nicht fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The engine has not stopped.</source>
        <translation>Die Engine steht nicht.</translation>
    </message>
    <message>
        <source>There is nothing to go back to.</source>
        <translation>Es gibt nichts, wohin es zurückgeht.</translation>
    </message>
    <message>
        <source>There is nothing ahead.</source>
        <translation>Vorwärts gibt es nichts.</translation>
    </message>
    <message>
        <source>The clipboard holds no holdpoint:// link.</source>
        <translation>Die Zwischenablage enthält keinen holdpoint://-Link.</translation>
    </message>
    <message>
        <source>There is no alarm.</source>
        <translation>Es gibt keinen Alarm.</translation>
    </message>
    <message>
        <source>Not connected: nothing can be sent.</source>
        <translation>Nicht verbunden: nichts kann gesendet werden.</translation>
    </message>
    <message>
        <source>It is acknowledged already.</source>
        <translation>Er ist bereits quittiert.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Launch</source>
        <translation>&amp;Launch</translation>
    </message>
    <message>
        <source>E&amp;xception</source>
        <translation>Aus&amp;nahme</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>Auf&amp;trag</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>Sichern nach</translation>
    </message>
    <message>
        <source>Backed up to %1</source>
        <translation>Gesichert nach %1</translation>
    </message>
    <message>
        <source>The backup failed: %1</source>
        <translation>Das Sichern schlug fehl: %1</translation>
    </message>
    <message>
        <source>A data folder is being opened.</source>
        <translation>Ein Datenordner wird gerade geöffnet.</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::MetricCardButton</name>
    <message>
        <source>orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>limit ≥ %1</source>
        <translation>Grenze ≥ %1</translation>
    </message>
    <message>
        <source>limit ≤ %1</source>
        <translation>Grenze ≤ %1</translation>
    </message>
    <message>
        <source>n %1</source>
        <translation>n %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>n %1 · %2</source>
        <translation>n %1 · %2</translation>
    </message>
    <message>
        <source>nothing counted yet</source>
        <translation>noch nichts gezählt</translation>
    </message>
    <message>
        <source>newest %1</source>
        <translation>neueste %1</translation>
    </message>
    <message>
        <source>%1: %2 %3, %4, %5</source>
        <translation>%1: %2 %3, %4, %5</translation>
    </message>
    <message>
        <source>30 min ago</source>
        <translation>vor 30 min</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>▲ +%1/min</source>
        <translation>▲ +%1/min</translation>
    </message>
    <message>
        <source>▼ −%1/min</source>
        <translation>▼ −%1/min</translation>
    </message>
    <message>
        <source>alarm &lt; %1</source>
        <translation>Alarm &lt; %1</translation>
    </message>
    <message>
        <source>alarm &gt; %1</source>
        <translation>Alarm &gt; %1</translation>
    </message>
    <message>
        <source>curve: each minute</source>
        <translation>Kurve: je Minute</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::OfflineCard</name>
    <message>
        <source>How to pause without this window</source>
        <translation>Pausieren ohne dieses Fenster</translation>
    </message>
    <message>
        <source>Nothing can be sent from here while the engine does not run.</source>
        <translation>Solange die Engine nicht läuft, kann von hier nichts gesendet werden.</translation>
    </message>
    <message>
        <source>In a terminal on this computer, after closing this window:</source>
        <translation>In einem Terminal auf diesem Rechner, nach dem Schließen dieses Fensters:</translation>
    </message>
    <message>
        <source>Or close the shop&apos;s route to Holdpoint: new orders then stay with legacy. Orders already taken wait in the data folder and lose nothing.</source>
        <translation>Oder den Weg des Shops zu Holdpoint schließen: neue Aufträge bleiben dann beim Altsystem. Schon angenommene Aufträge warten im Datenordner und verlieren nichts.</translation>
    </message>
    <message>
        <source>Copy the line</source>
        <translation>Zeile kopieren</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::OrderPage</name>
    <message>
        <source>Holdpoint in control</source>
        <translation>Holdpoint führt</translation>
    </message>
    <message>
        <source>legacy in control</source>
        <translation>Altsystem führt</translation>
    </message>
    <message>
        <source>on its way to legacy</source>
        <translation>auf dem Weg ans Altsystem</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>lines unknown</source>
        <translation>Positionen unbekannt</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Auftrag %1</translation>
    </message>
    <message>
        <source>held at %1</source>
        <translation>angehalten bei %1</translation>
    </message>
    <message>
        <source>no promise date</source>
        <translation>kein Zusagetermin</translation>
    </message>
    <message>
        <source>promised %1</source>
        <translation>zugesagt %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>fällig %1</translation>
    </message>
    <message>
        <source>retry: %1</source>
        <translation>Wiederholung: %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Round %1, %2</source>
        <translation>Runde %1, %2</translation>
    </message>
    <message>
        <source>Round %1</source>
        <translation>Runde %1</translation>
    </message>
    <message>
        <source>Why no node yet</source>
        <translation>Warum noch kein Lager</translation>
    </message>
    <message>
        <source>nothing was decided</source>
        <translation>nichts wurde entschieden</translation>
    </message>
    <message>
        <source>zoom %1 %</source>
        <translation>Zoom %1 %</translation>
    </message>
    <message>
        <source>Not connected: nothing can be sent.</source>
        <translation>Nicht verbunden: nichts kann gesendet werden.</translation>
    </message>
    <message>
        <source>No order is open.</source>
        <translation>Kein Auftrag ist geöffnet.</translation>
    </message>
    <message>
        <source>Nothing is held at this order.</source>
        <translation>An diesem Auftrag ist nichts angehalten.</translation>
    </message>
    <message>
        <source>The outcome of a call is unknown: ask the vendor first.</source>
        <translation>Das Ergebnis eines Aufrufs ist unbekannt: zuerst den Anbieter fragen.</translation>
    </message>
    <message>
        <source>No outcome is unknown at this order.</source>
        <translation>An diesem Auftrag ist kein Ergebnis unbekannt.</translation>
    </message>
    <message>
        <source>The order is not Holdpoint&apos;s to give.</source>
        <translation>Der Auftrag gehört nicht Holdpoint und kann nicht abgegeben werden.</translation>
    </message>
    <message>
        <source>The order is finished.</source>
        <translation>Der Auftrag ist beendet.</translation>
    </message>
    <message>
        <source>Verdict: %1</source>
        <translation>Urteil: %1</translation>
    </message>
    <message>
        <source>Asks %1 by the key what became of the call. Nothing is sent again.</source>
        <translation>Fragt %1 über den Schlüssel, was aus dem Aufruf wurde. Nichts wird erneut gesendet.</translation>
    </message>
    <message>
        <source>Stock is given back and legacy finishes the order. Refused if anything was handed off already.</source>
        <translation>Der Bestand wird freigegeben, und das Altsystem beendet den Auftrag. Abgelehnt, wenn schon etwas übergeben wurde.</translation>
    </message>
    <message>
        <source>The order is cancelled here and at the node as far as it goes. This cannot be taken back.</source>
        <translation>Der Auftrag wird hier und im Lager storniert, soweit es noch geht. Das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Retry order %1 at %2?</source>
        <translation>Auftrag %1 bei %2 wiederholen?</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Ask the vendor about order %1?</source>
        <translation>Den Anbieter nach Auftrag %1 fragen?</translation>
    </message>
    <message>
        <source>Ask the vendor</source>
        <translation>Anbieter fragen</translation>
    </message>
    <message>
        <source>Send order %1 to legacy?</source>
        <translation>Auftrag %1 ans Altsystem geben?</translation>
    </message>
    <message>
        <source>Send to legacy</source>
        <translation>Ans Altsystem geben</translation>
    </message>
    <message>
        <source>Cancel order %1?</source>
        <translation>Auftrag %1 stornieren?</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Auftrag stornieren</translation>
    </message>
    <message>
        <source>CANCEL %1</source>
        <translation>STORNIEREN %1</translation>
    </message>
    <message>
        <source>Timeline across systems</source>
        <translation>Zeitleiste über die Systeme</translation>
    </message>
    <message>
        <source>one lane a system; a bar is a call that waits</source>
        <translation>eine Spur je System; ein Balken ist ein wartender Aufruf</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>a fact is added once and never taken back</source>
        <translation>ein Fakt kommt einmal hinzu und wird nie zurückgenommen</translation>
    </message>
    <message>
        <source>Effects</source>
        <translation>Wirkungen</translation>
    </message>
    <message>
        <source>what the outside world was asked</source>
        <translation>worum die Außenwelt gebeten wurde</translation>
    </message>
    <message>
        <source>Retry…</source>
        <translation>Wiederholen …</translation>
    </message>
    <message>
        <source>Ask vendor…</source>
        <translation>Anbieter fragen …</translation>
    </message>
    <message>
        <source>Send to legacy…</source>
        <translation>Ans Altsystem geben …</translation>
    </message>
    <message>
        <source>Cancel order…</source>
        <translation>Auftrag stornieren …</translation>
    </message>
    <message>
        <source>Round of the decision</source>
        <translation>Runde der Entscheidung</translation>
    </message>
    <message>
        <source>← and → step through the events, + and − zoom</source>
        <translation>← und → gehen durch die Ereignisse, + und − zoomen</translation>
    </message>
    <message>
        <source>trace %1…</source>
        <translation>Trace %1…</translation>
    </message>
    <message>
        <source>%1
A click copies it.</source>
        <translation>%1
Ein Klick kopiert sie.</translation>
    </message>
    <message>
        <source>Copy the trace id %1</source>
        <translation>Trace-ID %1 kopieren</translation>
    </message>
    <message>
        <source>%1 copied</source>
        <translation>%1 kopiert</translation>
    </message>
    <message>
        <source>not to scale: long waits are shortened</source>
        <translation>nicht maßstäblich: lange Wartezeiten sind gekürzt</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::OrderTables</name>
    <message>
        <source>cancelled</source>
        <translation>storniert</translation>
    </message>
    <message>
        <source>held at %1</source>
        <translation>hält bei %1</translation>
    </message>
    <message>
        <source>command %1</source>
        <translation>Befehl %1</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Ships from</source>
        <translation>Versand ab</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Fakt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was er besagt</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Vers.</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Can ship</source>
        <translation>Lieferbar</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Stock age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>Why no node</source>
        <translation>Warum kein Lager</translation>
    </message>
    <message>
        <source>Why %1</source>
        <translation>Warum %1</translation>
    </message>
    <message>
        <source>%1 nodes weighed, rule set %2</source>
        <translation>%1 Lager abgewogen, Regelsatz %2</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Auftragsnummer</translation>
    </message>
    <message>
        <source>Found as</source>
        <translation>Gefunden als</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>engine&apos;s turn</source>
        <translation>Engine ist am Zug</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::OrdersList</name>
    <message>
        <source>no data yet</source>
        <translation>noch keine Daten</translation>
    </message>
    <message>
        <source>%1 so far, still looking</source>
        <translation>bisher %1, Suche läuft</translation>
    </message>
    <message>
        <source>%1 · %2 more since, U brings them in</source>
        <translation>%1 · %2 weitere seither, U holt sie herein</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Orders show here when a data folder is open.</source>
        <translation>Aufträge erscheinen hier, wenn ein Datenordner geöffnet ist.</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>Noch keine Aufträge</translation>
    </message>
    <message>
        <source>They show here as soon as the first comes in.</source>
        <translation>Sie erscheinen hier, sobald der erste eingeht.</translation>
    </message>
    <message>
        <source>No order is like that</source>
        <translation>Kein Auftrag passt dazu</translation>
    </message>
    <message>
        <source>Take a term out of the filter, or find one by its id above.</source>
        <translation>Einen Begriff aus dem Filter nehmen, oder oben über die Kennung suchen.</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>All orders</source>
        <translation>Alle Aufträge</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>neueste zuerst</translation>
    </message>
    <message>
        <source>Find by order number, id, event, trace, tracking or key</source>
        <translation>Nach Auftragsnummer, Kennung, Ereignis, Trace, Sendung oder Schlüssel suchen</translation>
    </message>
    <message>
        <source>Find an order by any id</source>
        <translation>Auftrag über eine Kennung finden</translation>
    </message>
    <message>
        <source>Filter, for example is:inflight vendor:wms-west value:&gt;100</source>
        <translation>Filter, zum Beispiel is:inflight vendor:wms-west value:&gt;100</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::OrdersModel</name>
    <message>
        <source>Order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Führung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::OrdersScreen</name>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Writing: %1 rows</source>
        <translation>Schreibt: %1 Zeilen</translation>
    </message>
    <message>
        <source>%1 rows written to %2</source>
        <translation>%1 Zeilen nach %2 geschrieben</translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation>Nicht geschrieben: %1</translation>
    </message>
    <message>
        <source>%1 has no page of its own.</source>
        <translation>%1 hat keine eigene Seite.</translation>
    </message>
    <message>
        <source>The list of orders is not shown.</source>
        <translation>Die Auftragsliste wird nicht gezeigt.</translation>
    </message>
    <message>
        <source>No order is open.</source>
        <translation>Kein Auftrag ist geöffnet.</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Nicht verbunden.</translation>
    </message>
    <message>
        <source>The list has not come yet.</source>
        <translation>Die Liste ist noch nicht da.</translation>
    </message>
    <message>
        <source>Export the orders</source>
        <translation>Aufträge exportieren</translation>
    </message>
    <message>
        <source>The list of orders is shown already.</source>
        <translation>Die Auftragsliste ist schon zu sehen.</translation>
    </message>
    <message>
        <source>No trace id is known.</source>
        <translation>Keine Trace-ID bekannt.</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::PauseControl</name>
    <message>
        <source>pause the default rollout</source>
        <translation>Standard-Rollout pausieren</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>How to pause</source>
        <translation>So pausieren</translation>
    </message>
    <message>
        <source>Not connected · F9</source>
        <translation>Nicht verbunden · F9</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>New orders stay with legacy</source>
        <translation>Neue bleiben beim Altsystem</translation>
    </message>
    <message>
        <source>Hold to pause</source>
        <translation>Zum Pausieren halten</translation>
    </message>
    <message>
        <source>F9</source>
        <translation>F9</translation>
    </message>
    <message>
        <source>Default rollout · F9</source>
        <translation>Standard-Rollout · F9</translation>
    </message>
    <message>
        <source>Press and hold to pause the default rollout</source>
        <translation>Gedrückt halten, um den Standard-Rollout zu pausieren</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>: no answer yet. Hold again to ask; it cannot pause twice.</source>
        <translation>: noch keine Antwort. Erneut halten, um zu fragen; doppelt pausiert wird nicht.</translation>
    </message>
    <message>
        <source>: nothing to measure, no new orders came</source>
        <translation>: nichts zu messen, keine neuen Aufträge kamen</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::Rail</name>
    <message>
        <source>Operate</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Launch</source>
        <translation>Launch</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::ReceiptLine</name>
    <message>
        <source>Refused.</source>
        <translation>Abgelehnt.</translation>
    </message>
    <message>
        <source>Failed.</source>
        <translation>Fehlgeschlagen.</translation>
    </message>
    <message>
        <source>No answer in time: it may have happened. Look at the object before trying again.</source>
        <translation>Keine Antwort in der Frist: es kann geschehen sein. Vor einem neuen Versuch das Objekt ansehen.</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::ResultsPage</name>
    <message>
        <source>Trace %1</source>
        <translation>Trace %1</translation>
    </message>
    <message>
        <source>Found for “%1”</source>
        <translation>Gefunden zu „%1“</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Nothing can be found without a data folder.</source>
        <translation>Ohne Datenordner ist nichts zu finden.</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>The search failed</source>
        <translation>Die Suche schlug fehl</translation>
    </message>
    <message>
        <source>Nothing has that id</source>
        <translation>Nichts hat diese Kennung</translation>
    </message>
    <message>
        <source>“%1” is no order number, order, exception, event, trace, tracking number, vendor&apos;s reference or key here.</source>
        <translation>„%1“ ist hier keine Auftragsnummer, kein Auftrag, keine Ausnahme, kein Ereignis, kein Trace, keine Sendungsnummer, keine Referenz des Anbieters und kein Schlüssel.</translation>
    </message>
    <message>
        <source>%1 things have it</source>
        <translation>%1 Dinge haben sie</translation>
    </message>
    <message>
        <source>Nothing has that trace id</source>
        <translation>Nichts hat diese Trace-Kennung</translation>
    </message>
    <message>
        <source>Every hop in the order of time</source>
        <translation>Jede Station in zeitlicher Reihenfolge</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 Schritte</translation>
    </message>
    <message>
        <source>Find by order number, id, event, trace, tracking or key</source>
        <translation>Nach Auftragsnummer, Kennung, Ereignis, Trace, Sendung oder Schlüssel suchen</translation>
    </message>
    <message>
        <source>Find an order by any id</source>
        <translation>Auftrag über eine Kennung finden</translation>
    </message>
    <message>
        <source>Trace ids that begin so were looked for in the newest %1 steps.</source>
        <translation>Trace-IDs, die so beginnen, wurden in den neuesten %1 Schritten gesucht.</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::ResumeSheet</name>
    <message>
        <source>Taking new orders</source>
        <translation>Nimmt neue Aufträge an</translation>
    </message>
    <message>
        <source>Paused since %1 by %2; %3 orders stayed with legacy</source>
        <translation>Pausiert seit %1 durch %2; %3 Aufträge blieben beim Altsystem</translation>
    </message>
    <message>
        <source>New orders come in again, at once</source>
        <translation>Neue Aufträge kommen sofort wieder herein</translation>
    </message>
    <message>
        <source>%1 exceptions open, %2 past their SLA</source>
        <translation>%1 Ausnahmen offen, %2 über ihrem SLA</translation>
    </message>
    <message>
        <source>Type the name of the rollout: %1</source>
        <translation>Namen des Rollouts eintippen: %1</translation>
    </message>
    <message>
        <source>Enter resumes intake.</source>
        <translation>Die Eingabetaste setzt die Annahme fort.</translation>
    </message>
    <message>
        <source>“%1” is not “%2”.</source>
        <translation>„%1“ ist nicht „%2“.</translation>
    </message>
    <message>
        <source>Resume intake</source>
        <translation>Annahme fortsetzen</translation>
    </message>
    <message>
        <source>Resume intake of the default rollout</source>
        <translation>Annahme des Standard-Rollouts fortsetzen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Zu</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Jetzt offen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Name of the rollout</source>
        <translation>Name des Rollouts</translation>
    </message>
    <message>
        <source>Keep paused</source>
        <translation>Pausiert lassen</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Luftig</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Time zone shown</source>
        <translation>Gezeigte Zeitzone</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Of this computer</source>
        <translation>Die dieses Rechners</translation>
    </message>
    <message>
        <source>Start with</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>Launch</source>
        <translation>Launch</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Press twice instead of holding</source>
        <translation>Zweimal drücken statt halten</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>Ihre Rolle</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Disk use</source>
        <translation>Plattenplatz</translation>
    </message>
    <message>
        <source>%1 used, %2 free</source>
        <translation>%1 belegt, %2 frei</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>Orders and their history are kept until the folder is deleted.</source>
        <translation>Aufträge und ihre Geschichte bleiben, bis der Ordner gelöscht wird.</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Einstellungsdatei</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::Sparkline</name>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s), last %1, %2 past the limit</source>
        <translation>
            <numerusform>%n Wert, letzter %1, %2 jenseits der Grenze</numerusform>
            <numerusform>%n Werte, letzter %1, %2 jenseits der Grenze</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::StageButton</name>
    <message>
        <source>%1 entered = %2 left + %3 waiting + %4 failing</source>
        <translation>%1 hinein = %2 hinaus + %3 wartend + %4 fehlerhaft</translation>
    </message>
    <message>
        <source>%1 does not hold: %2 apart</source>
        <translation>%1 geht nicht auf: %2 Abstand</translation>
    </message>
    <message>
        <source>per min</source>
        <translation>je min</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>retries</source>
        <translation>Wiederh.</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>fehlerhaft</translation>
    </message>
    <message>
        <source>first out</source>
        <translation>zuerst</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <source>First out: this stage turned abnormal before the others did.</source>
        <translation>Zuerst ausgefallen: diese Stufe wurde vor den anderen auffällig.</translation>
    </message>
    <message>
        <source>▣ first out</source>
        <translation>▣ zuerst</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::StageStrip</name>
    <message>
        <source>entered = left + waiting + failing in all six stages</source>
        <translation>hinein = hinaus + wartend + fehlerhaft in allen sechs Stufen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::StaleOverlay</name>
    <message>
        <source>as of %1 (%2 s)</source>
        <translation>Stand %1 (%2 s)</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Not connected since %1 — showing %2</source>
        <translation>Nicht verbunden seit %1 — gezeigt wird %2</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::StatusLine</name>
    <message>
        <source>Progress of the demo launch</source>
        <translation>Fortschritt des Demo-Launchs</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>%1 used, %2 free, kept until deleted</source>
        <translation>%1 belegt, %2 frei, bleibt bis zum Löschen</translation>
    </message>
    <message>
        <source>This clock is off by %1; ages follow the engine</source>
        <translation>Diese Uhr geht um %1 falsch; Alter folgen der Engine</translation>
    </message>
    <message>
        <source>You: %1, %2</source>
        <translation>Sie: %1, %2</translation>
    </message>
    <message>
        <source>Ctrl+K commands</source>
        <translation>Strg+K Befehle</translation>
    </message>
    <message>
        <source>Preparing %1 of %2 orders</source>
        <translation>%1 von %2 Aufträgen vorbereitet</translation>
    </message>
    <message>
        <source>DEMO paused</source>
        <translation>DEMO pausiert</translation>
    </message>
    <message>
        <source>DEMO ×%1</source>
        <translation>DEMO ×%1</translation>
    </message>
    <message>
        <source>○ No data yet</source>
        <translation>○ Noch keine Daten</translation>
    </message>
    <message>
        <source>○ Not connected</source>
        <translation>○ Nicht verbunden</translation>
    </message>
    <message>
        <source>● Live %1</source>
        <translation>● Aktuell %1</translation>
    </message>
    <message>
        <source>◐ Ageing %1</source>
        <translation>◐ Alternd %1</translation>
    </message>
    <message>
        <source>◌ Old data %1</source>
        <translation>◌ Alte Daten %1</translation>
    </message>
    <message>
        <source>Local engine, %1 orders/min</source>
        <translation>Lokale Engine, %1 Aufträge/min</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::Toast</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::VendorsModel</name>
    <message>
        <source>%1 of %2 calls in 5 minutes</source>
        <translation>%1 von %2 Aufrufen in 5 Minuten</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>429s</source>
        <translation>429er</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unklar</translation>
    </message>
    <message>
        <source>Breaches</source>
        <translation>Brüche</translation>
    </message>
    <message>
        <source>Breaker</source>
        <translation>Breaker</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Last good</source>
        <translation>Zuletzt gut</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::Welcome</name>
    <message>
        <source>Embedded engine and simulated vendors; nothing leaves this computer. About 12 minutes.</source>
        <translation>Eingebettete Engine und simulierte Anbieter; nichts verlässt diesen Rechner. Etwa 12 Minuten.</translation>
    </message>
    <message>
        <source>An engine on a data folder of yours, made if it is not there.</source>
        <translation>Eine Engine auf einem eigenen Datenordner; er wird angelegt, wenn er fehlt.</translation>
    </message>
    <message>
        <source>The data folder did not open</source>
        <translation>Der Datenordner ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>Preparing the demo launch</source>
        <translation>Demo-Launch wird vorbereitet</translation>
    </message>
    <message>
        <source>%1 of %2 orders of history, then a shop, payment, three warehouses and a carrier</source>
        <translation>%1 von %2 Aufträgen Vorgeschichte, dann ein Shop, Zahlung, drei Lager und ein Frachtführer</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>The engine reads where it stood.</source>
        <translation>Die Engine liest, wo sie stand.</translation>
    </message>
    <message>
        <source>Welcome to Holdpoint</source>
        <translation>Willkommen bei Holdpoint</translation>
    </message>
    <message>
        <source>Watch orders run from shop to carrier, and act on what goes wrong.</source>
        <translation>Aufträge vom Shop bis zum Frachtführer verfolgen und eingreifen, wo etwas schiefgeht.</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::ActForms</name>
    <message>
        <source>the selected items</source>
        <translation>die ausgewählten Ausnahmen</translation>
    </message>
    <message>
        <source>Retry %1</source>
        <translation>%1 wiederholen</translation>
    </message>
    <message>
        <source>Send %1 to the legacy path</source>
        <translation>%1 ans Altsystem geben</translation>
    </message>
    <message>
        <source>Assign %1</source>
        <translation>%1 zuweisen</translation>
    </message>
    <message>
        <source>Snooze %1</source>
        <translation>%1 zurückstellen</translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation>Label für %1</translation>
    </message>
    <message>
        <source>Take a label off %1</source>
        <translation>Label von %1 entfernen</translation>
    </message>
    <message>
        <source>Priority of %1</source>
        <translation>Priorität von %1</translation>
    </message>
    <message>
        <source>What does %1 wait for?</source>
        <translation>Worauf wartet %1?</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>Notiz zu %1</translation>
    </message>
    <message>
        <source>Resolve %1</source>
        <translation>%1 lösen</translation>
    </message>
    <message>
        <source>Cancel the order of %1</source>
        <translation>Auftrag zu %1 stornieren</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>Assign to me</source>
        <translation>Mir zuweisen</translation>
    </message>
    <message>
        <source>An unsafe retry may do it twice, and needs a second person. Ask the vendor, or send the order to the legacy path.</source>
        <translation>Eine riskante Wiederholung kann es doppelt tun und braucht eine zweite Person. Den Anbieter fragen oder den Auftrag ans Altsystem geben.</translation>
    </message>
    <message>
        <source>Every order is tried again under its own key. Those where that would do nothing or do it twice are skipped by the engine, each with its reason.</source>
        <translation>Jeder Auftrag wird unter seinem eigenen Schlüssel neu versucht. Wo das nichts bewirken oder es doppelt tun würde, lässt die Engine ihn aus, jeweils mit Grund.</translation>
    </message>
    <message>
        <source>Verdict: %1. %2</source>
        <translation>Urteil: %1. %2</translation>
    </message>
    <message>
        <source>Sent with the same key: %1</source>
        <translation>Gesendet mit demselben Schlüssel: %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>The new path lets go of the order: what is reserved is released, and the legacy path works on it from here.</source>
        <translation>Der neue Weg gibt den Auftrag ab: Reserviertes wird freigegeben, und das Altsystem bearbeitet ihn ab hier.</translation>
    </message>
    <message>
        <source>Reason, if you like</source>
        <translation>Grund, wenn gewünscht</translation>
    </message>
    <message>
        <source>Send to legacy</source>
        <translation>Ans Altsystem geben</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>Wem</translation>
    </message>
    <message>
        <source>Name a person.</source>
        <translation>Eine Person nennen.</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>longer than its SLA</source>
        <translation>länger als das SLA</translation>
    </message>
    <message>
        <source>Its SLA ends before any of these: it cannot be snoozed.</source>
        <translation>Das SLA endet vor all diesen Zeiten: Zurückstellen geht nicht.</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Root cause or label</source>
        <translation>Grundursache oder Label</translation>
    </message>
    <message>
        <source>Write a label.</source>
        <translation>Ein Label schreiben.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label vergeben</translation>
    </message>
    <message>
        <source>It has no label.</source>
        <translation>Kein Label vorhanden.</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Making it less urgent needs a support lead or an engineer.</source>
        <translation>Weniger dringend machen kann nur eine Supportleitung oder die Technik.</translation>
    </message>
    <message>
        <source>Set priority</source>
        <translation>Priorität setzen</translation>
    </message>
    <message>
        <source>The vendor</source>
        <translation>Auf den Anbieter</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>Auf die Kundschaft</translation>
    </message>
    <message>
        <source>Its SLA stands still meanwhile.</source>
        <translation>Das SLA steht so lange still.</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>What should others know?</source>
        <translation>Was sollen andere wissen?</translation>
    </message>
    <message>
        <source>Write the note.</source>
        <translation>Die Notiz schreiben.</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>It leaves the queue; an order it held goes on. What is behind it?</source>
        <translation>Die Ausnahme verlässt die Liste; ein angehaltener Auftrag läuft weiter. Was steckt dahinter?</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>Grundursache</translation>
    </message>
    <message>
        <source>Note, if you like</source>
        <translation>Notiz, wenn gewünscht</translation>
    </message>
    <message>
        <source>Name a root cause.</source>
        <translation>Eine Grundursache nennen.</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>The order is cancelled at every system it has reached. This cannot be taken back.</source>
        <translation>Der Auftrag wird in jedem System storniert, das er erreicht hat. Das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>Type CANCEL 1 ORDER</source>
        <translation>CANCEL 1 ORDER eintippen</translation>
    </message>
    <message>
        <source>Type CANCEL 1 ORDER to go on.</source>
        <translation>Zum Fortfahren CANCEL 1 ORDER eintippen.</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>Auftrag stornieren</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Wie es endete</translation>
    </message>
    <message>
        <source>Resolution: %1</source>
        <translation>Abschluss: %1</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::Acts</name>
    <message>
        <source>Taken back: %1</source>
        <translation>Zurückgenommen: %1</translation>
    </message>
    <message>
        <source>Not connected: nothing was sent.</source>
        <translation>Nicht verbunden: nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>%1 assigned to %2</source>
        <translation>%1 zugewiesen an %2</translation>
    </message>
    <message>
        <source>%1 is nobody&apos;s now</source>
        <translation>%1 ist niemandem mehr zugewiesen</translation>
    </message>
    <message>
        <source>%1 snoozed for %2</source>
        <translation>%1 zurückgestellt für %2</translation>
    </message>
    <message>
        <source>%1 woken</source>
        <translation>Zurückstellung von %1 beendet</translation>
    </message>
    <message>
        <source>%1 labelled %2</source>
        <translation>%1: Label %2 vergeben</translation>
    </message>
    <message>
        <source>Label %2 taken off %1</source>
        <translation>Label %2 von %1 entfernt</translation>
    </message>
    <message>
        <source>%1 is %2 now</source>
        <translation>%1 ist jetzt %2</translation>
    </message>
    <message>
        <source>Note added to %1</source>
        <translation>Notiz zu %1 hinzugefügt</translation>
    </message>
    <message>
        <source>%1 resolved: %2</source>
        <translation>%1 gelöst: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s): %1</source>
        <translation>
            <numerusform>%n Ausnahme: %1</numerusform>
            <numerusform>%n Ausnahmen: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::ApartPanel</name>
    <message>
        <source>one</source>
        <translation>eine</translation>
    </message>
    <message>
        <source>several</source>
        <translation>mehrere</translation>
    </message>
    <message>
        <source>No data: not connected.</source>
        <translation>Keine Daten: nicht verbunden.</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>Wird verglichen …</translation>
    </message>
    <message>
        <source>No data: no open item of this cause is about an order.</source>
        <translation>Keine Daten: keine offene Ausnahme dieser Ursache betrifft einen Auftrag.</translation>
    </message>
    <message>
        <source>No data: no order passed in the same time.</source>
        <translation>Keine Daten: in derselben Zeit ist kein Auftrag durchgelaufen.</translation>
    </message>
    <message>
        <source>They look like those that passed in everything that is known.</source>
        <translation>Sie gleichen den durchgelaufenen in allem, was bekannt ist.</translation>
    </message>
    <message>
        <source>%1 failing against %2 passing</source>
        <translation>%1 scheiternde gegen %2 durchgelaufene</translation>
    </message>
    <message>
        <source>placed %1 to %2</source>
        <translation>eingegangen %1 bis %2</translation>
    </message>
    <message>
        <source>a sample</source>
        <translation>eine Stichprobe</translation>
    </message>
    <message>
        <source>What sets the failing orders apart</source>
        <translation>Was die scheiternden Aufträge unterscheidet</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::BulkPreview</name>
    <message>
        <source>Counting …</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>Number of items</source>
        <translation>Zahl der Ausnahmen</translation>
    </message>
    <message>
        <source>%1 items, frozen at %2</source>
        <translation>%1 Ausnahmen, Stand %2</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Type %1 to go on</source>
        <translation>Zum Fortfahren %1 eintippen</translation>
    </message>
    <message>
        <source>The items are still being counted.</source>
        <translation>Die Ausnahmen werden noch gezählt.</translation>
    </message>
    <message>
        <source>Nothing is left of this set.</source>
        <translation>Von dieser Menge ist nichts übrig.</translation>
    </message>
    <message>
        <source>More than %1 items: type their number, %2.</source>
        <translation>Mehr als %1 Ausnahmen: ihre Zahl eintippen, %2.</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::ContractView</name>
    <message numerus="yes">
        <source>%n other order(s)</source>
        <translation>
            <numerusform>%n weiterer Auftrag</numerusform>
            <numerusform>%n weitere Aufträge</numerusform>
        </translation>
    </message>
    <message>
        <source>No other order</source>
        <translation>Kein weiterer Auftrag</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>Antwort zeigen</translation>
    </message>
    <message>
        <source>Copy evidence</source>
        <translation>Belege kopieren</translation>
    </message>
    <message>
        <source>As Markdown</source>
        <translation>Als Markdown</translation>
    </message>
    <message>
        <source>%1.%2 response, contract v%3 → observed %4</source>
        <translation>%1.%2 Antwort, Vertrag v%3 → beobachtet %4</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>First seen %1.</source>
        <translation>Zuerst gesehen %1.</translation>
    </message>
    <message>
        <source>No owner is named for this integration.</source>
        <translation>Für diese Anbindung ist niemand als zuständig genannt.</translation>
    </message>
    <message>
        <source>Owner: %1</source>
        <translation>Zuständig: %1</translation>
    </message>
    <message>
        <source>The answer was not kept.</source>
        <translation>Die Antwort wurde nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Answer not kept</source>
        <translation>Antwort nicht aufbewahrt</translation>
    </message>
    <message>
        <source>Fetching the kept answer …</source>
        <translation>Aufbewahrte Antwort wird geholt …</translation>
    </message>
    <message>
        <source>Not connected: the answer cannot be fetched.</source>
        <translation>Nicht verbunden: die Antwort lässt sich nicht holen.</translation>
    </message>
    <message>
        <source>The first %1 of %2.</source>
        <translation>Die ersten %1 von %2.</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>erwartet %1</translation>
    </message>
    <message>
        <source>got %1</source>
        <translation>erhalten %1</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::DetailPane</name>
    <message>
        <source>Effects</source>
        <translation>Wirkungen</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>More …</source>
        <translation>Mehr …</translation>
    </message>
    <message>
        <source>Notes and audit</source>
        <translation>Notizen und Protokoll</translation>
    </message>
    <message>
        <source>No effects: nothing was asked of the outside world.</source>
        <translation>Keine Wirkungen: die Außenwelt wurde um nichts gebeten.</translation>
    </message>
    <message>
        <source>Items of the same cause</source>
        <translation>Ausnahmen mit derselben Ursache</translation>
    </message>
    <message>
        <source>Other causes at the same vendor</source>
        <translation>Andere Ursachen beim selben Anbieter</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>No notes yet. Press Q to add one.</source>
        <translation>Noch keine Notizen. Q fügt eine hinzu.</translation>
    </message>
    <message numerus="yes">
        <source>%n open of this cause.</source>
        <translation>
            <numerusform>%n offen mit dieser Ursache.</numerusform>
            <numerusform>%n offen mit dieser Ursache.</numerusform>
        </translation>
    </message>
    <message>
        <source>Since %1%2.</source>
        <translation>Seit %1%2.</translation>
    </message>
    <message>
        <source>State %1, no owner.</source>
        <translation>Zustand: %1, niemand zuständig.</translation>
    </message>
    <message>
        <source>State %1, owner %2.</source>
        <translation>Zustand: %1, zuständig: %2.</translation>
    </message>
    <message>
        <source>Due %1.</source>
        <translation>Fällig %1.</translation>
    </message>
    <message>
        <source>Retry all %1…</source>
        <translation>Alle %1 wiederholen …</translation>
    </message>
    <message>
        <source>Assign all %1…</source>
        <translation>Alle %1 zuweisen …</translation>
    </message>
    <message>
        <source>Resolve all %1…</source>
        <translation>Alle %1 lösen …</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Auftrag %1</translation>
    </message>
    <message>
        <source>All %1 items</source>
        <translation>Alle %1 Ausnahmen</translation>
    </message>
    <message>
        <source>Similar %1</source>
        <translation>Ähnliche %1</translation>
    </message>
    <message>
        <source>Notes %1</source>
        <translation>Notizen %1</translation>
    </message>
    <message>
        <source>Nothing has been done to it yet.</source>
        <translation>Bisher wurde nichts daran getan.</translation>
    </message>
    <message>
        <source>No item of this cause is open any more.</source>
        <translation>Keine Ausnahme mit dieser Ursache ist noch offen.</translation>
    </message>
    <message>
        <source>No vendor is involved, so nothing is similar.</source>
        <translation>Kein Anbieter ist beteiligt, also ist nichts ähnlich.</translation>
    </message>
    <message>
        <source>No other cause is open at %1.</source>
        <translation>Bei %1 ist keine andere Ursache offen.</translation>
    </message>
    <message>
        <source>Retry %1 selected…</source>
        <translation>%1 ausgewählte wiederholen …</translation>
    </message>
    <message>
        <source>Assign %1 selected…</source>
        <translation>%1 ausgewählte zuweisen …</translation>
    </message>
    <message>
        <source>Resolve %1 selected…</source>
        <translation>%1 ausgewählte lösen …</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::Evidence</name>
    <message>
        <source>Contract failure</source>
        <translation>Vertragsverletzung</translation>
    </message>
    <message>
        <source>Vendor and operation</source>
        <translation>Anbieter und Aufruf</translation>
    </message>
    <message>
        <source>Contract version</source>
        <translation>Vertragsversion</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Got</source>
        <translation>Erhalten</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <source>Seen for this order</source>
        <translation>Bei diesem Auftrag gesehen</translation>
    </message>
    <message>
        <source>Other open orders with the same failure</source>
        <translation>Andere offene Aufträge mit derselben Verletzung</translation>
    </message>
    <message>
        <source>SHA-256 of the kept answer</source>
        <translation>SHA-256 der aufbewahrten Antwort</translation>
    </message>
    <message>
        <source>Every attempt</source>
        <translation>Jeder Versuch</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Gewartet</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Idempotency key</source>
        <translation>Idempotenzschlüssel</translation>
    </message>
    <message>
        <source>question %1</source>
        <translation>Frage %1</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Correlation id</source>
        <translation>Korrelationskennung</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Eröffnet</translation>
    </message>
    <message>
        <source>Open in its group</source>
        <translation>Offen in der Gruppe</translation>
    </message>
    <message>
        <source>Retry verdict:</source>
        <translation>Urteil zur Wiederholung:</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>Stand %1.</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::ExceptionsScreen</name>
    <message>
        <source>My queue</source>
        <translation>Meine Liste</translation>
    </message>
    <message>
        <source>Save view…</source>
        <translation>Ansicht sichern …</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>stage:handoff vendor:wms-west older:10m</source>
        <translation>stage:handoff vendor:wms-west older:10m</translation>
    </message>
    <message>
        <source>Choose an exception to see what happened to it.</source>
        <translation>Eine Ausnahme wählen, um zu sehen, was ihr geschah.</translation>
    </message>
    <message>
        <source>No data: not connected.</source>
        <translation>Keine Daten: nicht verbunden.</translation>
    </message>
    <message>
        <source>Fetching %1 …</source>
        <translation>%1 wird geholt …</translation>
    </message>
    <message>
        <source>Open a cause to select single items.</source>
        <translation>Eine Ursache öffnen, um einzelne Ausnahmen auszuwählen.</translation>
    </message>
    <message>
        <source>Nothing new waits.</source>
        <translation>Nichts Neues wartet.</translation>
    </message>
    <message>
        <source>The filter is no saved view.</source>
        <translation>Der Filter ist keine gesicherte Ansicht.</translation>
    </message>
    <message>
        <source>No view is saved here.</source>
        <translation>Hier ist keine Ansicht gesichert.</translation>
    </message>
    <message>
        <source>No exception is open.</source>
        <translation>Keine Ausnahme ist geöffnet.</translation>
    </message>
    <message>
        <source>Not connected: nothing can be exported.</source>
        <translation>Nicht verbunden: nichts kann exportiert werden.</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>Die Liste ist leer.</translation>
    </message>
    <message>
        <source>No exception is chosen.</source>
        <translation>Keine Ausnahme ist gewählt.</translation>
    </message>
    <message>
        <source>Its details have not come yet.</source>
        <translation>Ihre Einzelheiten sind noch nicht da.</translation>
    </message>
    <message>
        <source>One at a time: open the cause and choose an item.</source>
        <translation>Nur einzeln: die Ursache öffnen und eine Ausnahme wählen.</translation>
    </message>
    <message>
        <source>At most %1 can be selected one by one; narrow the filter and select all.</source>
        <translation>Einzeln lassen sich höchstens %1 auswählen; den Filter enger fassen und alle auswählen.</translation>
    </message>
    <message>
        <source>It is resolved already.</source>
        <translation>Sie ist bereits gelöst.</translation>
    </message>
    <message>
        <source>It is about no order.</source>
        <translation>Sie betrifft keinen Auftrag.</translation>
    </message>
    <message>
        <source>It is not snoozed.</source>
        <translation>Sie ist nicht zurückgestellt.</translation>
    </message>
    <message>
        <source>It is yours already.</source>
        <translation>Sie ist bereits Ihnen zugewiesen.</translation>
    </message>
    <message>
        <source>It is nobody&apos;s.</source>
        <translation>Sie ist niemandem zugewiesen.</translation>
    </message>
    <message>
        <source>It is open.</source>
        <translation>Sie ist offen.</translation>
    </message>
    <message>
        <source>It has no label.</source>
        <translation>Sie hat kein Label.</translation>
    </message>
    <message>
        <source>It is triaged already.</source>
        <translation>Sie ist bereits gesichtet.</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Diese Ansicht sichern</translation>
    </message>
    <message>
        <source>Everything that is open</source>
        <translation>Alles, was offen ist</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Einen Namen geben.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>At most %1 views can be saved.</source>
        <translation>Höchstens %1 Ansichten lassen sich sichern.</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Another view has this name.</source>
        <translation>Eine andere Ansicht heißt so.</translation>
    </message>
    <message>
        <source>View %1 deleted</source>
        <translation>Ansicht %1 gelöscht</translation>
    </message>
    <message>
        <source>Evidence of %1 copied</source>
        <translation>Belege zu %1 kopiert</translation>
    </message>
    <message>
        <source>The list has not come yet.</source>
        <translation>Die Liste ist noch nicht da.</translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation>Nicht geschrieben: %1</translation>
    </message>
    <message>
        <source>%1 rows written to %2</source>
        <translation>%1 Zeilen nach %2 geschrieben</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Liste exportieren</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::GroupsModel</name>
    <message>
        <source>Code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>P</source>
        <translation>P</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>SLA left</source>
        <translation>SLA-Rest</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>%1 owned</source>
        <translation>%1 zugewiesen</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Fällig %1</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::ItemsModel</name>
    <message>
        <source>P</source>
        <translation>P</translation>
    </message>
    <message>
        <source>SLA left</source>
        <translation>SLA-Rest</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>Ausnahme</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Cl</source>
        <comment>column of the failure class</comment>
        <translation>Kl</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>snoozed until %1</source>
        <translation>zurückgestellt bis %1</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Fällig %1</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::Overview</name>
    <message>
        <source>Retry it.</source>
        <translation>Wiederholen.</translation>
    </message>
    <message>
        <source>A retry only fetches the stored answer; nothing is done twice.</source>
        <translation>Eine Wiederholung holt nur die gespeicherte Antwort; nichts geschieht doppelt.</translation>
    </message>
    <message>
        <source>Do not retry before something has changed: have the vendor or the mapping corrected, or send the order to the legacy path.</source>
        <translation>Nicht wiederholen, bevor sich etwas geändert hat: den Anbieter oder die Zuordnung berichtigen lassen, oder den Auftrag ans Altsystem geben.</translation>
    </message>
    <message>
        <source>A retry may do it twice. Have it looked at by an engineer, or send the order to legacy.</source>
        <translation>Eine Wiederholung kann es doppelt tun. Die Technik ansehen lassen, oder den Auftrag ans Altsystem geben.</translation>
    </message>
    <message>
        <source>Ask the vendor first; a retry comes after its answer.</source>
        <translation>Zuerst den Anbieter fragen; wiederholt wird nach seiner Antwort.</translation>
    </message>
    <message>
        <source>Retry history</source>
        <translation>Verlauf der Versuche</translation>
    </message>
    <message>
        <source>Event timeline</source>
        <translation>Zeitleiste der Ereignisse</translation>
    </message>
    <message>
        <source>Contract failure</source>
        <translation>Vertragsverletzung</translation>
    </message>
    <message>
        <source>No attempts: stopped before any vendor was called.</source>
        <translation>Keine Versuche: gestoppt, bevor ein Anbieter gerufen wurde.</translation>
    </message>
    <message>
        <source>Rules of this integration</source>
        <translation>Regeln dieser Anbindung</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Alle Ereignisse</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Effects</source>
        <translation>Wirkungen</translation>
    </message>
    <message>
        <source>Events shown</source>
        <translation>Gezeigte Ereignisse</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) happened since you last looked at %1; they are marked.</source>
        <translation>
            <numerusform>Seit dem letzten Blick um %1 ist %n Ding geschehen; es ist markiert.</numerusform>
            <numerusform>Seit dem letzten Blick um %1 sind %n Dinge geschehen; sie sind markiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry verdict: %1. %2</source>
        <translation>Wiederholung: %1. %2</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Anbindung</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>at most %1, waits from %2 up to %3</source>
        <translation>höchstens %1, Wartezeit von %2 bis %3</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>Zeitlimit</translation>
    </message>
    <message>
        <source>%1 a call; first question after %2; unknown for %3 opens an exception</source>
        <translation>%1 je Aufruf; erste Frage nach %2; unbekannt über %3 eröffnet eine Ausnahme</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Ratenlimit</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) at the same time</source>
        <translation>
            <numerusform>%n Aufruf gleichzeitig</numerusform>
            <numerusform>%n Aufrufe gleichzeitig</numerusform>
        </translation>
    </message>
    <message>
        <source>Can be asked</source>
        <translation>Auskunft möglich</translation>
    </message>
    <message>
        <source>yes, by idempotency key</source>
        <translation>ja, über den Idempotenzschlüssel</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Honours keys</source>
        <translation>Achtet Schlüssel</translation>
    </message>
    <message>
        <source>yes: the same key is done once</source>
        <translation>ja: derselbe Schlüssel wirkt einmal</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Eskalation</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::Popover</name>
    <message>
        <source>Keep as it is</source>
        <translation>So lassen</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::QueueList</name>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Exceptions by cause</source>
        <translation>Ausnahmen nach Ursache</translation>
    </message>
    <message>
        <source>Searching the exceptions …</source>
        <translation>Ausnahmen werden durchsucht …</translation>
    </message>
    <message>
        <source>grouped by cause</source>
        <translation>nach Ursache gruppiert</translation>
    </message>
    <message>
        <source>one row each</source>
        <translation>einzeln</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>%1 offen</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>%1 past SLA</source>
        <translation>%1 über SLA</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) stuck</source>
        <translation>
            <numerusform>%n Auftrag steht</numerusform>
            <numerusform>%n Aufträge stehen</numerusform>
        </translation>
    </message>
    <message>
        <source>+%1 / min, growing</source>
        <translation>+%1 / min, wächst</translation>
    </message>
    <message>
        <source>−%1 / min, shrinking</source>
        <translation>−%1 / min, sinkt</translation>
    </message>
    <message>
        <source>not growing</source>
        <translation>wächst nicht</translation>
    </message>
    <message>
        <source>▲ %1 new since %2</source>
        <translation>▲ %1 neu seit %2</translation>
    </message>
    <message>
        <source>No new ones since %1</source>
        <translation>Keine neuen seit %1</translation>
    </message>
    <message>
        <source>%1 gone</source>
        <translation>%1 weg</translation>
    </message>
    <message>
        <source>press U to bring in</source>
        <translation>U holt sie herein</translation>
    </message>
    <message>
        <source>%1 causes</source>
        <translation>%1 Ursachen</translation>
    </message>
    <message>
        <source>%1 match</source>
        <translation>%1 Treffer</translation>
    </message>
    <message>
        <source>still counting</source>
        <translation>zählt noch</translation>
    </message>
    <message>
        <source>all %1 selected</source>
        <translation>alle %1 ausgewählt</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <source>No engine is connected: open a data folder or start the demo launch.</source>
        <translation>Keine Engine ist verbunden: einen Datenordner öffnen oder den Demo-Launch starten.</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <source>The list has not come yet.</source>
        <translation>Die Liste ist noch nicht da.</translation>
    </message>
    <message>
        <source>Queue is clear</source>
        <translation>Die Liste ist leer</translation>
    </message>
    <message>
        <source>Nothing is open. What goes wrong next appears here.</source>
        <translation>Nichts ist offen. Was als Nächstes schiefgeht, erscheint hier.</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Kein Treffer</translation>
    </message>
    <message>
        <source>Read as: %1</source>
        <translation>Gelesen als: %1</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::Rights</name>
    <message>
        <source>Not connected: nothing can be sent.</source>
        <translation>Nicht verbunden: nichts kann gesendet werden.</translation>
    </message>
    <message>
        <source>This connection is read-only.</source>
        <translation>Diese Verbindung darf nur lesen.</translation>
    </message>
    <message numerus="yes">
        <source>Your role may act on %n at once.</source>
        <translation>
            <numerusform>Ihre Rolle darf nur %n auf einmal behandeln.</numerusform>
            <numerusform>Ihre Rolle darf nur %n auf einmal behandeln.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::ShareBars</name>
    <message>
        <source>%1 of failing</source>
        <translation>%1 der scheiternden</translation>
    </message>
    <message>
        <source>%1 of passing</source>
        <translation>%1 der durchgelaufenen</translation>
    </message>
    <message>
        <source>may be chance</source>
        <translation>kann Zufall sein</translation>
    </message>
    <message>
        <source>too few to say</source>
        <translation>zu wenige für eine Aussage</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::Story</name>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Position</numerusform>
            <numerusform>%n Positionen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 Stück</translation>
    </message>
    <message numerus="yes">
        <source>%1 takes %n line(s)</source>
        <translation>
            <numerusform>%1 nimmt %n Position</numerusform>
            <numerusform>%1 nimmt %n Positionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other candidate(s)</source>
        <translation>
            <numerusform>%n anderer Kandidat</numerusform>
            <numerusform>%n andere Kandidaten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, question %2</source>
        <translation>%1, Frage %2</translation>
    </message>
    <message>
        <source>%1, try %2</source>
        <translation>%1, Versuch %2</translation>
    </message>
    <message>
        <source>engine → %1</source>
        <translation>Engine → %1</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>exception opened</source>
        <translation>Ausnahme eröffnet</translation>
    </message>
    <message>
        <source>late by %1</source>
        <translation>verspätet um %1</translation>
    </message>
    <message>
        <source>no answer after %1</source>
        <translation>keine Antwort nach %1</translation>
    </message>
    <message>
        <source>%1 breaks the contract</source>
        <translation>%1 verletzt den Vertrag</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>entschieden</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::Tables</name>
    <message>
        <source>no answer %1</source>
        <translation>keine Antwort %1</translation>
    </message>
    <message>
        <source>%1 broke contract</source>
        <translation>%1 vertragswidrig</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>? %1</source>
        <translation>? %1</translation>
    </message>
    <message>
        <source>?</source>
        <translation>?</translation>
    </message>
    <message>
        <source>will be asked</source>
        <translation>wird gefragt</translation>
    </message>
    <message>
        <source>scheduled</source>
        <translation>vorgesehen</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Gewartet</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Idempotency key</source>
        <translation>Idempotenzschlüssel</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Taken back by</source>
        <translation>Zurückgenommen durch</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>nothing to take back</source>
        <translation>nichts zurückzunehmen</translation>
    </message>
    <message>
        <source>cannot be taken back</source>
        <translation>nicht zurücknehmbar</translation>
    </message>
    <message>
        <source>no proof</source>
        <translation>kein Nachweis</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>Engine</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::TimelineView</name>
    <message>
        <source>Event timeline</source>
        <translation>Zeitleiste der Ereignisse</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of this kind happened.</source>
        <translation>Nichts dergleichen ist geschehen.</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::exceptions::WaitingVeil</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Runs orders and shows what happens to them.</source>
        <translation>Führt Aufträge aus und zeigt, was mit ihnen geschieht.</translation>
    </message>
    <message>
        <source>the data folder to open, made if it is not there</source>
        <translation>der zu öffnende Datenordner; er wird angelegt, wenn er fehlt</translation>
    </message>
    <message>
        <source>start the demo launch, in a folder of its own</source>
        <translation>den Demo-Launch in einem eigenen Ordner starten</translation>
    </message>
    <message>
        <source>file of the settings</source>
        <translation>Datei der Einstellungen</translation>
    </message>
    <message>
        <source>print how long the start took</source>
        <translation>ausgeben, wie lange der Start dauerte</translation>
    </message>
    <message>
        <source>with --measure-start: end then</source>
        <translation>mit --measure-start: danach beenden</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Cancel came after the ship request</source>
        <translation>Storno kam nach dem Versandauftrag</translation>
    </message>
    <message>
        <source>No warehouse took it after three rounds</source>
        <translation>Kein Lager nahm ihn nach drei Runden an</translation>
    </message>
    <message>
        <source>Out of stock at every warehouse</source>
        <translation>In keinem Lager vorrätig</translation>
    </message>
    <message>
        <source>Order lines are unknown</source>
        <translation>Auftragspositionen sind unbekannt</translation>
    </message>
    <message>
        <source>Unknown SKU</source>
        <translation>Unbekannte SKU</translation>
    </message>
    <message>
        <source>Stock is gone after handoff</source>
        <translation>Bestand fehlt nach der Übergabe</translation>
    </message>
    <message>
        <source>Shipped what the book did not have</source>
        <translation>Versandt, was nicht im Bestand stand</translation>
    </message>
    <message>
        <source>Event without its order</source>
        <translation>Ereignis ohne seinen Auftrag</translation>
    </message>
    <message>
        <source>Delivered, but never shipped</source>
        <translation>Zugestellt, aber nie versandt</translation>
    </message>
    <message>
        <source>Shipped, but not paid</source>
        <translation>Versandt, aber nicht bezahlt</translation>
    </message>
    <message>
        <source>Cancelled after it had shipped</source>
        <translation>Storniert, nachdem versandt war</translation>
    </message>
    <message>
        <source>Shipped after its cancel was accepted</source>
        <translation>Versandt, nachdem das Storno angenommen war</translation>
    </message>
    <message>
        <source>Shipped before it was asked for</source>
        <translation>Versandt, bevor es verlangt war</translation>
    </message>
    <message>
        <source>Payment failed after shipping</source>
        <translation>Zahlung nach dem Versand fehlgeschlagen</translation>
    </message>
    <message>
        <source>Quantities contradict one another</source>
        <translation>Mengen widersprechen einander</translation>
    </message>
    <message>
        <source>Two sources contradict one another</source>
        <translation>Zwei Quellen widersprechen einander</translation>
    </message>
    <message>
        <source>The warehouse refused the cancel</source>
        <translation>Das Lager lehnte das Storno ab</translation>
    </message>
    <message>
        <source>Same event id with other content</source>
        <translation>Gleiche Ereigniskennung mit anderem Inhalt</translation>
    </message>
    <message>
        <source>A newer order exists already</source>
        <translation>Ein neuerer Auftrag ist schon da</translation>
    </message>
    <message>
        <source>Contract broken</source>
        <translation>Vertrag verletzt</translation>
    </message>
    <message>
        <source>An effect happened twice</source>
        <translation>Eine Wirkung geschah doppelt</translation>
    </message>
    <message>
        <source>Contract broken in the answer to the %1</source>
        <translation>Vertrag verletzt in der Antwort: %1</translation>
    </message>
    <message>
        <source>Outcome of the %1 is unknown</source>
        <translation>Ergebnis unbekannt: %1</translation>
    </message>
    <message>
        <source>Outcome of the %1 is unknown and cannot be asked for</source>
        <translation>Ergebnis unbekannt und nicht erfragbar: %1</translation>
    </message>
    <message>
        <source>No answer to the %1 after all attempts</source>
        <translation>Keine Antwort nach allen Versuchen: %1</translation>
    </message>
    <message>
        <source>The %1 failed in a way no rule knows</source>
        <translation>Fehler, den keine Regel kennt: %1</translation>
    </message>
    <message>
        <source>No connection for the %1</source>
        <translation>Keine Verbindung: %1</translation>
    </message>
    <message>
        <source>Too many calls wait: %1 not sent</source>
        <translation>Zu viele Aufrufe warten, nicht gesendet: %1</translation>
    </message>
    <message>
        <source>Connection refused for the %1</source>
        <translation>Verbindung abgelehnt: %1</translation>
    </message>
    <message>
        <source>Connection closed during the %1</source>
        <translation>Verbindung unterbrochen: %1</translation>
    </message>
    <message>
        <source>Host not found for the %1</source>
        <translation>Rechner nicht gefunden: %1</translation>
    </message>
    <message>
        <source>The answer to the %1 was not HTTP</source>
        <translation>Antwort war nicht HTTP: %1</translation>
    </message>
    <message>
        <source>No connector for the %1</source>
        <translation>Kein Konnektor: %1</translation>
    </message>
    <message>
        <source>Ship request failed</source>
        <translation>Versandauftrag fehlgeschlagen</translation>
    </message>
    <message>
        <source>Ship cancel failed</source>
        <translation>Versandstorno fehlgeschlagen</translation>
    </message>
    <message>
        <source>Capture failed</source>
        <translation>Einzug fehlgeschlagen</translation>
    </message>
    <message>
        <source>Refund failed</source>
        <translation>Erstattung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Void failed</source>
        <translation>Freigabe der Zahlung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Booking failed</source>
        <translation>Buchung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Confirmation failed</source>
        <translation>Bestätigung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Hand-back failed</source>
        <translation>Rückgabe fehlgeschlagen</translation>
    </message>
    <message>
        <source>Booking cancel failed</source>
        <translation>Buchungsstorno fehlgeschlagen</translation>
    </message>
    <message>
        <source>Nothing has been sent yet: sending it is safe.</source>
        <translation>Noch wurde nichts gesendet: Senden ist sicher.</translation>
    </message>
    <message>
        <source>The vendor was asked and has nothing under this key: sending it is safe.</source>
        <translation>Der Anbieter wurde gefragt und hat nichts unter diesem Schlüssel: Senden ist sicher.</translation>
    </message>
    <message>
        <source>The vendor has done it: a retry changes nothing.</source>
        <translation>Der Anbieter hat es getan: eine Wiederholung ändert nichts.</translation>
    </message>
    <message>
        <source>The vendor would give the same answer again. Correct the order first.</source>
        <translation>Der Anbieter gäbe dieselbe Antwort. Zuerst den Auftrag berichtigen.</translation>
    </message>
    <message>
        <source>The vendor answers by its contract again since the failure.</source>
        <translation>Der Anbieter antwortet seit dem Fehler wieder vertragsgemäß.</translation>
    </message>
    <message>
        <source>It may have happened. Ask the vendor before sending again.</source>
        <translation>Es kann geschehen sein. Vor erneutem Senden den Anbieter fragen.</translation>
    </message>
    <message>
        <source>The vendor does not honour keys: sending again could do it twice.</source>
        <translation>Der Anbieter achtet keine Schlüssel: erneutes Senden könnte es doppelt tun.</translation>
    </message>
    <message>
        <source>Nothing is open that a retry could send.</source>
        <translation>Nichts ist offen, was eine Wiederholung senden könnte.</translation>
    </message>
    <message>
        <source>retried</source>
        <translation>wiederholt</translation>
    </message>
    <message>
        <source>sent to legacy</source>
        <translation>ans Altsystem gegeben</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>gelöst</translation>
    </message>
    <message>
        <source>assigned</source>
        <translation>zugewiesen</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>notiert</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>zurückgestellt</translation>
    </message>
    <message>
        <source>labelled</source>
        <translation>Label vergeben</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>quittiert</translation>
    </message>
    <message>
        <source>unassigned</source>
        <translation>Zuweisung aufgehoben</translation>
    </message>
    <message>
        <source>took a label off</source>
        <translation>Label entfernt</translation>
    </message>
    <message>
        <source>woke</source>
        <translation>Zurückstellung beendet</translation>
    </message>
    <message>
        <source>triaged</source>
        <translation>gesichtet</translation>
    </message>
    <message>
        <source>took up</source>
        <translation>Bearbeitung begonnen</translation>
    </message>
    <message>
        <source>set to wait for the vendor</source>
        <translation>wartet nun auf den Anbieter</translation>
    </message>
    <message>
        <source>set to wait for the customer</source>
        <translation>wartet nun auf die Kundschaft</translation>
    </message>
    <message>
        <source>set the priority</source>
        <translation>Priorität gesetzt</translation>
    </message>
    <message>
        <source>lowered the priority</source>
        <translation>Priorität gesenkt</translation>
    </message>
    <message>
        <source>asked the vendor</source>
        <translation>Anbieter gefragt</translation>
    </message>
    <message>
        <source>reopened</source>
        <translation>wieder geöffnet</translation>
    </message>
    <message>
        <source>ended a hold</source>
        <translation>Halt aufgehoben</translation>
    </message>
    <message>
        <source>said how a call ended</source>
        <translation>Ergebnis eines Aufrufs angegeben</translation>
    </message>
    <message>
        <source>cancelled the order</source>
        <translation>Auftrag storniert</translation>
    </message>
    <message>
        <source>acknowledged the alarm</source>
        <translation>Alarm quittiert</translation>
    </message>
    <message>
        <source>stopped intake</source>
        <translation>Annahme gestoppt</translation>
    </message>
    <message>
        <source>reopened intake</source>
        <translation>Annahme fortgesetzt</translation>
    </message>
    <message>
        <source>withdrew a batch</source>
        <translation>Charge zurückgezogen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>storniert</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>eröffnet</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>order placed</source>
        <translation>Auftrag erteilt</translation>
    </message>
    <message>
        <source>order line</source>
        <translation>Auftragsposition</translation>
    </message>
    <message>
        <source>cancel asked for</source>
        <translation>Storno verlangt</translation>
    </message>
    <message>
        <source>address given</source>
        <translation>Adresse angegeben</translation>
    </message>
    <message>
        <source>payment authorised</source>
        <translation>Zahlung autorisiert</translation>
    </message>
    <message>
        <source>payment captured</source>
        <translation>Zahlung eingezogen</translation>
    </message>
    <message>
        <source>payment refunded</source>
        <translation>Zahlung erstattet</translation>
    </message>
    <message>
        <source>payment failed</source>
        <translation>Zahlung fehlgeschlagen</translation>
    </message>
    <message>
        <source>payment charged back</source>
        <translation>Zahlung rückbelastet</translation>
    </message>
    <message>
        <source>picked</source>
        <translation>kommissioniert</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>versandt</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>zugestellt</translation>
    </message>
    <message>
        <source>parcel lost</source>
        <translation>Sendung verloren</translation>
    </message>
    <message>
        <source>parcel recalled</source>
        <translation>Sendung zurückgerufen</translation>
    </message>
    <message>
        <source>accepted by the warehouse</source>
        <translation>vom Lager angenommen</translation>
    </message>
    <message>
        <source>refused by the warehouse</source>
        <translation>vom Lager abgelehnt</translation>
    </message>
    <message>
        <source>return asked for</source>
        <translation>Retoure verlangt</translation>
    </message>
    <message>
        <source>return received</source>
        <translation>Retoure eingegangen</translation>
    </message>
    <message>
        <source>hold asked for</source>
        <translation>Halt verlangt</translation>
    </message>
    <message>
        <source>decided by legacy</source>
        <translation>vom Altsystem entschieden</translation>
    </message>
    <message>
        <source>outcome at legacy</source>
        <translation>Ergebnis im Altsystem</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>owner set</source>
        <translation>Führung gesetzt</translation>
    </message>
    <message>
        <source>held</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>hold released</source>
        <translation>Halt aufgehoben</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>entschieden</translation>
    </message>
    <message>
        <source>ship request planned</source>
        <translation>Versandauftrag geplant</translation>
    </message>
    <message>
        <source>stock answered</source>
        <translation>Bestand beantwortet</translation>
    </message>
    <message>
        <source>call planned</source>
        <translation>Aufruf geplant</translation>
    </message>
    <message>
        <source>call made</source>
        <translation>Aufruf gemacht</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>cancel decided</source>
        <translation>Storno entschieden</translation>
    </message>
    <message>
        <source>exception opened</source>
        <translation>Ausnahme eröffnet</translation>
    </message>
    <message>
        <source>problem ended</source>
        <translation>Problem beendet</translation>
    </message>
    <message>
        <source>refund owed</source>
        <translation>Erstattung geschuldet</translation>
    </message>
    <message>
        <source>put back into stock</source>
        <translation>wieder eingelagert</translation>
    </message>
    <message>
        <source>batch withdrawn</source>
        <translation>Charge zurückgezogen</translation>
    </message>
    <message>
        <source>parcel with unknown content</source>
        <translation>Sendung mit unbekanntem Inhalt</translation>
    </message>
    <message>
        <source>waited too long for an earlier event</source>
        <translation>zu lange auf ein früheres Ereignis gewartet</translation>
    </message>
    <message>
        <source>waiting for an earlier event</source>
        <translation>wartet auf ein früheres Ereignis</translation>
    </message>
    <message>
        <source>line cancelled</source>
        <translation>Position storniert</translation>
    </message>
    <message>
        <source>stock counted</source>
        <translation>Bestand gezählt</translation>
    </message>
    <message>
        <source>stock adjusted</source>
        <translation>Bestand berichtigt</translation>
    </message>
    <message>
        <source>warehouse opened or closed</source>
        <translation>Lager geöffnet oder geschlossen</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>reserviert</translation>
    </message>
    <message>
        <source>reservation used</source>
        <translation>Reservierung verbraucht</translation>
    </message>
    <message>
        <source>reservation released</source>
        <translation>Reservierung freigegeben</translation>
    </message>
    <message>
        <source>reservation expired</source>
        <translation>Reservierung abgelaufen</translation>
    </message>
    <message>
        <source>reservation refused</source>
        <translation>Reservierung abgelehnt</translation>
    </message>
    <message>
        <source>shipped without reservation</source>
        <translation>ohne Reservierung versandt</translation>
    </message>
    <message>
        <source>reservation extended</source>
        <translation>Reservierung verlängert</translation>
    </message>
    <message>
        <source>exception resolved</source>
        <translation>Ausnahme gelöst</translation>
    </message>
    <message>
        <source>exception reopened</source>
        <translation>Ausnahme wieder geöffnet</translation>
    </message>
    <message>
        <source>exception moved</source>
        <translation>Ausnahme verschoben</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>priority set</source>
        <translation>Priorität gesetzt</translation>
    </message>
    <message>
        <source>command received</source>
        <translation>Befehl erhalten</translation>
    </message>
    <message>
        <source>command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>compared with legacy</source>
        <translation>mit dem Altsystem verglichen</translation>
    </message>
    <message>
        <source>intake set</source>
        <translation>Annahme gesetzt</translation>
    </message>
    <message>
        <source>set frozen</source>
        <translation>Menge eingefroren</translation>
    </message>
    <message>
        <source>progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>item done</source>
        <translation>Ausnahme erledigt</translation>
    </message>
    <message>
        <source>waits for the order itself</source>
        <translation>wartet auf den Auftrag selbst</translation>
    </message>
    <message>
        <source>waits for the shipment</source>
        <translation>wartet auf die Sendung</translation>
    </message>
    <message>
        <source>retry asked for</source>
        <translation>Wiederholung verlangt</translation>
    </message>
    <message>
        <source>vendor asked</source>
        <translation>Anbieter gefragt</translation>
    </message>
    <message>
        <source>a return was offered instead</source>
        <translation>stattdessen Retoure angeboten</translation>
    </message>
    <message>
        <source>the reservation ended after handoff</source>
        <translation>die Reservierung endete nach der Übergabe</translation>
    </message>
    <message>
        <source>same event id, other content</source>
        <translation>gleiche Ereigniskennung, anderer Inhalt</translation>
    </message>
    <message>
        <source>a newer order exists</source>
        <translation>ein neuerer Auftrag ist da</translation>
    </message>
    <message>
        <source>shown by the shipment</source>
        <translation>durch die Sendung belegt</translation>
    </message>
    <message>
        <source>shipped already</source>
        <translation>bereits versandt</translation>
    </message>
    <message>
        <source>not wanted any more</source>
        <translation>nicht mehr gewünscht</translation>
    </message>
    <message>
        <source>handed back to legacy</source>
        <translation>ans Altsystem zurückgegeben</translation>
    </message>
    <message>
        <source>cancelled by the warehouse</source>
        <translation>vom Lager storniert</translation>
    </message>
    <message>
        <source>too few units</source>
        <translation>zu wenig Stück</translation>
    </message>
    <message>
        <source>another owner by then</source>
        <translation>inzwischen andere Führung</translation>
    </message>
    <message>
        <source>label taken off</source>
        <translation>Label entfernt</translation>
    </message>
    <message>
        <source>The vendor answered the %1 with “%2”</source>
        <translation>Antwort des Anbieters: „%2“ (%1)</translation>
    </message>
    <message>
        <source>No progress in %1</source>
        <translation>Kein Fortschritt: %1</translation>
    </message>
    <message>
        <source>That cannot be read. Correct it and try again.</source>
        <translation>Das ist nicht lesbar. Berichtigen und erneut versuchen.</translation>
    </message>
    <message>
        <source>There is no such thing here.</source>
        <translation>So etwas gibt es hier nicht.</translation>
    </message>
    <message>
        <source>It has changed since you looked. Look again.</source>
        <translation>Es hat sich seit dem letzten Blick geändert. Noch einmal ansehen.</translation>
    </message>
    <message>
        <source>What is shown is too old to act on. Wait for fresh data.</source>
        <translation>Das Gezeigte ist zum Handeln zu alt. Auf frische Daten warten.</translation>
    </message>
    <message>
        <source>You may not do that.</source>
        <translation>Das ist Ihnen nicht erlaubt.</translation>
    </message>
    <message>
        <source>Not possible just now. Try again shortly.</source>
        <translation>Gerade nicht möglich. In Kürze erneut versuchen.</translation>
    </message>
    <message>
        <source>What is on disk cannot be right. Open a backup or ask an engineer.</source>
        <translation>Was auf der Platte steht, kann nicht stimmen. Eine Sicherung öffnen oder die Technik fragen.</translation>
    </message>
    <message>
        <source>It may or may not have happened. Ask before doing it again.</source>
        <translation>Es kann geschehen sein oder nicht. Vor einer Wiederholung nachfragen.</translation>
    </message>
    <message>
        <source>This version does not know how to do that.</source>
        <translation>Diese Version kann das nicht.</translation>
    </message>
    <message>
        <source>This filter cannot be read: %1.</source>
        <translation>Dieser Filter ist nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>War „%1“ gemeint?</translation>
    </message>
    <message>
        <source>Nobody may do that here.</source>
        <translation>Das darf hier niemand.</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>Needs %1.</source>
        <translation>Erforderlich: %1.</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>Annahme</translation>
    </message>
    <message>
        <source>Decisioning</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Allocation</source>
        <translation>Zuteilung</translation>
    </message>
    <message>
        <source>Handoff</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>awaited</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>intake</source>
        <translation>Annahme</translation>
    </message>
    <message>
        <source>decisioning</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>allocation</source>
        <translation>Zuteilung</translation>
    </message>
    <message>
        <source>handoff</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <source>confirmation</source>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>settlement</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>with legacy</source>
        <translation>beim Altsystem</translation>
    </message>
    <message>
        <source>requested</source>
        <translation>angefordert</translation>
    </message>
    <message>
        <source>with the warehouse</source>
        <translation>beim Lager</translation>
    </message>
    <message>
        <source>partly shipped</source>
        <translation>teilversandt</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>retourniert</translation>
    </message>
    <message>
        <source>unpaid</source>
        <translation>unbezahlt</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>backordered</source>
        <translation>im Rückstand</translation>
    </message>
    <message>
        <source>contradicted</source>
        <translation>widersprüchlich</translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation>Ergebnis unbekannt</translation>
    </message>
    <message>
        <source>kept here, not started</source>
        <translation>hier behalten, nicht begonnen</translation>
    </message>
    <message>
        <source>lines unknown</source>
        <translation>Positionen unbekannt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>soft business</source>
        <translation>fachlich, behebbar</translation>
    </message>
    <message>
        <source>hard business</source>
        <translation>fachlich, endgültig</translation>
    </message>
    <message>
        <source>unclassified</source>
        <translation>nicht eingeordnet</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>already processed</source>
        <translation>bereits verarbeitet</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>failed for certain</source>
        <translation>sicher fehlgeschlagen</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>authorised</source>
        <translation>autorisiert</translation>
    </message>
    <message>
        <source>partly captured</source>
        <translation>teilweise eingezogen</translation>
    </message>
    <message>
        <source>captured</source>
        <translation>eingezogen</translation>
    </message>
    <message>
        <source>partly refunded</source>
        <translation>teilweise erstattet</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>erstattet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>angefragt</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>cancel asked</source>
        <translation>Storno verlangt</translation>
    </message>
    <message>
        <source>cancel accepted</source>
        <translation>Storno angenommen</translation>
    </message>
    <message>
        <source>cancel refused</source>
        <translation>Storno abgelehnt</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>awaiting payment</source>
        <translation>wartet auf Zahlung</translation>
    </message>
    <message>
        <source>fraud risk</source>
        <translation>Betrugsverdacht</translation>
    </message>
    <message>
        <source>incorrect address</source>
        <translation>falsche Adresse</translation>
    </message>
    <message>
        <source>out of stock</source>
        <translation>nicht vorrätig</translation>
    </message>
    <message>
        <source>unknown delivery date</source>
        <translation>Liefertermin unbekannt</translation>
    </message>
    <message>
        <source>awaiting return</source>
        <translation>wartet auf Retoure</translation>
    </message>
    <message>
        <source>post-purchase offer</source>
        <translation>Angebot nach dem Kauf</translation>
    </message>
    <message>
        <source>stale stock</source>
        <translation>veralteter Bestand</translation>
    </message>
    <message>
        <source>unmapped code</source>
        <translation>nicht zugeordneter Code</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anderes</translation>
    </message>
    <message>
        <source>legacy</source>
        <translation>Altsystem</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>being handed back</source>
        <translation>wird zurückgegeben</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>shadow</source>
        <translation>Schatten</translation>
    </message>
    <message>
        <source>parallel</source>
        <translation>parallel</translation>
    </message>
    <message>
        <source>backfill</source>
        <translation>Nachladen</translation>
    </message>
    <message>
        <source>drill</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>observe</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>eCommerce</source>
        <translation>E-Commerce</translation>
    </message>
    <message>
        <source>ERP</source>
        <translation>ERP</translation>
    </message>
    <message>
        <source>warehouse</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>OMS</source>
        <translation>OMS</translation>
    </message>
    <message>
        <source>payment authorisation</source>
        <translation>Zahlungsautorisierung</translation>
    </message>
    <message>
        <source>carrier</source>
        <translation>Frachtführer</translation>
    </message>
    <message>
        <source>failed order</source>
        <translation>fehlgeschlagener Auftrag</translation>
    </message>
    <message>
        <source>mismatched inventory</source>
        <translation>Bestandsabweichung</translation>
    </message>
    <message>
        <source>delayed confirmation</source>
        <translation>verspätete Bestätigung</translation>
    </message>
    <message>
        <source>incomplete cancellation</source>
        <translation>unvollständiges Storno</translation>
    </message>
    <message>
        <source>duplicate effect</source>
        <translation>doppelte Wirkung</translation>
    </message>
    <message>
        <source>reconciliation drift</source>
        <translation>Abweichung im Abgleich</translation>
    </message>
    <message>
        <source>contract breach</source>
        <translation>Vertragsverletzung</translation>
    </message>
    <message>
        <source>backfill problem</source>
        <translation>Problem beim Nachladen</translation>
    </message>
    <message>
        <source>working</source>
        <translation>in Bearbeitung</translation>
    </message>
    <message>
        <source>waiting for the engine</source>
        <translation>wartet auf die Engine</translation>
    </message>
    <message>
        <source>waiting for the vendor</source>
        <translation>wartet auf den Anbieter</translation>
    </message>
    <message>
        <source>waiting for the customer</source>
        <translation>wartet auf die Kundschaft</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>manual</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>compensated</source>
        <translation>ausgeglichen</translation>
    </message>
    <message>
        <source>written off</source>
        <translation>abgeschrieben</translation>
    </message>
    <message>
        <source>safe</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>futile</source>
        <translation>zwecklos</translation>
    </message>
    <message>
        <source>unsafe</source>
        <translation>riskant</translation>
    </message>
    <message>
        <source>effective</source>
        <translation>wirksam</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>nachgewiesen</translation>
    </message>
    <message>
        <source>viewer</source>
        <translation>Betrachter</translation>
    </message>
    <message>
        <source>support agent</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>support lead</source>
        <translation>Supportleitung</translation>
    </message>
    <message>
        <source>ops lead</source>
        <translation>Betriebsleitung</translation>
    </message>
    <message>
        <source>engineer</source>
        <translation>Technik</translation>
    </message>
    <message>
        <source>commerce manager</source>
        <translation>Handelsleitung</translation>
    </message>
    <message>
        <source>auditor</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>admin</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>ship request</source>
        <translation>Versandauftrag</translation>
    </message>
    <message>
        <source>ship cancel</source>
        <translation>Versandstorno</translation>
    </message>
    <message>
        <source>capture</source>
        <translation>Einzug</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>void</source>
        <translation>Freigabe der Zahlung</translation>
    </message>
    <message>
        <source>booking</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>hand-back</source>
        <translation>Rückgabe</translation>
    </message>
    <message>
        <source>booking cancel</source>
        <translation>Buchungsstorno</translation>
    </message>
    <message>
        <source>suppressed</source>
        <translation>unterdrückt</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>nothing of any line</source>
        <translation>von keiner Position etwas</translation>
    </message>
    <message>
        <source>count too old</source>
        <translation>Zählung zu alt</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>zu</translation>
    </message>
    <message>
        <source>no capacity left</source>
        <translation>keine Kapazität mehr</translation>
    </message>
    <message>
        <source>does not serve the region</source>
        <translation>beliefert die Region nicht</translation>
    </message>
    <message>
        <source>refused this order before</source>
        <translation>lehnte diesen Auftrag schon ab</translation>
    </message>
    <message>
        <source>breaker open</source>
        <translation>Breaker offen</translation>
    </message>
    <message>
        <source>costs more</source>
        <translation>kostet mehr</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>Order acceptance</source>
        <translation>Auftragsannahme</translation>
    </message>
    <message>
        <source>Orchestration p95</source>
        <translation>Orchestrierung p95</translation>
    </message>
    <message>
        <source>Downstream errors</source>
        <translation>Anbieterfehler</translation>
    </message>
    <message>
        <source>Inventory mismatch</source>
        <translation>Bestandsabweichung</translation>
    </message>
    <message>
        <source>Queue backlog</source>
        <translation>Rückstau</translation>
    </message>
    <message>
        <source>Orders accepted, of all that were submitted.</source>
        <translation>Angenommene Aufträge, von allen eingereichten.</translation>
    </message>
    <message>
        <source>Time from an order accepted to its decision committed, 95th percentile.</source>
        <translation>Zeit von der Annahme eines Auftrags bis zu seiner festgeschriebenen Entscheidung, 95. Perzentil.</translation>
    </message>
    <message>
        <source>Calls to vendors that failed where no rule expects it, of all calls.</source>
        <translation>Aufrufe bei Anbietern, die fehlschlugen, wo keine Regel es erwartet, von allen Aufrufen.</translation>
    </message>
    <message>
        <source>Counted lines that differ from the book, of all counted lines.</source>
        <translation>Gezählte Positionen, die vom Buchbestand abweichen, von allen gezählten.</translation>
    </message>
    <message>
        <source>Orders that wait at a stage or are held.</source>
        <translation>Aufträge, die an einer Stufe warten oder angehalten sind.</translation>
    </message>
    <message>
        <source>WAIT</source>
        <translation>WARTEN</translation>
    </message>
    <message>
        <source>Too few samples</source>
        <translation>Zu wenige Messungen</translation>
    </message>
    <message>
        <source>Too few events</source>
        <translation>Zu wenige Ereignisse</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <source>Old data</source>
        <translation>Alte Daten</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>probing</source>
        <translation>prüft</translation>
    </message>
    <message>
        <source>Acceptance low</source>
        <translation>Annahmequote niedrig</translation>
    </message>
    <message>
        <source>Latency high</source>
        <translation>Latenz hoch</translation>
    </message>
    <message>
        <source>Backlog rising</source>
        <translation>Rückstau wächst</translation>
    </message>
    <message>
        <source>Breaker open</source>
        <translation>Breaker offen</translation>
    </message>
    <message>
        <source>SLA wave</source>
        <translation>SLA-Welle</translation>
    </message>
    <message>
        <source>Feed silent</source>
        <translation>Zulauf stumm</translation>
    </message>
    <message>
        <source>Engine halted</source>
        <translation>Engine steht</translation>
    </message>
    <message>
        <source>Store is not what was signed</source>
        <translation>Datenbestand weicht von der Signatur ab</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>Datenträger voll</translation>
    </message>
    <message>
        <source>Error budget burns</source>
        <translation>Fehlerbudget schwindet</translation>
    </message>
    <message>
        <source>Find out who put it back or changed it; acknowledge once that is known.</source>
        <translation>Klären, wer ihn zurückgesetzt oder verändert hat; bestätigen, sobald das bekannt ist.</translation>
    </message>
    <message>
        <source>Make room on the store&apos;s disk: new events are refused until then, your commands are taken.</source>
        <translation>Platz auf dem Datenträger schaffen: Neue Ereignisse werden bis dahin abgelehnt, Ihre Befehle werden angenommen.</translation>
    </message>
    <message>
        <source>See whether control burns too: then it is a vendor; else stop intake.</source>
        <translation>Sehen, ob auch die Kontrolle betroffen ist: dann ist es ein Dienstleister; sonst Annahme stoppen.</translation>
    </message>
    <message>
        <source>Stop intake; open the failing orders of that vendor.</source>
        <translation>Annahme stoppen; die fehlerhaften Aufträge dieses Anbieters öffnen.</translation>
    </message>
    <message>
        <source>Stop intake; look at intake and decisioning.</source>
        <translation>Annahme stoppen; Annahme und Entscheidung ansehen.</translation>
    </message>
    <message>
        <source>Look at the vendor&apos;s answer times; narrow.</source>
        <translation>Antwortzeiten des Anbieters ansehen; einschränken.</translation>
    </message>
    <message>
        <source>Hold the SKU class; reconcile.</source>
        <translation>SKU-Klasse anhalten; abgleichen.</translation>
    </message>
    <message>
        <source>Narrow or stop intake; look at the first stage that turned.</source>
        <translation>Annahme einschränken oder stoppen; die zuerst auffällige Stufe ansehen.</translation>
    </message>
    <message>
        <source>Open the contract failure; call the owner of the integration.</source>
        <translation>Die Vertragsverletzung öffnen; die Zuständigen der Anbindung rufen.</translation>
    </message>
    <message>
        <source>Ask the vendor; its orders wait and are sent when it answers again.</source>
        <translation>Den Anbieter fragen; seine Aufträge warten und werden gesendet, sobald er wieder antwortet.</translation>
    </message>
    <message>
        <source>Support lead: share out the oldest.</source>
        <translation>Supportleitung: die ältesten verteilen.</translation>
    </message>
    <message>
        <source>Look at the connector of that feed.</source>
        <translation>Den Konnektor dieses Zulaufs ansehen.</translation>
    </message>
    <message>
        <source>Nothing is written any more. Restart the engine; reading still works.</source>
        <translation>Nichts wird mehr geschrieben. Die Engine neu starten; Lesen geht noch.</translation>
    </message>
    <message>
        <source>late</source>
        <translation>verspätet</translation>
    </message>
    <message>
        <source>ignored: would regress</source>
        <translation>übergangen: wäre ein Rückschritt</translation>
    </message>
    <message>
        <source>contradicts another source</source>
        <translation>widerspricht anderer Quelle</translation>
    </message>
    <message>
        <source>same id, other content</source>
        <translation>gleiche Kennung, anderer Inhalt</translation>
    </message>
    <message>
        <source>released what was waiting</source>
        <translation>gab Wartendes frei</translation>
    </message>
    <message>
        <source>nothing left to do</source>
        <translation>nichts mehr zu tun</translation>
    </message>
    <message>
        <source>GO</source>
        <translation>GO</translation>
    </message>
    <message>
        <source>NO-GO</source>
        <translation>NO-GO</translation>
    </message>
    <message>
        <source>Another program has this folder open: %1</source>
        <translation>Ein anderes Programm hat diesen Ordner offen: %1</translation>
    </message>
    <message>
        <source>This folder cannot be made or written: %1</source>
        <translation>Dieser Ordner lässt sich nicht anlegen oder beschreiben: %1</translation>
    </message>
    <message>
        <source>This folder was written by a newer version. Nothing in it was touched. (%1)</source>
        <translation>Diesen Ordner schrieb eine neuere Version. Nichts darin wurde angerührt. (%1)</translation>
    </message>
    <message>
        <source>What is in this folder cannot be trusted. It was not touched; restore a backup. (%1)</source>
        <translation>Dem Inhalt dieses Ordners ist nicht zu trauen. Er wurde nicht angerührt; eine Sicherung einspielen. (%1)</translation>
    </message>
    <message>
        <source>There is no room, or the disk does not answer. Nothing was lost. (%1)</source>
        <translation>Es ist kein Platz, oder die Platte antwortet nicht. Nichts ging verloren. (%1)</translation>
    </message>
    <message>
        <source>node</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>vendor</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>shop</source>
        <translation>Shop</translation>
    </message>
    <message>
        <source>region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>lane</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>parcels</source>
        <translation>Pakete</translation>
    </message>
</context>
</TS>
