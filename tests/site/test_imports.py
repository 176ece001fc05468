"""The house keeps its walls: who imports whom, and what is done in one place only."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# The engine has neither clock nor files nor a network.
PURE = {
    "__future__",
    "bisect",
    "calendar",
    "collections",
    "dataclasses",
    "datetime",
    "decimal",
    "enum",
    "functools",
    "itertools",
    "operator",
    "re",
    "timeline",
    "types",
    "typing",
    "unicodedata",
}
# Each reads the day once for a whole answer, as do the forms and views of every tool.
CLOCKS = {
    "portal/checks.py",
    "portal/management/commands/ask.py",
    "portal/views.py",
    "timeline/checks.py",
    "timeline/forms/carry.py",  # the form of tools whose answers go on
    "timeline/forms/pasted.py",  # the form of tools that read a text
    "timeline/templatetags/timeline_tags.py",
    "timeline/views.py",
}
CLOCKS_OF_TOOLS = re.compile(r"timeline/tools/\w+/(?:forms|views)\.py")


def modules(*places: str) -> Iterator[tuple[str, ast.Module]]:
    """Every module below some folders, by its path in the project."""
    for place in places or ("timeline", "portal"):
        for path in sorted((ROOT / place).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            yield name, ast.parse(path.read_text("utf-8"))


def uses(name: str, tree: ast.AST) -> int:
    """How often a name is used, its import apart."""
    return sum(
        (isinstance(node, ast.Name) and node.id == name)
        or (isinstance(node, ast.Attribute) and node.attr == name)
        for node in ast.walk(tree)
    )


def imported(tree: ast.AST) -> set[str]:
    """The names of the imported modules."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def test_every_contract_on_imports_holds():
    # In a process of its own: the linter silences every logger of the one it runs in.
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert result.returncode == 0, result.stdout
    assert re.search(r"[6-9] kept, 0 broken", result.stdout)


def test_the_engine_knows_only_itself_and_a_pure_part_of_the_standard_library():
    for name, tree in modules("timeline/engine"):
        for module in imported(tree):
            assert module.split(".")[0] in PURE, f"{name} imports {module}"
            if module.startswith("timeline"):
                assert module.startswith("timeline.engine"), f"{name}: {module}"


def called(tree: ast.AST) -> list[str]:
    """What is called, as it is written."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [ast.unparse(call.func) for call in calls]


def test_the_engine_opens_no_file_and_asks_no_clock():
    forbidden = {"open", "now", "today", "localdate", "print", "time", "getenv"}
    for name, tree in modules("timeline/engine"):
        found = {spoken.rpartition(".")[2] for spoken in called(tree)} & forbidden
        assert found == set(), name


def test_the_clock_is_read_in_few_places_and_always_in_shanghai():
    for name, tree in modules():
        spoken = set(called(tree))
        naive = {"date.today", "datetime.now", "datetime.today", "datetime.utcnow"}
        assert naive.isdisjoint(spoken), name
        asks = {"timezone.localdate", "timezone.now", "localdate", "time.time"}
        # Editors' pages have dates of their own; advice is given its day.
        if asks & spoken and not name.startswith("portal/"):
            assert name in CLOCKS or CLOCKS_OF_TOOLS.fullmatch(name), name


def test_exactly_one_decorator_lifts_the_csrf_check():
    # Forms that keep and change nothing need no token; all others must have one.
    places = {name: uses("csrf_exempt", tree) for name, tree in modules()}
    assert {name: count for name, count in places.items() if count} == {
        "timeline/stateless.py": 1
    }


def test_no_text_is_declared_safe_by_hand():
    for name, tree in modules():
        if name == "portal/richtext.py":  # the one place: it sanitises last
            continue
        # Each of them puts text past the escaping of templates.
        for forbidden in ("mark_safe", "SafeString", "SafeText", "format_html"):
            assert not uses(forbidden, tree), f"{name}: {forbidden}"


# The template pack serves forms with a token too; the admin's forms all carry one.
TOKENS = {"forms", "admin", "otp", "accounts"}


def test_no_template_lifts_the_escaping():
    lifted = re.compile(r"\|\s*safe\b|\|\s*safeseq\b|autoescape\s+off|csrf_token\b")
    for path in (ROOT / "templates").rglob("*.html"):
        found = lifted.findall(path.read_text("utf-8"))
        if path.parent.name in TOKENS:
            found = [lift for lift in found if lift != "csrf_token"]
        assert found == [], path.name


def test_no_template_loads_from_elsewhere_or_holds_code():
    code = re.compile(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|javascript:")
    for path in (ROOT / "templates").rglob("*.html"):
        assert code.findall(path.read_text("utf-8")) == [], path.name


def test_nothing_a_visitor_sends_can_reach_a_session_a_cookie_or_a_cache():
    stores = ("session", "set_cookie", "set_signed_cookie", "objects", "messages")
    for name, tree in modules("timeline"):
        for store in stores:
            assert not uses(store, tree), f"{name}: {store}"
        assert not any(m.startswith("django.core.cache") for m in imported(tree)), name


def test_no_module_is_named_for_nothing():
    vague = re.compile(r"(?:^|_)(?:utils?|helpers?|services?|managers?|misc|common)\b")
    for name, _ in modules("timeline", "portal", "tests"):
        assert not vague.search(Path(name).stem), name


def test_no_module_is_longer_than_can_be_read():
    for name, _ in modules():
        if "/migrations/" in name:  # written by Django
            continue
        lines = (ROOT / name).read_text("utf-8").count("\n")
        assert lines <= 250, f"{name}: {lines} lines"
