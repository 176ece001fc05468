"""``manage.py check`` finds what is wrong with a data file before a visitor does."""

from __future__ import annotations

import functools
import shutil
import sys
from collections.abc import Callable

import pytest
from django.core.checks import run_checks

from tests.portal.texts import DATA, PAGES

CATALOG = ("timeline.catalog", "timeline.citations", "portal.pages")


def forget() -> None:
    """Empty every cache of what was read from files."""
    for name, module in list(sys.modules.items()):
        if name.startswith(CATALOG):
            for value in vars(module).values():
                if isinstance(value, functools._lru_cache_wrapper):
                    value.cache_clear()


@pytest.fixture
def complaints(tmp_path, monkeypatch):
    """Change a copy of the data, and hear what the check says of it."""
    data, pages = tmp_path / "data", tmp_path / "pages"
    shutil.copytree(DATA, data)
    shutil.copytree(PAGES, pages)
    for name, module in list(sys.modules.items()):
        if name.startswith("timeline") and getattr(module, "DATA", None) == DATA:
            monkeypatch.setattr(module, "DATA", data)
        if getattr(module, "PAGES", None) == PAGES and name == "portal.pages":
            monkeypatch.setattr(module, "PAGES", pages)

    def change(file: str, old: str, new: str) -> str:
        folder = pages if file.startswith("pages/") else data
        path = folder / file.removeprefix("pages/")
        text = path.read_text("utf-8") if path.exists() else ""
        assert not old or old in text, f"{file} has changed: {old}"
        path.write_text(text.replace(old, new, 1) if old else text + new, "utf-8")
        forget()
        return "\n".join(str(message.msg) for message in run_checks(tags=["data"]))

    forget()
    yield change
    monkeypatch.undo()
    forget()


def test_the_data_as_it_is_is_without_fault():
    assert run_checks(tags=["data"]) == []


def test_an_unchanged_copy_is_without_fault(complaints: Callable[..., str]):
    assert complaints("profiles/bank.toml", "", "\n") == ""


WRONG = {
    "no TOML": ("findings.toml", "", "\n[[["),
    "a finding without a rule": (
        "findings.toml",
        "",
        '\n[no-such-rule]\ntitle = "无"\ntext = "无"\ncites = []\ntone = "info"\n',
    ),
    "a finding in an unknown tone": ("findings.toml", 'tone = "info"', 'tone = "loud"'),
    "a finding that cites nothing known": (
        "findings.toml",
        '"civil-procedure:86"',
        '"civil-procedure:9999"',
    ),
    "an action that cites an unknown law": (
        "actions.toml",
        '"hotline:12368"',
        '"hot-line:12368"',
    ),
    "an action with an unknown key": ("actions.toml", "link_label =", "label ="),
    "an action with the wrong type": (
        "actions.toml",
        "repayment = false",
        'repayment = "no"',
    ),
    "a figure that no norm gives": (
        "actions.toml",
        "{{ norm:payment-order-objection-days }}",
        "{{ norm:payment-order-days }}",
    ),
    "a slot nobody can read": (
        "actions.toml",
        "{{ channel:12368 }}",
        "{{ phone 12368 }}",
    ),
    "a number that is no channel": (
        "actions.toml",
        "{{ channel:12368 }}",
        "{{ channel:12399 }}",
    ),
    "a right that rests on an unknown norm": (
        "rights.toml",
        '"paper-on-request"]',
        '"paper-on-demand"]',
    ),
    "a right that rests on nothing": (
        "rights.toml",
        'norms = ["paper-on-request"]',
        "norms = []",
    ),
    "a norm with two versions on a day": (
        "norms/answer-days.toml",
        "",
        "\n[[versions]]\nvalue = 16\nsince = 2025-01-01\n"
        'cite = "civil-procedure:128"\nbinds = ["everyone"]\nchecked = 2026-11-23\n',
    ),
    "a norm whose figure has another unit": (
        "norms/answer-days.toml",
        'unit = "days"',
        'unit = "hours"',
    ),
    "a norm that binds nobody known": (
        "norms/quiet-hours.toml",
        '"micro-loan"',
        '"pawnshop"',
    ),
    "a norm without a day of checking": (
        "norms/quiet-hours.toml",
        "checked =",
        "read =",
    ),
    "a norm with an unknown citation": (
        "norms/quiet-hours.toml",
        "gbt-45251:hours",
        "gbt-45251:clock",
    ),
    "a profile with a gap between bands": (
        "profiles/renxingdai.toml",
        "end = 8",
        "end = 7",
    ),
    "a profile with bands that overlap": (
        "profiles/renxingdai.toml",
        "end = 8",
        "end = 9",
    ),
    "a profile with a band stronger than practice": (
        "profiles/renxingdai.toml",
        'strength = "practice"',
        'strength = "law"',
    ),
    "a profile with an unknown stage": (
        "profiles/renxingdai.toml",
        'stage = "reminder"',
        'stage = "nagging"',
    ),
    "a profile with an impossible sum": (
        "profiles/renxingdai.toml",
        'small_sum = "1000"',
        'small_sum = "little"',
    ),
    "a profile with an unknown citation": (
        "profiles/renxingdai.toml",
        "web-accounts:renxingdai-seed",
        "web-accounts:rumour",
    ),
    "a source without a title": ("sources/pipl.toml", "title =", "name ="),
    "a source of unknown strength": (
        "sources/pipl.toml",
        'strength = "law"',
        'strength = "gospel"',
    ),
    "a source with a date that is none": (
        "sources/pipl.toml",
        "checked = 2026",
        "checked = 26",
    ),
    "an article without a word on whether it was read": (
        "sources/pipl.toml",
        "verified = true",
        "",
    ),
    "a holiday of another year": ("workdays/2026.toml", "first = 2026", "first = 2025"),
    "a paper without words": ("papers.toml", "[lawyer-letter]", "[letter]"),
    "a deadline without words": ("deadlines.toml", "[answer]", "[reply]"),
    "a stage without words": ("stages.toml", "[time.reminder]", "[time.nagging]"),
    "a page that cites nothing known": (
        "pages/first.toml",
        '"civil-code:577"',
        '"civil-code:5770"',
    ),
    "a page with an unknown figure": (
        "pages/contact-guarantor.toml",
        "{{ norm:guarantee-period-months }}",
        "{{ norm:guarantee }}",
    ),
    "a page that links nowhere": ("pages/first.toml", 'name = "assess"', 'name = "x"'),
    "a page with an unknown key": ("pages/first.toml", "tool =", "toll ="),
}


@pytest.mark.parametrize("name", WRONG)
def test_the_check_names_the_file_with(complaints: Callable[..., str], name):
    file, old, new = WRONG[name]
    said = complaints(file, old, new)
    assert said
    place = file.rpartition("/")[2]
    assert place in said or place.removesuffix(".toml") in said
