"""The golden cases bite: move one number by one, and a case must notice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest

from tests.engine.conduct.test_first_days import FIRST_DAYS
from tests.engine.golden import Case, cases, disagreements
from timeline import catalog
from timeline.engine import Norm, Norms, Profile, Ruleset, Version
from timeline.tools.assess.ask import answer

STEPS: Final = (-1, 1)
# Norms that only stand in sentences: the engine computes nothing with them.
ONLY_IN_WORDS: Final = frozenset(
    {
        "complaint-days",
        "credit-record-years",
        "extension-request-days",
        "free-credit-reports",
        "guarantee-period-months",
        "mediation-confirmation-days",
        "objection-review-days",
        "reducible-finance-rate",
    }
)
COUNTED: Final = (
    "answer-days",
    "appeal-days",
    "award-annulment-months",
    "freeze-review-days",
    "jurisdiction-objection-days",
    "one-off-repair-deadline",
    "payment-order-objection-days",
)
BOUNDARIES: Final = [
    (profile, number, step)
    for profile in catalog.profiles()
    for number in range(5)
    for step in STEPS
]
# Held by tests of their own: tests/engine/rate/test_lines.py, tests/tools/court_cost.
ABOUT_MONEY: Final = {
    "assisted-loan-cost-limit",
    "cost-disclosure",
    "delayed-interest-per-day",
    "micro-loan-cost-limit",
    "private-lending-lpr-multiple",
}
# Held by tests/engine/conduct/test_first_days.py, tests/tools/papers and .../message.
OF_TOOLS: Final = {*FIRST_DAYS, "public-notice-days", "ruling-appeal-days"}
IN_ENGINE: Final = sorted(set(catalog.norms()) - ONLY_IN_WORDS - ABOUT_MONEY - OF_TOOLS)


@pytest.fixture(scope="module")
def sound_cases() -> list[Case]:
    """Cases that hold under the rules as they are; the others prove nothing."""
    return [case for case in cases() if not disagreements(case, answer)]


@pytest.mark.parametrize(("profile", "number", "step"), BOUNDARIES)
def test_a_moved_boundary_is_noticed(
    profile: str,
    number: int,
    step: int,
    sound_cases: list[Case],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ruleset = catalog.ruleset()
    moved = _moved(ruleset.profiles[profile], number, step)
    mutant = replace(ruleset, profiles={**ruleset.profiles, profile: moved})
    assert _noticed(mutant, sound_cases, monkeypatch)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("key", COUNTED)
def test_a_changed_value_is_noticed(
    key: str, step: int, sound_cases: list[Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    def changed(version: Version) -> Version:
        value = version.value
        if isinstance(value, date):
            return replace(version, value=value + timedelta(step))
        assert isinstance(value, int)
        return replace(version, value=value + step)

    versions = tuple(changed(version) for version in catalog.norms()[key].versions)
    assert _noticed(_with_norm(key, versions), sound_cases, monkeypatch)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("key", IN_ENGINE)
def test_a_moved_first_day_is_noticed(
    key: str, step: int, sound_cases: list[Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *rest = catalog.norms()[key].versions
    moved = replace(first, since=first.since + timedelta(step))
    assert _noticed(_with_norm(key, (moved, *rest)), sound_cases, monkeypatch)


@pytest.mark.parametrize("day", sorted(catalog.workdays().shifted))
def test_working_weekends_are_never_called_days_off(day: date) -> None:
    assert catalog.workdays().is_workday(day) is True
    forgotten = replace(catalog.workdays(), shifted=frozenset())
    assert forgotten.is_workday(day) is False


def test_the_rules_as_they_are_satisfy_the_cases_that_hunt_mutants(
    sound_cases: list[Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(sound_cases) >= len(cases()) - 3
    assert not _noticed(catalog.ruleset(), sound_cases, monkeypatch)


def test_every_norm_is_counted_or_only_in_words() -> None:
    keys = set(catalog.norms())
    assert keys >= ONLY_IN_WORDS
    assert keys >= set(COUNTED)


def _moved(profile: Profile, number: int, step: int) -> Profile:
    """The profile with the end of band ``number`` and the next start moved."""
    bands = list(profile.bands)
    end = bands[number].end
    assert end is not None
    bands[number] = replace(bands[number], end=end + step)
    bands[number + 1] = replace(bands[number + 1], start=end + step)
    return replace(profile, bands=tuple(bands))


def _with_norm(key: str, versions: tuple[Version, ...]) -> Ruleset:
    ruleset = catalog.ruleset()
    norms = dict(catalog.norms())
    norms[key] = Norm(key, norms[key].unit, versions)
    return replace(ruleset, norms=Norms(norms))


def _noticed(
    ruleset: Ruleset, among: list[Case], monkeypatch: pytest.MonkeyPatch
) -> bool:
    """Whether at least one case fails under these rules."""
    monkeypatch.setattr(catalog, "ruleset", lambda: ruleset)
    return any(_failing(among))


def _failing(among: list[Case]) -> Iterator[Case]:
    return (case for case in among if not case.refused and disagreements(case, answer))
