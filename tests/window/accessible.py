# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader gets from the live window: names and roles through AT-SPI, and a press of a button.

Usage: accessible.py PROGRAM        Exits with 77 where the machine lacks what it needs.
Starts itself again inside a session bus and a virtual display of its own.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time

INSIDE = "HOLDPOINT_ACCESSIBLE_INSIDE"
PATIENCE = 60.0
NEEDED = ("xvfb-run", "dbus-run-session")


def skip(why):
    print("skipped: " + why)
    sys.exit(77)


def until(what, look):
    """Waits for `look` to be true; its value."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.2)  # the bus of accessibility tells nothing that could be waited for
    sys.exit("never came: " + what)


def walk(node, depth=0):
    """Every accessible below, as long as they stay."""
    if depth > 40:
        return
    for i in range(node.childCount):
        try:
            child = node.getChildAtIndex(i)
            if child is None:
                continue
            yield child
            yield from walk(child, depth + 1)
        except Exception:  # it went away while it was looked at
            continue


def facts(node):
    try:
        return node.getRoleName(), node.name or ""
    except Exception:
        return "", ""


def find(top, role, part):
    for node in walk(top):
        r, name = facts(node)
        if r == role and part.lower() in name.lower():
            return node
    return None


def showing(pyatspi, node):
    try:
        return node.getState().contains(pyatspi.STATE_SHOWING)
    except Exception:
        return False


def check(pyatspi, window):
    for role, part in (("check box", "Launch"), ("check box", "Exceptions"), ("check box", "Orders"),
                       ("push button", "pause")):
        if not any(find(window, r, part) for r in (role, "push button", "radio button", "toggle button")):
            sys.exit(f"no {part!r} with a name among:\n" + listing(window))
    print("rail and pause: named")
    rail = next(n for n in walk(window) if "Exceptions" in facts(n)[1] and showing(pyatspi, n)
                and facts(n)[0] in ("check box", "push button", "radio button", "toggle button"))
    press(rail)
    until("the filter field", lambda: find(window, "text", "filter"))
    for what, roles in (("list", ("table", "list", "tree table", "tree")), ("tabs", ("page tab list",))):
        named = [facts(n) for n in walk(window) if facts(n)[0] in roles and facts(n)[1]]  # an empty folder hides them
        unnamed = [n for n in walk(window) if facts(n)[0] in roles and showing(pyatspi, n) and not facts(n)[1]]
        if not named or unnamed:
            sys.exit(f"{what}: {named}\n" + listing(window))
        print(what + ":", named)
    nameless = [facts(n) for n in walk(window)
                if facts(n)[0] in ("push button", "text", "combo box", "check box") and showing(pyatspi, n)
                and not facts(n)[1]]
    if nameless:
        sys.exit(f"without a name: {nameless}")


def press(node):
    action = node.queryAction()
    names = [action.getName(i) for i in range(action.nActions)]
    for name in ("Press", "press", "Toggle", "toggle"):
        if name in names:
            action.doAction(names.index(name))
            return
    sys.exit(f"{facts(node)} cannot be pressed: {names}")


def listing(window):
    return "\n".join(f"{r}: {n}" for r, n in map(facts, walk(window)) if n)


def inside(program):
    import pyatspi
    with tempfile.TemporaryDirectory() as scratch:
        environment = dict(os.environ, QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", LC_ALL="C.UTF-8",
                           XDG_DATA_HOME=scratch)
        run = subprocess.Popen([program, "--data", scratch + "/launch", "--settings", scratch + "/s.ini"],
                               env=environment)
        try:
            desktop = pyatspi.Registry.getDesktop(0)
            application = until("the program", lambda: next((a for a in desktop if a and "holdpoint" in a.name), None))
            window = until("its window", lambda: next((w for w in application if w and "Launch" in w.name), None))
            check(pyatspi, window)
            print("pressed: the exceptions are shown")
        finally:
            run.terminate()
            run.wait(20)


def main():
    program = sys.argv[1]
    if os.environ.get(INSIDE):
        return inside(program)
    for tool in NEEDED:
        if shutil.which(tool) is None:
            skip(tool + " is not installed")
    try:
        import pyatspi  # noqa: F401
    except ImportError:
        skip("python3-pyatspi is not installed")
    os.environ[INSIDE] = "1"
    return sys.exit(subprocess.call(["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1600x1000x24",
                                     sys.executable, __file__, program]))


main()
