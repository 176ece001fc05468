"""``manage.py check`` finds what is wrong with a data file before a visitor does."""

from __future__ import annotations

import functools
import inspect
import re
import shutil
import sys
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pkgutil import iter_modules

import pytest
from django.core.checks import run_checks

from tests.portal.texts import DATA, PAGES
from timeline import catalog
from timeline.catalog.readers import READERS

CATALOG = ("timeline.catalog", "timeline.citations", "timeline.crisis", "portal.pages")


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
    "a sign of a paper by a type of case that is none": (
        "message-clock.toml",
        'types = ["司惩"]',
        'types = ["司罚"]',
    ),
    "a term of a paper that is none": (
        "message-terms.toml",
        '"arbitration-notice"]',
        '"arbitration"]',
    ),
    "a term of a sign that is not there": (
        "message-terms.toml",
        'only_with = ["penalty"]',
        'only_with = ["fine"]',
    ),
    "a case number that speaks for no cue": (
        "court-numbers.toml",
        'cue = "case-number-mediation"',
        'cue = "case-number-talks"',
    ),
    "a draft read for a stance that is none": (
        "payment-order.toml",
        "[asides]\n",
        "[asides]\nwonders = []\n",
    ),
    "a draft without words for a verdict": (
        "payment-order.toml",
        "[verdicts.unclear]",
        "[verdicts.clear]",
    ),
    "a letter warned of the wrong verdict": (
        "payment-order.toml",
        "[letter.mixed]",
        "[letter.contests]",
    ),
    "a draft without the reason of fees": (
        "payment-order.toml",
        "[contests.fees]",
        "[contests.costs]",
    ),
    "two reasons of one name": (
        "payment-order.toml",
        "[ability.delay]",
        "[ability.amount]",
    ),
    "a pattern of a draft without bound": (
        "payment-order.toml",
        "troubles = [\n  '",
        "troubles = [\n  '.*",
    ),
    "a rule of the linter without bound": (
        "lint/threat.toml",
        "any = [\n  '",
        "any = [\n  '.*",
    ),
    "a budget without a margin": ("budget.toml", "margin_percent =", "margin ="),
    "a strategy without words": ("debts.toml", "[strategies.", "[strategy."),
    "an option without words": ("offer.toml", "[options.", "[option."),
    "a scale of fees that is no number": (
        "court-fees.toml",
        'percent = "',
        'percent = "some ',
    ),
    "a light without words": ("limitation.toml", "[lights.green]", "[lights.blue]"),
    "a stop of the road without a key": ("road.toml", "cites =", "cited ="),
    "a way of service without a name": ("service.toml", "name =", "title ="),
    "a hedge without words": ("paper-hedges.toml", "text =", "words ="),
    "a sentence of the trace without words": ("trace.toml", "text =", "words ="),
    "a headline without a hedge": ("headlines.toml", "hedge =", "edge ="),
    "a log that is long from nothing on": ("conduct.toml", "many =", "many = 0 #"),
    "advice without an answer": ("offer-advice.toml", "answer =", "reply ="),
    "a word of despair without bound": (
        "crisis.toml",
        "any = [\n  '",
        "any = [\n  '.*",
    ),
    "a plan that cites nothing known": (
        "debts.toml",
        '"civil-code:',
        '"civil-code:9999',
    ),
    "an option that cites nothing known": (
        "offer.toml",
        '"civil-code:',
        '"civil-code:9999',
    ),
    "a reason of the light that cites nothing known": (
        "limitation.toml",
        '"civil-code:',
        '"civil-code:9999',
    ),
    "a way of service that cites nothing known": (
        "service.toml",
        'cites = ["',
        'cites = ["no-such-law:1", "',
    ),
    "a scale of fees that cites nothing known": (
        "court-fees.toml",
        'cite = "',
        'cite = "no-',
    ),
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


def test_a_cue_that_the_engine_names_is_missed(complaints: Callable[..., str]):
    said = complaints("message/scam.toml", "[private-account]", "[own-account]")
    assert "message/: private-account missing" in said


def test_two_files_that_are_wrong_are_both_named(complaints: Callable[..., str]):
    complaints("budget.toml", "margin_percent =", "margin =")
    said = complaints("limitation.toml", "[lights.green]", "[lights.blue]")
    assert "budget.toml" in said
    assert "limitation.toml" in said


def test_the_check_reads_with_every_reader_of_the_catalog():
    modules = [
        import_module(f"timeline.catalog.{one.name}")
        for one in iter_modules(catalog.__path__)
    ]
    found = {
        (value.__module__, value.__name__)
        for module in (catalog, *modules)
        for name, value in vars(module).items()
        if isinstance(value, functools._lru_cache_wrapper)
        and not value.__name__.startswith("_")
        and not inspect.signature(value).parameters
    }
    read = {
        (one.__module__, one.__name__)
        for one in READERS
        if isinstance(one, functools._lru_cache_wrapper)
    }
    assert found == read


def test_whatever_says_when_it_was_checked_is_named_half_a_year_later(monkeypatch):
    """A year's holidays apart: once they are over, nothing about them changes."""
    dated = {
        path.relative_to(DATA).as_posix()
        for path in DATA.rglob("*.toml")
        if re.search(r"^checked = ", path.read_text("utf-8"), re.MULTILINE)
        and path.parent.name != "workdays"
    }
    late = date(2027, 12, 1)
    monkeypatch.setattr("timeline.checks.timezone.localdate", lambda: late)
    said = [message.msg.partition(":")[0] for message in run_checks(tags=["data"])]
    assert sorted(said) == sorted(dated)
