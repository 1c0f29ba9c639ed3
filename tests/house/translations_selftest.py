#!/usr/bin/env python3
"""Plants what tests/translations must find, in a copy of the sources, and sees it found."""
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
GERMAN = "translations/holdpoint_de.ts"
ENGLISH = "translations/holdpoint_en.ts"
# name, file, text to replace once, by what, words of the finding
PLANTED = [
    ("unfinished", GERMAN, "<translation>Übergabe</translation>", '<translation type="unfinished"></translation>',
     "is unfinished"),
    ("empty", GERMAN, "<translation>Übergabe</translation>", "<translation></translation>", "is empty"),
    ("other places", GERMAN, "<translation>Auftrag %1</translation>", "<translation>Auftrag %2</translation>",
     "has other places than"),
    ("no class", GERMAN, "<name>holdpoint::ui::Rail</name>", "<name>holdpoint::ui</name>", "is of no class"),
    ("bare plural", ENGLISH, "<numerusform>%n order</numerusform>", "<numerusform>%n order(s)</numerusform>",
     "is not clean"),
    ("lost", "ui/shell/rail.cpp", "namespace holdpoint::ui {",
     'namespace holdpoint::ui {\nconst auto planted = tr("nobody knows this");', "is in no .ts file"),
]


def run(root):
    done = subprocess.run([sys.executable, ROOT / "tests" / "translations", "--root", root], capture_output=True, text=True)
    return done.returncode, done.stdout


def main():
    failed = []
    with tempfile.TemporaryDirectory() as name:
        for folder in ("ui", "app/console", "core", "translations"):
            shutil.copytree(ROOT / folder, Path(name) / folder)
        if run(name)[0]:
            failed.append("the copy is not clean: " + run(name)[1])
        for what, path, old, new, words in PLANTED:
            file = Path(name) / path
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace(old, new, 1), encoding="utf-8")
            code, said = run(name)
            if old not in text or code != 1 or words not in said:
                failed.append(f"{what}: not found")
            file.write_text(text, encoding="utf-8")
    print("\n".join([*failed, f"translations_selftest: {len(PLANTED)} planted, {len(failed)} not found"]))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
