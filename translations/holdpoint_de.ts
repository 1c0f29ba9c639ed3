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
    <message>
        <source>Stop growth…</source>
        <translation>Wachstum anhalten…</translation>
    </message>
    <message>
        <source>Narrow the slice…</source>
        <translation>Ausschnitt verengen…</translation>
    </message>
    <message>
        <source>Commit the step…</source>
        <translation>Schritt freigeben…</translation>
    </message>
    <message>
        <source>Resume the rollout…</source>
        <translation>Rollout fortsetzen…</translation>
    </message>
    <message>
        <source>Take a tenth of the orders on trial…</source>
        <translation>Ein Zehntel der Aufträge auf Probe annehmen…</translation>
    </message>
    <message>
        <source>Take orders of the slice again…</source>
        <translation>Aufträge des Ausschnitts wieder annehmen…</translation>
    </message>
    <message>
        <source>Step back…</source>
        <translation>Schritt zurück…</translation>
    </message>
    <message>
        <source>Override a gate…</source>
        <translation>Prüfung übersteuern…</translation>
    </message>
    <message>
        <source>Acknowledge a gate…</source>
        <translation>Prüfung zur Kenntnis nehmen…</translation>
    </message>
    <message>
        <source>Hand over command…</source>
        <translation>Leitung übergeben…</translation>
    </message>
    <message>
        <source>Accept the command offered</source>
        <translation>Angebotene Leitung annehmen</translation>
    </message>
    <message>
        <source>Take command…</source>
        <translation>Leitung übernehmen…</translation>
    </message>
    <message>
        <source>Note into the event log…</source>
        <translation>Notiz ins Ereignisprotokoll…</translation>
    </message>
    <message>
        <source>Rehearse a rollback</source>
        <translation>Rückkehr proben</translation>
    </message>
    <message>
        <source>Stop the proposed rollback…</source>
        <translation>Vorgeschlagene Rückkehr anhalten…</translation>
    </message>
    <message>
        <source>Submit the plan…</source>
        <translation>Plan einreichen…</translation>
    </message>
    <message>
        <source>Take the plan back to draft…</source>
        <translation>Plan zurück in den Entwurf…</translation>
    </message>
    <message>
        <source>Sign the rollback plan…</source>
        <translation>Rückkehrplan unterschreiben…</translation>
    </message>
    <message>
        <source>Sign the reconciliation…</source>
        <translation>Abgleich unterschreiben…</translation>
    </message>
    <message>
        <source>Close the checklist…</source>
        <translation>Prüfliste abschließen…</translation>
    </message>
    <message>
        <source>Enter hypercare…</source>
        <translation>Nachbetreuung beginnen…</translation>
    </message>
    <message>
        <source>Resume hypercare…</source>
        <translation>Nachbetreuung fortsetzen…</translation>
    </message>
    <message>
        <source>Close the rollout…</source>
        <translation>Rollout abschließen…</translation>
    </message>
    <message>
        <source>Sign off the rollback…</source>
        <translation>Rückkehr abzeichnen…</translation>
    </message>
    <message>
        <source>New attempt…</source>
        <translation>Neuer Anlauf…</translation>
    </message>
    <message>
        <source>Scrub the rollout…</source>
        <translation>Rollout verwerfen…</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Plan sichern</translation>
    </message>
    <message>
        <source>Mark the item as done</source>
        <translation>Punkt als erledigt vermerken</translation>
    </message>
    <message>
        <source>Vote GO</source>
        <translation>GO stimmen</translation>
    </message>
    <message>
        <source>Vote NO-GO</source>
        <translation>NO-GO stimmen</translation>
    </message>
    <message>
        <source>Abstain</source>
        <translation>Enthalten</translation>
    </message>
    <message>
        <source>Slices and gates</source>
        <translation>Ausschnitte und Prüfungen</translation>
    </message>
    <message>
        <source>Go/no-go poll…</source>
        <translation>Abstimmung GO/NO-GO…</translation>
    </message>
    <message>
        <source>Plan…</source>
        <translation>Plan…</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>Zurückkehren…</translation>
    </message>
    <message>
        <source>Rollouts</source>
        <translation>Rollouts</translation>
    </message>
    <message>
        <source>Pause the slice in view</source>
        <translation>Gezeigten Ausschnitt pausieren</translation>
    </message>
    <message>
        <source>Pause all slices</source>
        <translation>Alle Ausschnitte pausieren</translation>
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
    <message>
        <source>Rollouts</source>
        <translation>Rollouts</translation>
    </message>
    <message>
        <source>Go/no-go poll</source>
        <translation>Abstimmung GO/NO-GO</translation>
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
    <message>
        <source>Holdpoint — Rollouts</source>
        <translation>Holdpoint — Rollouts</translation>
    </message>
    <message>
        <source>There is one switch only: pause it.</source>
        <translation>Es gibt nur einen Schalter: halten Sie ihn.</translation>
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
    <message>
        <source>Default rollout</source>
        <translation>Standard-Rollout</translation>
    </message>
    <message>
        <source> · F9</source>
        <translation> · F9</translation>
    </message>
    <message>
        <source>the default rollout</source>
        <translation>den Standard-Rollout</translation>
    </message>
    <message>
        <source>Press and hold to pause %1</source>
        <translation>Drücken und halten, um %1 zu pausieren</translation>
    </message>
    <message>
        <source>pause %1</source>
        <translation>%1 pausieren</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Hold to pause all</source>
        <translation>Halten: alle pausieren</translation>
    </message>
    <message>
        <source>Shift+F9</source>
        <translation>Umschalt+F9</translation>
    </message>
    <message numerus="yes">
        <source>%n slices · Shift+F9</source>
        <translation>
            <numerusform>%n Ausschnitt · Umschalt+F9</numerusform>
            <numerusform>%n Ausschnitte · Umschalt+F9</numerusform>
        </translation>
    </message>
    <message>
        <source>Press and hold to pause all slices</source>
        <translation>Drücken und halten, um alle Ausschnitte zu pausieren</translation>
    </message>
    <message>
        <source>pause all slices</source>
        <translation>alle Ausschnitte pausieren</translation>
    </message>
    <message>
        <source>mirroring</source>
        <translation>die Spiegelung</translation>
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
    <message>
        <source>Rollout</source>
        <translation>Rollout</translation>
    </message>
    <message>
        <source>Rollouts</source>
        <translation>Rollouts</translation>
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
    <name>holdpoint::ui::rollout::ActSheet</name>
    <message>
        <source>Type %1</source>
        <translation>%1 eingeben</translation>
    </message>
    <message>
        <source>Press and hold: %1</source>
        <translation>Drücken und halten: %1</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>At least %1 characters are needed.</source>
        <translation>Mindestens %1 Zeichen sind nötig.</translation>
    </message>
    <message>
        <source>Type the name: %1</source>
        <translation>Geben Sie den Namen ein: %1</translation>
    </message>
    <message>
        <source>“%1” is not “%2”.</source>
        <translation>„%1“ ist nicht „%2“.</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::rollout::Acts</name>
    <message>
        <source>There is no plan.</source>
        <translation>Es gibt keinen Plan.</translation>
    </message>
    <message>
        <source>No slice is chosen.</source>
        <translation>Kein Ausschnitt ist gewählt.</translation>
    </message>
    <message>
        <source>No gate says NO-GO.</source>
        <translation>Keine Prüfung sagt NO-GO.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>all slices</source>
        <translation>alle Ausschnitte</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>%1 of %2 say GO; the step: %3</source>
        <translation>%1 von %2 sagen GO; der Schritt: %3</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>%1 %2, about %3 orders an hour</source>
        <translation>%1 %2, etwa %3 Aufträge je Stunde</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>Im Dienst</translation>
    </message>
    <message>
        <source>, deputy %1</source>
        <translation>, Vertretung %1</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>Zweite Person</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Share in %</source>
        <translation>Anteil in %</translation>
    </message>
    <message>
        <source>To step</source>
        <translation>Zu Schritt</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>Cut out (a predicate as in the plan), if anything</source>
        <translation>Ausnehmen (ein Prädikat wie im Plan), falls nötig</translation>
    </message>
    <message>
        <source>Keep it as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Pause all slices</source>
        <translation>Alle Ausschnitte pausieren</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>%1 pausieren</translation>
    </message>
    <message>
        <source>Vote %1</source>
        <translation>Stimme %1</translation>
    </message>
    <message>
        <source>Co-sign for %1</source>
        <translation>Mitzeichnen für %1</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Plan sichern</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurückkehren</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::rollout::BoardPage</name>
    <message>
        <source>an order keeps its side for life; hash of order id, salt %1</source>
        <translation>ein Auftrag behält seine Seite für immer; Hash der Auftragsnummer, Salz %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>pause it</source>
        <translation>ihn pausieren</translation>
    </message>
    <message>
        <source>Resume…</source>
        <translation>Fortsetzen…</translation>
    </message>
    <message>
        <source>Start…</source>
        <translation>Beginnen…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>% of orders</source>
        <translation>% der Aufträge</translation>
    </message>
    <message>
        <source>%1, 1 min · %2</source>
        <translation>%1, 1 min · %2</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Ausschnitte</translation>
    </message>
    <message>
        <source>New slice…</source>
        <translation>Neuer Ausschnitt…</translation>
    </message>
    <message>
        <source>Canary against control</source>
        <translation>Vorläufer gegen Vergleich</translation>
    </message>
    <message>
        <source>dashed red: the most it may be worse</source>
        <translation>rot gestrichelt: so viel schlechter darf es sein</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::rollout::ChartLegend</name>
    <message>
        <source>Blue line: canary; dashed line: control</source>
        <translation>Blaue Linie: Vorläufer; gestrichelte Linie: Vergleich</translation>
    </message>
    <message>
        <source>canary</source>
        <translation>Vorläufer</translation>
    </message>
    <message>
        <source>control</source>
        <translation>Vergleich</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::rollout::GateChart</name>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <source>gate %1</source>
        <translation>Prüfung %1</translation>
    </message>
    <message>
        <source>%1: no data</source>
        <translation>%1: keine Daten</translation>
    </message>
    <message>
        <source>%1 over the last %2 minutes</source>
        <translation>%1 in den letzten %2 Minuten</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::rollout::GateStrips</name>
    <message>
        <source>overridden</source>
        <translation>übersteuert</translation>
    </message>
    <message>
        <source>no worse</source>
        <translation>nicht schlechter</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>canary</source>
        <translation>Vorläufer</translation>
    </message>
    <message>
        <source>control</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>better ‹ against control, 95 % always valid › worse</source>
        <translation>besser ‹ gegen den Vergleich, 95 %, jederzeit gültig › schlechter</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::rollout::PlanPage</name>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>No item of the checklist is chosen.</source>
        <translation>Kein Punkt der Prüfliste ist gewählt.</translation>
    </message>
    <message>
        <source>The engine marks this one by itself, from what it sees.</source>
        <translation>Diesen vermerkt die Engine selbst, aus dem, was es sieht.</translation>
    </message>
    <message>
        <source>What shows it? Evidence is missing.</source>
        <translation>Was zeigt es? Der Beleg fehlt.</translation>
    </message>
    <message>
        <source>It cannot be read: %1</source>
        <translation>Er ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>changed, not saved</source>
        <translation>geändert, nicht gesichert</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gesichert</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) block</source>
        <translation>
            <numerusform>%n Befund sperrt</numerusform>
            <numerusform>%n Befunde sperren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>somebody else has saved another plan meanwhile</source>
        <translation>jemand anders hat inzwischen einen anderen Plan gesichert</translation>
    </message>
    <message>
        <source>≤ %1 orders/h</source>
        <translation>≤ %1 Aufträge/h</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>ohne Grenze</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n step(s)</source>
        <translation>
            <numerusform>%1, %n Schritt</numerusform>
            <numerusform>%1, %n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>BLOCKS</source>
        <translation>SPERRT</translation>
    </message>
    <message>
        <source>WARNS</source>
        <translation>WARNT</translation>
    </message>
    <message>
        <source>nothing stands against the plan</source>
        <translation>nichts spricht gegen den Plan</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>the engine</source>
        <translation>die Engine</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Prüfliste</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>the document; checked while you write</source>
        <translation>das Dokument; geprüft, während Sie schreiben</translation>
    </message>
    <message>
        <source>Document of the plan</source>
        <translation>Dokument des Plans</translation>
    </message>
    <message>
        <source>Second person, where it is locked</source>
        <translation>Zweite Person, wenn er gesperrt ist</translation>
    </message>
    <message>
        <source>Reason, where it is locked</source>
        <translation>Grund, wenn er gesperrt ist</translation>
    </message>
    <message>
        <source>Evidence: a link or a sentence</source>
        <translation>Beleg: ein Verweis oder ein Satz</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Ausschnitte</translation>
    </message>
    <message>
        <source>Caps</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::rollout::PollPage</name>
    <message>
        <source>There is no plan.</source>
        <translation>Es gibt keinen Plan.</translation>
    </message>
    <message>
        <source>You hold no seat of this rollout. The seats are given by name in the plan.</source>
        <translation>Sie haben keinen Sitz in diesem Rollout. Die Sitze vergibt der Plan namentlich.</translation>
    </message>
    <message>
        <source>%1 needs a sentence. Enter gives the vote.</source>
        <translation>%1 braucht einen Satz. Die Eingabetaste gibt die Stimme ab.</translation>
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
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>overridden</source>
        <translation>übersteuert</translation>
    </message>
    <message>
        <source>blocker</source>
        <translation>sperrt</translation>
    </message>
    <message>
        <source>%1, old</source>
        <translation>%1, alt</translation>
    </message>
    <message>
        <source>the vote is old: 30 minutes have passed</source>
        <translation>die Stimme ist alt: 30 Minuten sind vergangen</translation>
    </message>
    <message>
        <source>the vote is old: the evidence has changed since</source>
        <translation>die Stimme ist alt: die Belege haben sich seither geändert</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source> — a second owner must co-sign</source>
        <translation> — eine zweite Leitung muss mitzeichnen</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>no poll is open</source>
        <translation>keine Abstimmung ist offen</translation>
    </message>
    <message>
        <source>step %1, to %2 · opened %3 · closes %4</source>
        <translation>Schritt %1, auf %2 · eröffnet %3 · endet %4</translation>
    </message>
    <message>
        <source>Result: GO. The commander can commit the step.</source>
        <translation>Ergebnis: GO. Die Leitung kann den Schritt freigeben.</translation>
    </message>
    <message numerus="yes">
        <source>%n blocking gate(s) say NO-GO</source>
        <translation>
            <numerusform>%n sperrende Prüfung sagt NO-GO</numerusform>
            <numerusform>%n sperrende Prüfungen sagen NO-GO</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blocking gate(s) cannot say yet</source>
        <translation>
            <numerusform>%n sperrende Prüfung kann es noch nicht sagen</numerusform>
            <numerusform>%n sperrende Prüfungen können es noch nicht sagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s) NO-GO</source>
        <translation>
            <numerusform>%n Stimme NO-GO</numerusform>
            <numerusform>%n Stimmen NO-GO</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s) missing or old</source>
        <translation>
            <numerusform>%n Stimme fehlt oder ist alt</numerusform>
            <numerusform>%n Stimmen fehlen oder sind alt</numerusform>
        </translation>
    </message>
    <message>
        <source>Result: NO-GO (%1). The step stays locked.</source>
        <translation>Ergebnis: NO-GO (%1). Der Schritt bleibt gesperrt.</translation>
    </message>
    <message>
        <source>No result yet (%1). The step stays locked.</source>
        <translation>Noch kein Ergebnis (%1). Der Schritt bleibt gesperrt.</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>selbsttätig</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Stationen</translation>
    </message>
    <message>
        <source>Your vote</source>
        <translation>Ihre Stimme</translation>
    </message>
    <message>
        <source>In one sentence</source>
        <translation>In einem Satz</translation>
    </message>
    <message>
        <source>Your vote in one sentence</source>
        <translation>Ihre Stimme in einem Satz</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Sitz</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::rollout::RollbackPage</name>
    <message>
        <source>There is no plan.</source>
        <translation>Es gibt keinen Plan.</translation>
    </message>
    <message>
        <source>It is rolling back already.</source>
        <translation>Die Rückkehr läuft schon.</translation>
    </message>
    <message>
        <source>What would happen is being worked out.</source>
        <translation>Was geschehen würde, wird ermittelt.</translation>
    </message>
    <message>
        <source>What is shown is more than 10 s old. It is being worked out anew.</source>
        <translation>Was gezeigt wird, ist älter als 10 s. Es wird neu ermittelt.</translation>
    </message>
    <message>
        <source>new orders go to legacy at once</source>
        <translation>neue Aufträge gehen sofort ans Altsystem</translation>
    </message>
    <message>
        <source>verified %1</source>
        <translation>bestätigt %1</translation>
    </message>
    <message>
        <source>nothing to measure</source>
        <translation>nichts zu messen</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>%1 erledigt</translation>
    </message>
    <message>
        <source>%1 differ</source>
        <translation>%1 weichen ab</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>%1 orders at the moment of the command</source>
        <translation>%1 Aufträge im Augenblick des Befehls</translation>
    </message>
    <message>
        <source>Every order is in exactly one lane: %1</source>
        <translation>Jeder Auftrag ist in genau einer Spur: %1</translation>
    </message>
    <message>
        <source>The lanes do not add up: %1, but %2 orders are in flight</source>
        <translation>Die Spuren gehen nicht auf: %1, aber %2 Aufträge sind unterwegs</translation>
    </message>
    <message>
        <source>Rollback: %1 to legacy</source>
        <translation>Rückkehr: %1 zum Altsystem</translation>
    </message>
    <message>
        <source>expected to take %1</source>
        <translation>voraussichtlich %1</translation>
    </message>
    <message>
        <source>Plan from a dry run, %1</source>
        <translation>Plan aus einem Probelauf, %1</translation>
    </message>
    <message>
        <source>Started %1 by %2</source>
        <translation>Begonnen %1 von %2</translation>
    </message>
    <message>
        <source>the engine</source>
        <translation>die Engine</translation>
    </message>
    <message>
        <source>plan shown %1</source>
        <translation>Plan gezeigt %1</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>resumes by itself after a restart</source>
        <translation>geht nach einem Neustart von selbst weiter</translation>
    </message>
    <message>
        <source>effects to undo, each with its proof</source>
        <translation>Wirkungen, die zurückzunehmen sind, jede mit Beleg</translation>
    </message>
    <message>
        <source>nine checks against legacy, warehouse and payment books</source>
        <translation>neun Prüfungen gegen die Bücher von Altsystem, Lager und Zahlung</translation>
    </message>
    <message>
        <source>Cannot be undone</source>
        <translation>Nicht rückgängig zu machen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>What now</source>
        <translation>Was nun</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Hold to roll back</source>
        <translation>Halten: zurückkehren</translation>
    </message>
    <message>
        <source>2 seconds · to legacy</source>
        <translation>2 Sekunden · zum Altsystem</translation>
    </message>
    <message>
        <source>roll back</source>
        <translation>zurückkehren</translation>
    </message>
    <message>
        <source>Press and hold to roll back</source>
        <translation>Drücken und halten, um zurückzukehren</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::rollout::RolloutScreen</name>
    <message>
        <source>No data folder is open.</source>
        <translation>Kein Datenordner ist offen.</translation>
    </message>
    <message>
        <source>A slice is a rule that sends some orders down the new path. A plan says which slices there are, and when they grow.</source>
        <translation>Ein Ausschnitt ist eine Regel, die einige Aufträge auf den neuen Weg schickt. Ein Plan sagt, welche Ausschnitte es gibt und wann sie wachsen.</translation>
    </message>
    <message>
        <source>No slices</source>
        <translation>Keine Ausschnitte</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <source>The rollout shows here as soon as the engine has told of it.</source>
        <translation>Der Rollout erscheint hier, sobald die Engine von ihm berichtet.</translation>
    </message>
    <message>
        <source>Rollouts</source>
        <translation>Rollouts</translation>
    </message>
    <message>
        <source>Go/no-go poll</source>
        <translation>Abstimmung GO/NO-GO</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>%1 %2 since %3</source>
        <translation>%1 %2 seit %3</translation>
    </message>
    <message>
        <source>bake %1</source>
        <translation>Reifezeit %1</translation>
    </message>
    <message>
        <source>%1 left when paused</source>
        <translation>%1 übrig bei der Pause</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 übrig</translation>
    </message>
    <message>
        <source>the hour&apos;s cap binds: the rest goes to legacy</source>
        <translation>die Grenze der Stunde ist erreicht: der Rest geht ans Altsystem</translation>
    </message>
    <message>
        <source>Paused by %1: %2</source>
        <translation>Pausiert von %1: %2</translation>
    </message>
    <message>
        <source>%1, since %2: %3</source>
        <translation>%1, seit %2: %3</translation>
    </message>
    <message>
        <source>A rollback is proposed and runs at %1 unless it is stopped.</source>
        <translation>Eine Rückkehr ist vorgeschlagen und läuft um %1, wenn sie niemand anhält.</translation>
    </message>
    <message>
        <source>Overridden in this step: %1</source>
        <translation>In diesem Schritt übersteuert: %1</translation>
    </message>
    <message>
        <source>This launch is a bet: it lacks %1.</source>
        <translation>Dieser Start ist eine Wette: ihm fehlt %1.</translation>
    </message>
    <message>
        <source>Command is offered to %1 until %2.</source>
        <translation>Die Leitung ist %1 bis %2 angeboten.</translation>
    </message>
    <message>
        <source>The commander is gone: the deputy may take command.</source>
        <translation>Die Leitung ist nicht da: die Vertretung darf übernehmen.</translation>
    </message>
    <message>
        <source>Share of orders in slice</source>
        <translation>Anteil der Aufträge im Ausschnitt</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::rollout::ShareLadder</name>
    <message>
        <source>Share of orders in slice: %1</source>
        <translation>Anteil der Aufträge im Ausschnitt: %1</translation>
    </message>
    <message>
        <source>The plan goes through %1</source>
        <translation>Der Plan geht über %1</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::rollout::SliceDetail</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>steps, limits, what it does not contain</source>
        <translation>Schritte, Grenzen, was er nicht enthält</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Measured share</source>
        <translation>Gemessener Anteil</translation>
    </message>
    <message>
        <source>%1 of eligible orders</source>
        <translation>%1 der geeigneten Aufträge</translation>
    </message>
    <message>
        <source>Kept back</source>
        <translation>Zurückbehalten</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Orders a day</source>
        <translation>Aufträge je Tag</translation>
    </message>
    <message>
        <source>Past exceptions</source>
        <translation>Frühere Ausnahmen</translation>
    </message>
    <message>
        <source>Fit for a canary</source>
        <translation>Eignung als Vorläufer</translation>
    </message>
    <message>
        <source>%1 of 100</source>
        <translation>%1 von 100</translation>
    </message>
    <message>
        <source>Except</source>
        <translation>Außer</translation>
    </message>
    <message>
        <source>nothing is cut out</source>
        <translation>nichts ist ausgenommen</translation>
    </message>
    <message>
        <source>Never contains</source>
        <translation>Enthält nie</translation>
    </message>
    <message>
        <source>nothing known</source>
        <translation>nichts bekannt</translation>
    </message>
    <message>
        <source>Against it</source>
        <translation>Dagegen spricht</translation>
    </message>
    <message>
        <source>Going back now</source>
        <translation>Rückkehr jetzt</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::rollout::SlicesModel</name>
    <message>
        <source>Excluded</source>
        <translation>Ausgenommen</translation>
    </message>
    <message>
        <source>On trial</source>
        <translation>Auf Probe</translation>
    </message>
    <message>
        <source>NOT STARTED</source>
        <translation>NICHT BEGONNEN</translation>
    </message>
    <message>
        <source>Measured: %1 of eligible orders</source>
        <translation>Gemessen: %1 der geeigneten Aufträge</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>Noch nicht gemessen</translation>
    </message>
    <message>
        <source>%1 orders in canary, %2 in control</source>
        <translation>%1 Aufträge im Vorläufer, %2 im Vergleich</translation>
    </message>
    <message>
        <source>Decided by: %1</source>
        <translation>Ausschlag gab: %1</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Errors v control</source>
        <translation>Fehler zum Vergleich</translation>
    </message>
    <message>
        <source>p95 v control</source>
        <translation>p95 zum Vergleich</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::rollout::Source</name>
    <message>
        <source>Not connected: nothing can be sent.</source>
        <translation>Nicht verbunden: nichts kann gesendet werden.</translation>
    </message>
    <message>
        <source>No data yet.</source>
        <translation>Noch keine Daten.</translation>
    </message>
    <message>
        <source>The data are not fresh. Letting more orders in needs fresh data.</source>
        <translation>Die Daten sind nicht frisch. Mehr Aufträge anzunehmen braucht frische Daten.</translation>
    </message>
    <message>
        <source>Only %1 can do this.</source>
        <translation>Das kann nur %1.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Not possible now. State: %1.</source>
        <translation>Jetzt nicht möglich. Zustand: %1.</translation>
    </message>
    <message>
        <source>Still needed: %1.</source>
        <translation>Noch nötig: %1.</translation>
    </message>
    <message>
        <source>Then %1 can.</source>
        <translation>Dann kann es %1.</translation>
    </message>
</context>
<context>
    <name>holdpoint::ui::rollout::StepLadder</name>
    <message>
        <source>Steps: %1</source>
        <translation>Schritte: %1</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>the engine</source>
        <translation>die Engine</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
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
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Stage success</source>
        <translation>Erfolg der Stufe</translation>
    </message>
    <message>
        <source>Orchestration latency</source>
        <translation>Zeit bis zur Entscheidung</translation>
    </message>
    <message>
        <source>Handoff p95</source>
        <translation>Übergabe p95</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Vendor error mix</source>
        <translation>Mischung der Fehler von Anbietern</translation>
    </message>
    <message>
        <source>Manual exceptions</source>
        <translation>Ausnahmen von Hand</translation>
    </message>
    <message>
        <source>Exceptions past SLA</source>
        <translation>Ausnahmen über der Frist</translation>
    </message>
    <message>
        <source>Reconciliation accuracy</source>
        <translation>Genauigkeit des Abgleichs</translation>
    </message>
    <message>
        <source>Unexplained differences</source>
        <translation>Unerklärte Unterschiede</translation>
    </message>
    <message>
        <source>Shadow match</source>
        <translation>Übereinstimmung im Schatten</translation>
    </message>
    <message>
        <source>Promises kept</source>
        <translation>Gehaltene Zusagen</translation>
    </message>
    <message>
        <source>Split shipments</source>
        <translation>Geteilte Sendungen</translation>
    </message>
    <message>
        <source>Duplicate effects</source>
        <translation>Doppelte Wirkungen</translation>
    </message>
    <message>
        <source>Lost orders</source>
        <translation>Verlorene Aufträge</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Ausgang unbekannt</translation>
    </message>
    <message>
        <source>Shadow effects</source>
        <translation>Wirkungen aus dem Schatten</translation>
    </message>
    <message>
        <source>Split of orders</source>
        <translation>Aufteilung der Aufträge</translation>
    </message>
    <message>
        <source>Contract drift</source>
        <translation>Vertragsabweichung</translation>
    </message>
    <message>
        <source>Age of data</source>
        <translation>Alter der Daten</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Prüfliste</translation>
    </message>
    <message>
        <source>The plan has no step.</source>
        <translation>Der Plan hat keinen Schritt.</translation>
    </message>
    <message>
        <source>The phases are not in their order.</source>
        <translation>Die Phasen sind nicht in ihrer Reihenfolge.</translation>
    </message>
    <message>
        <source>No order can be in the slice %1.</source>
        <translation>Kein Auftrag kann im Ausschnitt %1 sein.</translation>
    </message>
    <message>
        <source>The share of %1 is not between 0 and 100 %.</source>
        <translation>Der Anteil von %1 liegt nicht zwischen 0 und 100 %.</translation>
    </message>
    <message>
        <source>The share of %1 falls from one step to the next.</source>
        <translation>Der Anteil von %1 fällt von einem Schritt zum nächsten.</translation>
    </message>
    <message>
        <source>The first canary takes %2 % of all orders; at most %3 % may begin.</source>
        <translation>Der erste Vorläufer nimmt %2 % aller Aufträge; höchstens %3 % dürfen beginnen.</translation>
    </message>
    <message>
        <source>The first canary is the segment with the most demand: %1.</source>
        <translation>Der erste Vorläufer ist das Segment mit der größten Nachfrage: %1.</translation>
    </message>
    <message>
        <source>No slice has complex orders of low volume.</source>
        <translation>Kein Ausschnitt hat verwickelte Aufträge in kleiner Zahl.</translation>
    </message>
    <message>
        <source>The gate %1 lacks an owner, a threshold, a window or whether it blocks.</source>
        <translation>Der Prüfung %1 fehlt Zuständigkeit, Schwelle, Fenster oder ob sie sperrt.</translation>
    </message>
    <message>
        <source>The threshold of %1 has no unit.</source>
        <translation>Die Schwelle von %1 hat keine Einheit.</translation>
    </message>
    <message>
        <source>No gate has a threshold for: %1.</source>
        <translation>Keine Prüfung hat eine Schwelle für: %1.</translation>
    </message>
    <message>
        <source>The gate %1 compares with a control, and the slice leaves less than 10 % with legacy.</source>
        <translation>Die Prüfung %1 vergleicht mit dem Altsystem, und der Ausschnitt lässt ihm weniger als 10 %.</translation>
    </message>
    <message>
        <source>The gate %1 cannot say GO before the bake ends.</source>
        <translation>Die Prüfung %1 kann vor dem Ende der Reifezeit nicht GO sagen.</translation>
    </message>
    <message>
        <source>The bake sees no carrier cut-off.</source>
        <translation>In die Reifezeit fällt kein Abholschluss.</translation>
    </message>
    <message>
        <source>The bake sees no daily peak.</source>
        <translation>In die Reifezeit fällt keine Tagesspitze.</translation>
    </message>
    <message>
        <source>Nothing says what a rollback does with orders that are %1.</source>
        <translation>Nichts sagt, was eine Rückkehr mit Aufträgen tut, die so stehen: %1.</translation>
    </message>
    <message>
        <source>The rollback plan lacks: %1.</source>
        <translation>Dem Rückkehrplan fehlt: %1.</translation>
    </message>
    <message>
        <source>No rollback drill passed within 7 days.</source>
        <translation>Keine Rückkehrprobe gelang in den letzten 7 Tagen.</translation>
    </message>
    <message>
        <source>The start lies in a freeze.</source>
        <translation>Der Beginn liegt in einer Sperrzeit.</translation>
    </message>
    <message>
        <source>Nobody is there at the start.</source>
        <translation>Beim Beginn ist niemand da.</translation>
    </message>
    <message>
        <source>Nobody holds the seat: %1.</source>
        <translation>Niemand hat den Sitz: %1.</translation>
    </message>
    <message>
        <source>The commander also holds the seat: %1. A second owner must co-sign.</source>
        <translation>Die Leitung hat auch den Sitz: %1. Eine zweite Leitung muss mitzeichnen.</translation>
    </message>
    <message>
        <source>The chosen approach needs: %1.</source>
        <translation>Das gewählte Vorgehen braucht: %1.</translation>
    </message>
    <message>
        <source>Without this the launch is a bet: %1.</source>
        <translation>Ohne dies ist der Start eine Wette: %1.</translation>
    </message>
    <message>
        <source>plan submitted</source>
        <translation>Plan eingereicht</translation>
    </message>
    <message>
        <source>plan back in draft</source>
        <translation>Plan wieder Entwurf</translation>
    </message>
    <message>
        <source>checklist done</source>
        <translation>Prüfliste erledigt</translation>
    </message>
    <message>
        <source>scrubbed</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>step committed</source>
        <translation>Schritt freigegeben</translation>
    </message>
    <message>
        <source>poll said NO-GO</source>
        <translation>Abstimmung sagte NO-GO</translation>
    </message>
    <message>
        <source>a vote went old</source>
        <translation>eine Stimme wurde alt</translation>
    </message>
    <message>
        <source>the evidence changed</source>
        <translation>die Belege änderten sich</translation>
    </message>
    <message>
        <source>growth stopped</source>
        <translation>Wachstum angehalten</translation>
    </message>
    <message>
        <source>new orders to legacy</source>
        <translation>neue Aufträge ans Altsystem</translation>
    </message>
    <message>
        <source>step complete</source>
        <translation>Schritt abgeschlossen</translation>
    </message>
    <message>
        <source>taking orders again</source>
        <translation>Aufträge werden wieder angenommen</translation>
    </message>
    <message>
        <source>trial begun</source>
        <translation>Probe begonnen</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>fortgesetzt</translation>
    </message>
    <message>
        <source>stepped back</source>
        <translation>einen Schritt zurück</translation>
    </message>
    <message>
        <source>narrowed</source>
        <translation>verengt</translation>
    </message>
    <message>
        <source>rollback begun</source>
        <translation>Rückkehr begonnen</translation>
    </message>
    <message>
        <source>every order has its side</source>
        <translation>jeder Auftrag hat seine Seite</translation>
    </message>
    <message>
        <source>an order without a side was found</source>
        <translation>ein Auftrag ohne Seite wurde gefunden</translation>
    </message>
    <message>
        <source>rollback signed off</source>
        <translation>Rückkehr abgezeichnet</translation>
    </message>
    <message>
        <source>new attempt</source>
        <translation>neuer Anlauf</translation>
    </message>
    <message>
        <source>hypercare begun</source>
        <translation>Nachbetreuung begonnen</translation>
    </message>
    <message>
        <source>hypercare resumed</source>
        <translation>Nachbetreuung fortgesetzt</translation>
    </message>
    <message>
        <source>command handed over</source>
        <translation>Leitung übergeben</translation>
    </message>
    <message>
        <source>vote:</source>
        <translation>Stimme:</translation>
    </message>
    <message>
        <source>override armed</source>
        <translation>Übersteuerung gesetzt</translation>
    </message>
    <message>
        <source>overridden:</source>
        <translation>übersteuert:</translation>
    </message>
    <message>
        <source>gate turned:</source>
        <translation>Prüfung umgeschlagen:</translation>
    </message>
    <message>
        <source>freeze</source>
        <translation>Sperrzeit</translation>
    </message>
    <message>
        <source>plan saved</source>
        <translation>Plan gesichert</translation>
    </message>
    <message>
        <source>share of slice</source>
        <translation>Anteil des Ausschnitts</translation>
    </message>
    <message>
        <source>poll opened for step</source>
        <translation>Abstimmung eröffnet für Schritt</translation>
    </message>
    <message>
        <source>co-signed for</source>
        <translation>mitgezeichnet für</translation>
    </message>
    <message>
        <source>votes cleared</source>
        <translation>Stimmen gelöscht</translation>
    </message>
    <message>
        <source>gate acknowledged:</source>
        <translation>Prüfung zur Kenntnis genommen:</translation>
    </message>
    <message>
        <source>trigger on:</source>
        <translation>Auslöser an:</translation>
    </message>
    <message>
        <source>trigger off:</source>
        <translation>Auslöser aus:</translation>
    </message>
    <message>
        <source>commander named</source>
        <translation>Leitung benannt</translation>
    </message>
    <message>
        <source>command offered to</source>
        <translation>Leitung angeboten an</translation>
    </message>
    <message>
        <source>command accepted</source>
        <translation>Leitung angenommen</translation>
    </message>
    <message>
        <source>command taken</source>
        <translation>Leitung übernommen</translation>
    </message>
    <message>
        <source>checklist:</source>
        <translation>Prüfliste:</translation>
    </message>
    <message>
        <source>signed:</source>
        <translation>unterschrieben:</translation>
    </message>
    <message>
        <source>rollback proposed by</source>
        <translation>Rückkehr vorgeschlagen durch</translation>
    </message>
    <message>
        <source>proposal stopped:</source>
        <translation>Vorschlag angehalten:</translation>
    </message>
    <message>
        <source>report sealed:</source>
        <translation>Bericht versiegelt:</translation>
    </message>
    <message>
        <source>intake opened</source>
        <translation>Annahme geöffnet</translation>
    </message>
    <message>
        <source>intake closed</source>
        <translation>Annahme geschlossen</translation>
    </message>
    <message>
        <source>narrowing taken back</source>
        <translation>Verengung zurückgenommen</translation>
    </message>
    <message>
        <source>%1 of %2 failures were in canary (%3 share)</source>
        <translation>%1 von %2 Fehlschlägen lagen im Vorläufer (Anteil %3)</translation>
    </message>
    <message>
        <source>, ratio %1–%2×</source>
        <translation>, Verhältnis %1–%2×</translation>
    </message>
    <message>
        <source>no reading</source>
        <translation>kein Messwert</translation>
    </message>
    <message>
        <source> of %1 orders</source>
        <translation> von %1 Aufträgen</translation>
    </message>
    <message>
        <source>, between %1 and %2</source>
        <translation>, zwischen %1 und %2</translation>
    </message>
    <message>
        <source> against %1</source>
        <translation> gegen %1</translation>
    </message>
    <message>
        <source>E = %1</source>
        <translation>E = %1</translation>
    </message>
    <message>
        <source> against %1×</source>
        <translation> gegen %1×</translation>
    </message>
    <message>
        <source>; needs E ≥ %1 × %2 gates = %3</source>
        <translation>; nötig ist E ≥ %1 × %2 Prüfungen = %3</translation>
    </message>
    <message>
        <source>; needs E ≥ %1</source>
        <translation>; nötig ist E ≥ %1</translation>
    </message>
    <message>
        <source>GO — %1</source>
        <translation>GO — %1</translation>
    </message>
    <message>
        <source>NO-GO — %1</source>
        <translation>NO-GO — %1</translation>
    </message>
    <message>
        <source>WAIT, %2 — %1</source>
        <translation>WARTEN, %2 — %1</translation>
    </message>
    <message>
        <source>%1 of %2 orders are there.</source>
        <translation>%1 von %2 Aufträgen sind da.</translation>
    </message>
    <message>
        <source>Owner: %1.</source>
        <translation>Zuständig: %1.</translation>
    </message>
    <message>
        <source>Dry run: it decides nothing.</source>
        <translation>Probelauf: sie entscheidet nichts.</translation>
    </message>
    <message>
        <source>Blocker.</source>
        <translation>Sperrt.</translation>
    </message>
    <message>
        <source>Overridden for this step.</source>
        <translation>Für diesen Schritt übersteuert.</translation>
    </message>
    <message>
        <source>Acknowledged by its owner.</source>
        <translation>Von der Zuständigen zur Kenntnis genommen.</translation>
    </message>
    <message>
        <source>%1 failures</source>
        <translation>Fehlschläge: %1</translation>
    </message>
    <message>
        <source>%1 p95</source>
        <translation>%1 p95</translation>
    </message>
    <message>
        <source> × control</source>
        <translation> × Vergleich</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> Pkt</translation>
    </message>
    <message>
        <source>Not before %1.</source>
        <translation>Nicht vor %1.</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>Engineering</source>
        <translation>Technik</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Commerce</source>
        <translation>Handel</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Kundendienst</translation>
    </message>
    <message>
        <source>all at once</source>
        <translation>alles auf einmal</translation>
    </message>
    <message>
        <source>canary by region</source>
        <translation>Vorläufer nach Region</translation>
    </message>
    <message>
        <source>canary by SKU class</source>
        <translation>Vorläufer nach SKU-Klasse</translation>
    </message>
    <message>
        <source>parallel run</source>
        <translation>Parallellauf</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>Schatten</translation>
    </message>
    <message>
        <source>Parallel run</source>
        <translation>Parallellauf</translation>
    </message>
    <message>
        <source>Canary</source>
        <translation>Vorläufer</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>Ausweitung</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Hypercare</source>
        <translation>Nachbetreuung</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>ABSTAIN</source>
        <translation>ENTHALTUNG</translation>
    </message>
    <message>
        <source>soft freeze</source>
        <translation>weiche Sperrzeit</translation>
    </message>
    <message>
        <source>hard freeze</source>
        <translation>harte Sperrzeit</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>genehmigt</translation>
    </message>
    <message>
        <source>enforced</source>
        <translation>in Kraft</translation>
    </message>
    <message>
        <source>lifted</source>
        <translation>aufgehoben</translation>
    </message>
    <message>
        <source>Hand back to legacy</source>
        <translation>Zurück ans Altsystem</translation>
    </message>
    <message>
        <source>Finish here</source>
        <translation>Hier beenden</translation>
    </message>
    <message>
        <source>Outcome unknown: asking the vendor</source>
        <translation>Ausgang unbekannt: beim Anbieter gefragt</translation>
    </message>
    <message>
        <source>Stop traffic</source>
        <translation>Zulauf anhalten</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Compensate</source>
        <translation>Ausgleichen</translation>
    </message>
    <message>
        <source>Reconcile</source>
        <translation>Abgleichen</translation>
    </message>
    <message>
        <source>cannot say yet</source>
        <translation>noch nicht zu sagen</translation>
    </message>
    <message>
        <source>too few samples</source>
        <translation>zu wenige Fälle</translation>
    </message>
    <message>
        <source>too few events</source>
        <translation>zu wenige Ereignisse</translation>
    </message>
    <message>
        <source>not sure yet</source>
        <translation>noch nicht sicher</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>old data</source>
        <translation>alte Daten</translation>
    </message>
    <message>
        <source>no control group</source>
        <translation>keine Vergleichsgruppe</translation>
    </message>
    <message>
        <source>control fails too</source>
        <translation>Vergleich fällt auch aus</translation>
    </message>
    <message>
        <source>split does not match</source>
        <translation>Aufteilung stimmt nicht</translation>
    </message>
    <message>
        <source>too early</source>
        <translation>zu früh</translation>
    </message>
    <message>
        <source>metric failed</source>
        <translation>Kennzahl fiel aus</translation>
    </message>
    <message>
        <source>TOO FEW</source>
        <translation>ZU WENIGE</translation>
    </message>
    <message>
        <source>NOT SURE YET</source>
        <translation>NICHT SICHER</translation>
    </message>
    <message>
        <source>NO DATA</source>
        <translation>KEINE DATEN</translation>
    </message>
    <message>
        <source>OLD DATA</source>
        <translation>ALTE DATEN</translation>
    </message>
    <message>
        <source>NO CONTROL</source>
        <translation>KEIN VERGLEICH</translation>
    </message>
    <message>
        <source>CONTROL FAILS TOO</source>
        <translation>VERGLEICH FÄLLT AUS</translation>
    </message>
    <message>
        <source>SPLIT IS OFF</source>
        <translation>AUFTEILUNG FALSCH</translation>
    </message>
    <message>
        <source>TOO EARLY</source>
        <translation>ZU FRÜH</translation>
    </message>
    <message>
        <source>METRIC FAILED</source>
        <translation>KENNZAHL FIEL AUS</translation>
    </message>
    <message>
        <source>a blocking gate says NO-GO</source>
        <translation>eine sperrende Prüfung sagt NO-GO</translation>
    </message>
    <message>
        <source>a blocking gate has old data or its source failed</source>
        <translation>eine sperrende Prüfung hat alte Daten, oder ihre Quelle fiel aus</translation>
    </message>
    <message>
        <source>the split between canary and control does not match</source>
        <translation>die Aufteilung zwischen Vorläufer und Vergleich stimmt nicht</translation>
    </message>
    <message>
        <source>exceptions grow faster than they are closed</source>
        <translation>Ausnahmen wachsen schneller, als sie geschlossen werden</translation>
    </message>
    <message>
        <source>a reconciliation run was below its gate</source>
        <translation>ein Abgleich lag unter seiner Schwelle</translation>
    </message>
    <message>
        <source>a hard freeze began, or nobody commands</source>
        <translation>eine harte Sperrzeit begann, oder niemand leitet</translation>
    </message>
    <message>
        <source>an owner changed the vote to NO-GO</source>
        <translation>eine Stimme wechselte zu NO-GO</translation>
    </message>
    <message>
        <source>the error budget burns too fast</source>
        <translation>das Fehlerbudget wird zu schnell verbraucht</translation>
    </message>
    <message>
        <source>a breaker is open for more than 10 minutes while legacy is healthy</source>
        <translation>eine Sicherung ist länger als 10 Minuten offen, während das Altsystem gesund ist</translation>
    </message>
    <message>
        <source>a live payload broke its contract</source>
        <translation>eine echte Nachricht brach ihren Vertrag</translation>
    </message>
    <message>
        <source>decisions take more than twice their limit</source>
        <translation>Entscheidungen dauern mehr als doppelt so lang wie erlaubt</translation>
    </message>
    <message>
        <source>an invariant is violated</source>
        <translation>eine Invariante ist verletzt</translation>
    </message>
    <message>
        <source>C2</source>
        <translation>C2</translation>
    </message>
    <message>
        <source>intake is stopped for more than an hour without a decision</source>
        <translation>die Annahme ruht länger als eine Stunde ohne Entscheidung</translation>
    </message>
    <message>
        <source>DRAFT</source>
        <translation>ENTWURF</translation>
    </message>
    <message>
        <source>PREFLIGHT</source>
        <translation>VORBEREITUNG</translation>
    </message>
    <message>
        <source>AT HOLD POINT</source>
        <translation>AM HALTEPUNKT</translation>
    </message>
    <message>
        <source>RUNNING</source>
        <translation>LÄUFT</translation>
    </message>
    <message>
        <source>❚❚ PAUSED · growth stopped</source>
        <translation>❚❚ PAUSIERT · Wachstum gestoppt</translation>
    </message>
    <message>
        <source>❚❚ PAUSED · new orders to legacy</source>
        <translation>❚❚ PAUSIERT · neue Aufträge ans Altsystem</translation>
    </message>
    <message>
        <source>ROLLING BACK</source>
        <translation>RÜCKKEHR LÄUFT</translation>
    </message>
    <message>
        <source>RECONCILING</source>
        <translation>ABGLEICH</translation>
    </message>
    <message>
        <source>ROLLED BACK</source>
        <translation>ZURÜCKGEKEHRT</translation>
    </message>
    <message>
        <source>HYPERCARE</source>
        <translation>NACHBETREUUNG</translation>
    </message>
    <message>
        <source>CLOSED</source>
        <translation>ABGESCHLOSSEN</translation>
    </message>
    <message>
        <source>SCRUBBED</source>
        <translation>VERWORFEN</translation>
    </message>
    <message>
        <source>the plan has no blocking finding</source>
        <translation>der Plan hat keinen sperrenden Befund</translation>
    </message>
    <message>
        <source>every item of the checklist is done, with evidence</source>
        <translation>jeder Punkt der Prüfliste ist erledigt und belegt</translation>
    </message>
    <message>
        <source>the rollback plan is signed by the four owners</source>
        <translation>der Rückkehrplan ist von den vier Zuständigen unterschrieben</translation>
    </message>
    <message>
        <source>a reason is given</source>
        <translation>ein Grund ist genannt</translation>
    </message>
    <message>
        <source>the poll says GO, or an override is in force</source>
        <translation>die Abstimmung sagt GO, oder eine Übersteuerung gilt</translation>
    </message>
    <message>
        <source>no hard freeze is in force</source>
        <translation>keine harte Sperrzeit gilt</translation>
    </message>
    <message>
        <source>every pair of contracts has passed</source>
        <translation>jedes Vertragspaar hat bestanden</translation>
    </message>
    <message>
        <source>the data are fresh</source>
        <translation>die Daten sind frisch</translation>
    </message>
    <message>
        <source>Engineering and Operations are on call</source>
        <translation>Technik und Betrieb sind erreichbar</translation>
    </message>
    <message>
        <source>no slice was ever live in this run</source>
        <translation>kein Ausschnitt war in diesem Lauf je in Betrieb</translation>
    </message>
    <message>
        <source>every blocking gate says GO</source>
        <translation>jede sperrende Prüfung sagt GO</translation>
    </message>
    <message>
        <source>the bake is over</source>
        <translation>die Reifezeit ist vorbei</translation>
    </message>
    <message>
        <source>there is a next step</source>
        <translation>es gibt einen nächsten Schritt</translation>
    </message>
    <message>
        <source>the cause of the pause has cleared</source>
        <translation>der Grund der Pause ist behoben</translation>
    </message>
    <message>
        <source>Engineering says GO</source>
        <translation>Technik sagt GO</translation>
    </message>
    <message>
        <source>Operations says GO</source>
        <translation>Betrieb sagt GO</translation>
    </message>
    <message>
        <source>Engineering and Operations say GO</source>
        <translation>Technik und Betrieb sagen GO</translation>
    </message>
    <message>
        <source>the trial with a tenth of the orders ran for 15 minutes</source>
        <translation>die Probe mit einem Zehntel der Aufträge lief 15 Minuten</translation>
    </message>
    <message>
        <source>no trigger is on</source>
        <translation>kein Auslöser ist an</translation>
    </message>
    <message>
        <source>the 15 minutes after the last trigger are over</source>
        <translation>die 15 Minuten nach dem letzten Auslöser sind vorbei</translation>
    </message>
    <message>
        <source>a full poll, after the third pause by the system</source>
        <translation>eine volle Abstimmung, nach der dritten Pause durch das System</translation>
    </message>
    <message>
        <source>it was not paused out of hypercare</source>
        <translation>es wurde nicht aus der Nachbetreuung heraus pausiert</translation>
    </message>
    <message>
        <source>every slice is open or cut out</source>
        <translation>jeder Ausschnitt ist offen oder ausgenommen</translation>
    </message>
    <message>
        <source>the step before serves orders</source>
        <translation>der Schritt davor bedient Aufträge</translation>
    </message>
    <message>
        <source>the slice before lies inside this one</source>
        <translation>der Ausschnitt davor liegt in diesem</translation>
    </message>
    <message>
        <source>a slice is or was live in this run</source>
        <translation>ein Ausschnitt ist oder war in diesem Lauf in Betrieb</translation>
    </message>
    <message>
        <source>legacy is healthy</source>
        <translation>das Altsystem ist gesund</translation>
    </message>
    <message>
        <source>every order has found its side</source>
        <translation>jeder Auftrag hat seine Seite gefunden</translation>
    </message>
    <message>
        <source>no difference is unclassified</source>
        <translation>kein Unterschied ist ohne Einordnung</translation>
    </message>
    <message>
        <source>no order is still finishing here</source>
        <translation>kein Auftrag läuft hier noch zu Ende</translation>
    </message>
    <message>
        <source>Operations and Commerce have signed</source>
        <translation>Betrieb und Handel haben unterschrieben</translation>
    </message>
    <message>
        <source>a root cause is linked</source>
        <translation>eine Grundursache ist verknüpft</translation>
    </message>
    <message>
        <source>the step is the full one</source>
        <translation>der Schritt ist der volle</translation>
    </message>
    <message>
        <source>the poll says GO</source>
        <translation>die Abstimmung sagt GO</translation>
    </message>
    <message>
        <source>it was in hypercare before</source>
        <translation>es war zuvor in der Nachbetreuung</translation>
    </message>
    <message>
        <source>every exit criterion is met</source>
        <translation>jede Bedingung für das Ende ist erfüllt</translation>
    </message>
    <message>
        <source>the receiver has accepted</source>
        <translation>die Empfängerin hat angenommen</translation>
    </message>
    <message>
        <source>a second person confirms</source>
        <translation>eine zweite Person bestätigt</translation>
    </message>
    <message>
        <source>the commander</source>
        <translation>die Leitung</translation>
    </message>
    <message>
        <source>the deputy</source>
        <translation>die Vertretung</translation>
    </message>
    <message>
        <source>the deputy while acting</source>
        <translation>die Vertretung im Amt</translation>
    </message>
    <message>
        <source>everybody who may pause</source>
        <translation>alle, die pausieren dürfen</translation>
    </message>
    <message>
        <source>the owner of Engineering</source>
        <translation>die Zuständige für Technik</translation>
    </message>
    <message>
        <source>the owner of Operations</source>
        <translation>die Zuständige für Betrieb</translation>
    </message>
    <message>
        <source>the owner of Commerce</source>
        <translation>die Zuständige für Handel</translation>
    </message>
    <message>
        <source>the owner of Support</source>
        <translation>die Zuständige für Kundendienst</translation>
    </message>
    <message>
        <source>the engine itself</source>
        <translation>die Engine selbst</translation>
    </message>
    <message>
        <source>the engine, by the signed plan</source>
        <translation>die Engine, nach dem unterschriebenen Plan</translation>
    </message>
    <message>
        <source>Engineering by break-glass</source>
        <translation>Technik im Notfall</translation>
    </message>
    <message>
        <source>Operations by break-glass</source>
        <translation>Betrieb im Notfall</translation>
    </message>
    <message>
        <source>the holder of the seat</source>
        <translation>die Inhaberin des Sitzes</translation>
    </message>
    <message>
        <source>everybody who may write a note</source>
        <translation>alle, die Notizen schreiben dürfen</translation>
    </message>
    <message>
        <source>nothing is done</source>
        <translation>nichts geschieht</translation>
    </message>
    <message>
        <source>new orders go to legacy</source>
        <translation>neue Aufträge gehen ans Altsystem</translation>
    </message>
    <message>
        <source>the deputy is called</source>
        <translation>die Vertretung wird gerufen</translation>
    </message>
    <message>
        <source>a rollback is proposed</source>
        <translation>eine Rückkehr ist vorgeschlagen</translation>
    </message>
    <message>
        <source>rolls back</source>
        <translation>kehrt zurück</translation>
    </message>
    <message>
        <source>14 days of hypercare</source>
        <translation>14 Tage Nachbetreuung</translation>
    </message>
    <message>
        <source>Weekly peaks seen</source>
        <translation>Gesehene Wochenspitzen</translation>
    </message>
    <message>
        <source>A promotion, or a replay at 1.2 × the peak</source>
        <translation>Eine Aktion oder ein Nachspiel mit 1,2 × der Spitze</translation>
    </message>
    <message>
        <source>A financial close, or a written waiver</source>
        <translation>Ein Finanzabschluss oder ein schriftlicher Verzicht</translation>
    </message>
    <message>
        <source>No P1 open</source>
        <translation>Kein P1 offen</translation>
    </message>
    <message>
        <source>P2 open within what was agreed</source>
        <translation>Offene P2 im vereinbarten Rahmen</translation>
    </message>
    <message>
        <source>None past its SLA</source>
        <translation>Keine über der Frist</translation>
    </message>
    <message>
        <source>Exceptions against the baseline, 7 days</source>
        <translation>Ausnahmen gegen die Grundlinie, 7 Tage</translation>
    </message>
    <message>
        <source>Reconciliation accuracy, worst of 7 days</source>
        <translation>Genauigkeit des Abgleichs, schlechteste von 7 Tagen</translation>
    </message>
    <message>
        <source>No unexplained difference</source>
        <translation>Kein unerklärter Unterschied</translation>
    </message>
    <message>
        <source>Exceptions with a root cause</source>
        <translation>Ausnahmen mit Grundursache</translation>
    </message>
    <message>
        <source>Error budget spent in 7 days</source>
        <translation>Verbrauchtes Fehlerbudget in 7 Tagen</translation>
    </message>
    <message>
        <source>No pause by the engine for 7 days</source>
        <translation>Seit 7 Tagen keine Pause durch die Engine</translation>
    </message>
    <message>
        <source>Cancels and returns are symmetric</source>
        <translation>Stornos und Rückgaben gleichen sich</translation>
    </message>
    <message>
        <source>Audit of notices is clean</source>
        <translation>Prüfung der Mitteilungen ist sauber</translation>
    </message>
    <message>
        <source>The rollback drill still passes</source>
        <translation>Die Rückkehrprobe gelingt noch</translation>
    </message>
    <message>
        <source>Run-book, alerts and queue are taken over</source>
        <translation>Handbuch, Meldungen und Schlange sind übernommen</translation>
    </message>
    <message>
        <source>Every override was reviewed</source>
        <translation>Jede Übersteuerung wurde durchgesehen</translation>
    </message>
    <message>
        <source>it has the most demand</source>
        <translation>er hat die größte Nachfrage</translation>
    </message>
    <message>
        <source>its busiest hour is more than five times the mean</source>
        <translation>seine stärkste Stunde ist mehr als das Fünffache des Mittels</translation>
    </message>
    <message>
        <source>more than 2 % of its orders failed before</source>
        <translation>mehr als 2 % seiner Aufträge schlugen früher fehl</translation>
    </message>
    <message>
        <source>its mix is unlike that of all orders</source>
        <translation>seine Mischung gleicht nicht der aller Aufträge</translation>
    </message>
    <message>
        <source>it has fewer than 200 orders a day</source>
        <translation>er hat weniger als 200 Aufträge am Tag</translation>
    </message>
    <message>
        <source>a shadow phase</source>
        <translation>eine Schattenphase</translation>
    </message>
    <message>
        <source>a suite of contract tests</source>
        <translation>eine Sammlung von Vertragstests</translation>
    </message>
    <message>
        <source>proof that writes can be repeated</source>
        <translation>der Nachweis, dass Schreiben wiederholbar ist</translation>
    </message>
    <message>
        <source>a rollback decision tree</source>
        <translation>ein Entscheidungsbaum für die Rückkehr</translation>
    </message>
    <message>
        <source>Finish here (handed off, acked)</source>
        <translation>Hier beenden (übergeben, bestätigt)</translation>
    </message>
    <message>
        <source>Release reservations</source>
        <translation>Reservierungen freigeben</translation>
    </message>
    <message>
        <source>Void shipments</source>
        <translation>Sendungen aufheben</translation>
    </message>
    <message>
        <source>Cancel shipments</source>
        <translation>Sendungen stornieren</translation>
    </message>
    <message>
        <source>Refunds, a second person approves</source>
        <translation>Erstattungen, eine zweite Person genehmigt</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Stock, SKU × node</source>
        <translation>Bestand, SKU × Lager</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Shipments</source>
        <translation>Sendungen</translation>
    </message>
    <message>
        <source>Notices to customers</source>
        <translation>Mitteilungen an Kunden</translation>
    </message>
    <message>
        <source>New orders on the new path, last 10 s</source>
        <translation>Neue Aufträge auf dem neuen Weg, letzte 10 s</translation>
    </message>
    <message>
        <source>picked or partly shipped</source>
        <translation>entnommen oder zum Teil versandt</translation>
    </message>
    <message>
        <source>label printed and picked up</source>
        <translation>Etikett gedruckt und abgeholt</translation>
    </message>
    <message>
        <source>money was taken</source>
        <translation>Geld wurde eingezogen</translation>
    </message>
    <message>
        <source>a cancel or a return is running</source>
        <translation>ein Storno oder eine Rückgabe läuft</translation>
    </message>
    <message>
        <source>held in the exception queue</source>
        <translation>in der Ausnahmeschlange</translation>
    </message>
    <message>
        <source>legacy refused it</source>
        <translation>das Altsystem lehnte ab</translation>
    </message>
    <message>
        <source>the reservation could not be released</source>
        <translation>die Reservierung war nicht freizugeben</translation>
    </message>
    <message>
        <source>legacy did not answer</source>
        <translation>das Altsystem antwortete nicht</translation>
    </message>
    <message>
        <source>stays here to the end</source>
        <translation>bleibt bis zum Ende hier</translation>
    </message>
    <message>
        <source>stays with its owner</source>
        <translation>bleibt bei seinem Besitzer</translation>
    </message>
    <message>
        <source>asked until it is known; nothing is sent again</source>
        <translation>gefragt, bis es bekannt ist; nichts wird noch einmal gesendet</translation>
    </message>
    <message>
        <source>orders in flight: %1</source>
        <translation>Aufträge unterwegs: %1</translation>
    </message>
    <message>
        <source>finish here: %1</source>
        <translation>hier beenden: %1</translation>
    </message>
    <message>
        <source>hand back to legacy: %1</source>
        <translation>zurück ans Altsystem: %1</translation>
    </message>
    <message>
        <source>outcome unknown: %1</source>
        <translation>Ausgang unbekannt: %1</translation>
    </message>
    <message>
        <source>effects to take back: %1</source>
        <translation>Wirkungen zurückzunehmen: %1</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>etwa %1 s</translation>
    </message>
    <message>
        <source>Map of all integrations</source>
        <translation>Karte aller Anbindungen</translation>
    </message>
    <message>
        <source>Schema of every event</source>
        <translation>Schema jedes Ereignisses</translation>
    </message>
    <message>
        <source>Who owns what, with its limits</source>
        <translation>Wer wofür zuständig ist, mit Grenzen</translation>
    </message>
    <message>
        <source>Which system is right about what</source>
        <translation>Welches System worin maßgeblich ist</translation>
    </message>
    <message>
        <source>Documents of the integrations</source>
        <translation>Unterlagen der Anbindungen</translation>
    </message>
    <message>
        <source>Proof that writes can be repeated</source>
        <translation>Nachweis, dass Schreiben wiederholbar ist</translation>
    </message>
    <message>
        <source>Events carry one correlation id</source>
        <translation>Ereignisse tragen eine Korrelationsnummer</translation>
    </message>
    <message>
        <source>Every pair of contracts has passed</source>
        <translation>Jedes Vertragspaar hat bestanden</translation>
    </message>
    <message>
        <source>Decision tree for the launch that hurts</source>
        <translation>Entscheidungsbaum für den Start, der schmerzt</translation>
    </message>
    <message>
        <source>Rollback plan, signed by the four owners</source>
        <translation>Rückkehrplan, von den vier Zuständigen unterschrieben</translation>
    </message>
    <message>
        <source>Commander and deputy named</source>
        <translation>Leitung und Vertretung benannt</translation>
    </message>
    <message>
        <source>Change freeze in force</source>
        <translation>Sperrzeit in Kraft</translation>
    </message>
    <message>
        <source>Owners on call</source>
        <translation>Zuständige erreichbar</translation>
    </message>
    <message>
        <source>Alarms reach somebody</source>
        <translation>Meldungen erreichen jemanden</translation>
    </message>
    <message>
        <source>GO, acknowledge</source>
        <translation>GO, zur Kenntnis</translation>
    </message>
    <message>
        <source>NO PLAN</source>
        <translation>KEIN PLAN</translation>
    </message>
    <message>
        <source>❚❚ PAUSED · mirroring off</source>
        <translation>❚❚ PAUSIERT · Spiegelung aus</translation>
    </message>
    <message>
        <source>❚❚ PAUSED · on trial</source>
        <translation>❚❚ PAUSIERT · auf Probe</translation>
    </message>
    <message>
        <source>Not sure yet</source>
        <translation>Noch nicht sicher</translation>
    </message>
    <message>
        <source>No control group</source>
        <translation>Keine Vergleichsgruppe</translation>
    </message>
    <message>
        <source>Control fails too</source>
        <translation>Vergleich fällt auch aus</translation>
    </message>
    <message>
        <source>Split does not match</source>
        <translation>Aufteilung stimmt nicht</translation>
    </message>
    <message>
        <source>Too early</source>
        <translation>Zu früh</translation>
    </message>
    <message>
        <source>Metric failed</source>
        <translation>Kennzahl fiel aus</translation>
    </message>
    <message>
        <source>wrote the plan</source>
        <translation>hat den Plan geschrieben</translation>
    </message>
    <message>
        <source>submitted the plan</source>
        <translation>hat den Plan eingereicht</translation>
    </message>
    <message>
        <source>took the plan back to draft</source>
        <translation>hat den Plan in den Entwurf zurückgenommen</translation>
    </message>
    <message>
        <source>marked a checklist item</source>
        <translation>hat einen Punkt der Checkliste vermerkt</translation>
    </message>
    <message>
        <source>closed the checklist</source>
        <translation>hat die Checkliste abgeschlossen</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>hat unterschrieben</translation>
    </message>
    <message>
        <source>voted</source>
        <translation>hat abgestimmt</translation>
    </message>
    <message>
        <source>signed beside a vote</source>
        <translation>hat eine Stimme gegengezeichnet</translation>
    </message>
    <message>
        <source>took note of a gate</source>
        <translation>hat ein Gate zur Kenntnis genommen</translation>
    </message>
    <message>
        <source>overrode gates</source>
        <translation>hat Gates übergangen</translation>
    </message>
    <message>
        <source>committed the step</source>
        <translation>hat den Schritt freigegeben</translation>
    </message>
    <message>
        <source>stopped growth</source>
        <translation>hat das Wachstum angehalten</translation>
    </message>
    <message>
        <source>narrowed a slice</source>
        <translation>hat eine Scheibe verkleinert</translation>
    </message>
    <message>
        <source>began a reopening trial</source>
        <translation>hat eine Probeöffnung begonnen</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>hat zurückgerollt</translation>
    </message>
    <message>
        <source>stopped a proposed rollback</source>
        <translation>hat ein vorgeschlagenes Zurückrollen angehalten</translation>
    </message>
    <message>
        <source>rehearsed a rollback</source>
        <translation>hat ein Zurückrollen geprobt</translation>
    </message>
    <message>
        <source>approved that it finishes here</source>
        <translation>hat gebilligt, dass es hier endet</translation>
    </message>
    <message>
        <source>follows what is in doubt</source>
        <translation>verfolgt, was im Zweifel ist</translation>
    </message>
    <message>
        <source>signed off</source>
        <translation>hat abgezeichnet</translation>
    </message>
    <message>
        <source>began a new attempt</source>
        <translation>hat einen neuen Versuch begonnen</translation>
    </message>
    <message>
        <source>scrubbed the rollout</source>
        <translation>hat den Rollout abgesagt</translation>
    </message>
    <message>
        <source>entered hypercare</source>
        <translation>ist in die Nachbetreuung gegangen</translation>
    </message>
    <message>
        <source>resumed hypercare</source>
        <translation>hat die Nachbetreuung fortgesetzt</translation>
    </message>
    <message>
        <source>closed the rollout</source>
        <translation>hat den Rollout abgeschlossen</translation>
    </message>
    <message>
        <source>offered command</source>
        <translation>hat die Leitung angeboten</translation>
    </message>
    <message>
        <source>accepted command</source>
        <translation>hat die Leitung angenommen</translation>
    </message>
    <message>
        <source>took command</source>
        <translation>hat die Leitung übernommen</translation>
    </message>
    <message>
        <source>set a freeze</source>
        <translation>hat eine Sperre gesetzt</translation>
    </message>
    <message>
        <source>judged a difference</source>
        <translation>hat einen Unterschied beurteilt</translation>
    </message>
    <message>
        <source>set a normalising rule</source>
        <translation>hat eine Normalisierungsregel gesetzt</translation>
    </message>
    <message>
        <source>shelved an alarm</source>
        <translation>hat einen Alarm zurückgestellt</translation>
    </message>
    <message>
        <source>wrote a note on the rollout</source>
        <translation>hat eine Notiz zum Rollout geschrieben</translation>
    </message>
    <message>
        <source>vote</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>gates overridden</source>
        <translation>Gates übergangen</translation>
    </message>
    <message>
        <source>normalising rule</source>
        <translation>Normalisierungsregel</translation>
    </message>
    <message>
        <source>assigned by the rollout</source>
        <translation>vom Rollout zugeteilt</translation>
    </message>
    <message>
        <source>placed by a rollback</source>
        <translation>von einem Zurückrollen eingeordnet</translation>
    </message>
    <message>
        <source>plan written</source>
        <translation>Plan geschrieben</translation>
    </message>
    <message>
        <source>rollout moved</source>
        <translation>Rollout bewegt</translation>
    </message>
    <message>
        <source>slice served</source>
        <translation>Scheibe bedient</translation>
    </message>
    <message>
        <source>poll opened</source>
        <translation>Abstimmung eröffnet</translation>
    </message>
    <message>
        <source>gate turned</source>
        <translation>Gate gewendet</translation>
    </message>
    <message>
        <source>gate acknowledged</source>
        <translation>Gate zur Kenntnis genommen</translation>
    </message>
    <message>
        <source>trigger turned</source>
        <translation>Auslöser gewendet</translation>
    </message>
    <message>
        <source>command passed</source>
        <translation>Leitung übergeben</translation>
    </message>
    <message>
        <source>checklist item marked</source>
        <translation>Punkt der Checkliste vermerkt</translation>
    </message>
    <message>
        <source>bake clock noted</source>
        <translation>Reifezeit vermerkt</translation>
    </message>
    <message>
        <source>rollback proposed</source>
        <translation>Zurückrollen vorgeschlagen</translation>
    </message>
    <message>
        <source>rollback list frozen</source>
        <translation>Liste des Zurückrollens eingefroren</translation>
    </message>
    <message>
        <source>report sealed</source>
        <translation>Bericht versiegelt</translation>
    </message>
    <message>
        <source>pair compared</source>
        <translation>Paar verglichen</translation>
    </message>
    <message>
        <source>difference judged</source>
        <translation>Unterschied beurteilt</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>gespiegelt</translation>
    </message>
    <message>
        <source>one side said</source>
        <translation>eine Seite hat gesagt</translation>
    </message>
    <message>
        <source>a call leaked</source>
        <translation>ein Aufruf ist entwichen</translation>
    </message>
    <message>
        <source>day closed</source>
        <translation>Tag abgeschlossen</translation>
    </message>
</context>
</TS>
