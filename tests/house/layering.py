#!/usr/bin/env python3
"""Builds broken variants of a small tree with the project's own macro and expects each to be stopped where it should."""
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
PROJECT = """cmake_minimum_required(VERSION 3.25)
project(Scratch LANGUAGES CXX)
list(APPEND CMAKE_MODULE_PATH "${PROJECT_SOURCE_DIR}/packaging/cmake")
include(HoldpointToolchain)
%sinclude(HoldpointModule)
set(HOLDPOINT_LINK_CHECKS ON)
add_subdirectory(core)
"""
QT = "find_package(Qt6 COMPONENTS Core REQUIRED)\n"
GOOD = {
    "CMakeLists.txt": PROJECT % "",
    "core/base/CMakeLists.txt": "holdpoint_module(core_base)\n",
    "core/base/a.h": "#pragma once\nint baseA();\n[[nodiscard]] int baseB();\n",
    "core/base/a.cpp": '#include "core/base/a.h"\nint baseA() { return 1; }\nint baseB() { return 1; }\n',
    "core/model/CMakeLists.txt": "holdpoint_module(core_model DEPS core_base)\n",
    "core/model/b.h": '#pragma once\n#include "core/base/a.h"\nint modelB();\n',
    "core/model/b.cpp": '#include "core/model/b.h"\nint modelB() { return baseA(); }\n',
    "core/orders/CMakeLists.txt": "holdpoint_module(core_orders DEPS core_base core_model)\n",
    "core/orders/c.h": '#pragma once\n#include "core/model/b.h"\ninline int ordersC() { return modelB(); }\n',
}
# what is broken, the changed files, the stage that must stop it (None: must build), words of the message
VARIANTS = [
    ("nothing", {}, None, ""),
    ("a base that uses model", {"core/base/CMakeLists.txt": "holdpoint_module(core_base DEPS core_model)\n"},
     "configure", "core_model is unknown or comes later"),
    ("a cycle", {"core/model/CMakeLists.txt": "holdpoint_module(core_model DEPS core_base core_model)\n"},
     "configure", "core_model is unknown or comes later"),
    ("a core that uses the ui", {"core/model/CMakeLists.txt": "holdpoint_module(core_model DEPS ui_common)\n"},
     "configure", "ui_common is unknown or comes later"),
    ("a feature that uses a feature",
     {"core/delivery/CMakeLists.txt": "holdpoint_module(core_delivery DEPS core_base core_orders)\n",
      "core/delivery/d.h": "#pragma once\n"}, "configure", "core_orders is not allowed in this layer"),
    ("a folder without a place", {"core/misc/CMakeLists.txt": "holdpoint_module(core_misc)\n"},
     "configure", "core/misc has no place"),
    ("a module with another name", {"core/base/CMakeLists.txt": "holdpoint_module(core_bottom)\n"},
     "configure", "named after its folder"),
    ("an include of what is not declared",
     {"core/model/CMakeLists.txt": "holdpoint_module(core_model)\n"}, "build", "core/base/a.h: No such file"),
    ("a symbol of what is not declared",
     {"core/model/CMakeLists.txt": "holdpoint_module(core_model)\n", "core/model/b.h": "#pragma once\nint modelB();\n",
      "core/model/b.cpp": '#include "core/model/b.h"\nint baseA();\nint modelB() { return baseA(); }\n',
      "core/orders/CMakeLists.txt": "holdpoint_module(core_orders DEPS core_model)\n"}, "build", "baseA"),
    ("a dropped result",
     {"core/model/b.cpp": '#include "core/model/b.h"\nint modelB()\n{\n    baseB();\n    return 0;\n}\n'},
     "build", "nodiscard"),
    ("Qt in a module without Qt",
     {"CMakeLists.txt": PROJECT % QT, "core/model/b.cpp": "#include <QString>\n"}, "build", "QString: No such file"),
]


def run(*command):
    environment = {**os.environ, "LC_ALL": "C"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    return done.returncode, done.stdout + done.stderr


def outcome(root):
    """The stage that stopped the build, or None, and what was said."""
    build = root / "build"
    code, said = run("cmake", "-S", root, "-B", build, "-G", "Ninja", "-DCMAKE_CXX_FLAGS_DEBUG=-O0")
    if code:
        return "configure", said
    code, said = run("cmake", "--build", build, "-j2")
    return ("build" if code else None), said


def try_variant(name, changes, stage, words):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(TOP / "packaging" / "cmake", root / "packaging" / "cmake")
        (root / "core").mkdir()
        shutil.copy(TOP / "core" / "CMakeLists.txt", root / "core")
        for path, text in {**GOOD, **changes}.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text)
        got, said = outcome(root)
        if got != stage or " ".join(words.split()) not in " ".join(said.split()):
            return f"{name}: stopped at {got}, expected {stage} and the words {words!r}; it said:\n{said[-1500:]}"
    return None


if __name__ == "__main__":
    failures = []
    for variant in VARIANTS:
        failure = try_variant(*variant)
        print(f"{'FAILED' if failure else 'ok':7}{variant[0]}", flush=True)
        if failure:
            failures.append(failure)
    print("\n".join(failures))
    sys.exit(1 if failures else 0)
