#!/usr/bin/env python3
"""Plants a violation of every rule of tests/tidy in a scratch tree and sees it found, and the near miss let through."""
import importlib.machinery
import importlib.util
import shutil
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
loader = importlib.machinery.SourceFileLoader("tidy", str(HERE.parent / "tidy"))
tidy = importlib.util.module_from_spec(importlib.util.spec_from_loader("tidy", loader))
sys.dont_write_bytecode = True
loader.exec_module(tidy)

CLEAN = {
    "core/base/CMakeLists.txt": "holdpoint_module(core_base)\n",
    "core/base/result.h": "#pragma once\n",
    "core/base/time.cpp": "long now() { return std::chrono::steady_clock::now().time_since_epoch().count(); }\n",
    "core/model/CMakeLists.txt": "holdpoint_module(core_model DEPS core_base)  # core_orders is not named\n",
    "core/orders/CMakeLists.txt": "holdpoint_module(core_orders DEPS core_base core_model)\n",
    "core/flow/CMakeLists.txt": "holdpoint_module(core_flow DEPS core_base core_model core_orders)\n",
    "core/connect/CMakeLists.txt": "holdpoint_module(core_connect DEPS core_base QT Core Network)\n",
    "core/host/CMakeLists.txt": "holdpoint_module(core_host DEPS core_base)\n",
    "ui/common/CMakeLists.txt": "holdpoint_module(ui_common DEPS core_base QT Widgets)\n",
    "ui/orders/CMakeLists.txt": "holdpoint_module(ui_orders DEPS core_base ui_common QT Widgets)\n",
}
SLASH = "/"  # keeps the planted paths out of this file's own text
LONG = "int f(int x)\n{\n" + "    ++x;\n" * 58 + "    return x;\n}\n"
LONGEST = "int f(int x)\n{\n" + "    ++x;\n" * 57 + "    return x;\n}\n"

# rule, file, text that must be found, text that must pass
PLANTS = [
    ("includes", "core/base/a.h", '#include "core/model/x.h"\n', '#include "core/base/x.h"\n'),
    ("includes", "core/orders/a.cpp", '#include "core/rollout/x.h"\n', '// #include\n#include "core/model/x.h"\n'),
    ("includes", "core/orders/a.cpp", "#include <QString>\n", "#include <string>\n"),
    ("includes", "core/base/a.cpp", "#include <QtCore/QString>\n", "#include <queue>\n"),
    ("includes", "core/base/a.cpp", '#include "../model/x.h"\n', '#include "core/base/x.h"\n'),
    ("includes", "core/base/a.cpp", '#include "ui/common/x.h"\n', '#include "core/base/x.h"\n'),
    ("includes", "core/base/a.cpp", "#include <core/base/x.h>\n", "#include <vector>\n"),
    ("includes", "core/nowhere/a.cpp", "int a;\n", None),
    ("includes", "core/orders/CMakeLists.txt", "holdpoint_module(core_orders DEPS core_base core_rollout)\n", None),
    ("includes", "core/orders/CMakeLists.txt", "holdpoint_module(core_orders DEPS core_base QT Core)\n", None),
    ("includes", "ui/orders/CMakeLists.txt", "holdpoint_module(ui_orders DEPS core_base core_flow QT Core)\n", None),
    ("includes", "core/connect/a.cpp", '#include "core/host/x.h"\n', "#include <QNetworkReply>\n"),
    ("random", "core/base/a.cpp", "std::random_device d;\n", '// std::random_device\nauto t = "std::random_device";\n'),
    ("random", "core/base/a.cpp", "int a = rand();\n", "int a = rng.rand();\n"),
    ("clock", "core/flow/a.cpp", "auto t = std::chrono::system_clock::now();\n", "auto t = clock.now();\n"),
    ("clock", "core/flow/a.cpp", "auto t = time(nullptr);\n", "auto t = time(step);\n"),
    ("qt-clock", "core/connect/a.cpp", "auto t = QDateTime::currentDateTimeUtc();\n", "QDateTime t;\n"),
    ("nested-loop", "ui/orders/a.cpp", "QEventLoop loop;\n", "/* QEventLoop */ QTimer loop;\n"),
    ("nested-loop", "core/connect/a.cpp", "app.processEvents();\n", "app.processed();\n"),
    ("unordered", "core/orders/a.cpp", "std::unordered_map<int, int> m;\n",
     "std::unordered_map<int, int> m;  // lookup only\n"),
    ("unordered", "core/flow/a.cpp", "std::unordered_set<int> m;\n", "std::set<int> m;\n"),
    ("thread", "core/flow/a.cpp", "std::thread t;\n", "int thread;\n"),
    ("thread", "core/engine/a.cpp", "std::jthread t;\n", "// std::thread\n"),
    ("sleep", "core/flow/a.cpp", "std::this_thread::sleep_for(1s);\n", "asleep(1);\n"),
    ("assert", "core/base/a.cpp", "void f() { assert(true); }\n", "static_assert(true);\nHP_CHECK(true);\n"),
    ("assert", "core/base/a.cpp", "#include <cassert>\n", "#include <cmath>\n"),
    ("label", "ui/orders/a.cpp", "auto* l = new QLabel;\n", "auto* l = new common::Label;\n"),
    ("label", "ui/orders/a.cpp", "b->setToolTip(t);\n", "common::explain(b, t);\n"),
    ("label", "app/console/a.cpp", "QMessageBox box;\n", "MessageBar box;\n"),
    ("file-length", "core/base/a.cpp", "int a;\n" * 451, "int a;\n" * 450),
    ("function-length", "core/base/a.cpp", LONG, LONGEST),
    ("function-length", "core/base/a.cpp", "namespace a {\nstruct B {\n" + LONG + "};\n}\n",
     "namespace a {\n" + LONGEST * 2 + "}\n"),
    ("function-length", "core/base/a.cpp", "B::B(int a) : a_{a}\n" + LONG[LONG.index("{"):], 'auto x = "{{{";\n'),
    ("function-length", "core/base/a.h", "template <class T>\nstruct alignas(8) B final : A<T> {\npublic:\n" + LONG + "};\n",
     "template <class T> T g(T a) noexcept\n" + LONGEST[LONGEST.index("{"):]),
    ("function-length", "core/base/a.h", "template <class T> T g(T a) noexcept\n" + LONG[LONG.index("{"):], None),
    ("machine-path", "docs/a.md", "see " + SLASH + "home/somebody/file\n", "see https://example.org/home/file\n"),
    ("machine-path", "core/base/a.cpp", f'auto p = "{SLASH}work/area";\n', 'auto p = "core/work/area";\n'),
    ("machine-path", "app/run", f"cd {SLASH}root/x\n", "cd /usr/share/x\n"),
    ("sql", "core/host/a.cpp", 'db.exec("DELETE FROM step WHERE seq=" + seq);\n', 'db.exec("DELETE FROM step");\n'),
    ("sql", "core/host/a.cpp", 'auto s = "SELECT a FROM " + table;\n',
     'auto s = "SELECT a FROM " + table;  // sql: fixed words\n'),
    ("sql", "core/host/a.cpp", 'db.prepare(head + "WHERE a=1");\n', 'db.prepare(head);  // head + "WHERE"\n'),
    ("sql", "core/host/a.cpp", 'q = QString("UPDATE a SET b=%1").arg(b);\n', 'q = QString("update %1").arg(b);\n'),
    ("docs", "docs/architecture.md", "| core/base | a | b | later |\n", "| core/base | a | b | here |\n"),
    ("docs", "docs/architecture.md", "| core/base | a | b | here |\n| core/flow | a | b | here |\n",
     "| core/base | a | b | here |\n| core/flow | a | b | later |\n"),
    ("docs", "docs/architecture.md", "# nothing\n", None),
    ("format", "core/base/a.cpp", "int  f( ) {return 1 ;}\n", "int f() { return 1; }\n"),
]
# files in which a banned word is allowed
ALLOWED = [
    ("core/host/a.cpp", "std::random_device d;\nstd::thread t;\nauto n = std::chrono::steady_clock::now();\n"),
    ("core/lab/http_vendor.cpp", "auto n = std::chrono::steady_clock::now();\n"),
    ("core/connect/a.cpp", "auto n = std::chrono::steady_clock::now();\n"),
    ("ui/common/a.cpp", "auto* l = new QLabel;\n"),
    ("tests/core/base/a.cpp", "assert(rand());\nQEventLoop l;\n"),
]


def found(files, only):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path, text in {**CLEAN, **files}.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text)
        shutil.copy(HERE.parent.parent / ".clang-format", root)
        return [(rule, path, message) for rule, path, _, message in tidy.findings(tidy.Tree(root), only)]


def selftest():
    words = {row[0] for row in tidy.BANNED}
    for rule, path, bad, good in PLANTS:
        name = "words" if rule in words else rule
        hits = [hit for hit in found({path: bad}, {name}) if hit[1] == path]
        if rule in words:
            hits = [hit for hit in hits if f"({rule})" in hit[2]]
        if not hits:
            yield f"{rule}: not found in {path}: {bad[:60]!r}"
        wrong = found({path: good}, {name}) if good else []
        if wrong:
            yield f"{rule}: a false alarm in {path}: {wrong}"
    for path, text in ALLOWED:
        wrong = found({path: text}, {"words"})
        if wrong:
            yield f"words: a false alarm in {path}: {wrong}"
    if found({}, None):
        yield f"a clean tree has findings: {found({}, None)}"
    planted = {row[0] for row in PLANTS}
    for rule in sorted((set(tidy.RULES) - {"words"} | words) - planted):
        yield f"{rule}: no violation is planted for it"
    yield from ratchet()


def ratchet():
    long = {"core/base/a.cpp": LONG}
    count = len(LONG.split("\n")) - 2
    for entry, wanted in ((count, 0), (count - 1, 2), (count + 5, 1)):
        hits = found({**long, tidy.RATCHET: f"# head\n{entry} core/base/a.cpp f\n"}, {"function-length"})
        if bool(hits) != bool(wanted):
            yield f"ratchet: an entry of {entry} for {count} lines gives {hits}"
    if not found({tidy.RATCHET: "70 core/base/gone.cpp f\n"}, {"function-length"}):
        yield "ratchet: an entry without its function is not found"


if __name__ == "__main__":
    failures = list(selftest())
    for failure in failures:
        print(failure)
    print(f"tidy self-test: {len(PLANTS)} plants, {len(failures)} failures")
    sys.exit(1 if failures else 0)
