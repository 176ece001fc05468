"""Drafts as people write them: faults are found, look-alikes are left in peace."""

from __future__ import annotations

import pytest

from tests.engine.lint.drafts import Seeded, check, kinds, plain_letters, seeded
from timeline.engine.lint import Kind


def found(case: Seeded) -> bool:
    return case.kind in kinds(case.text, case.lender_kind)


def of(kind: Kind, *, faulty: bool) -> list[Seeded]:
    return [case for case in seeded() if (case.kind, case.faulty) == (kind, faulty)]


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_has_twenty_faults_and_look_alikes(kind):
    assert len(of(kind, faulty=True)) >= 20
    assert len(of(kind, faulty=False)) >= 20


@pytest.mark.parametrize("kind", Kind)
def test_of_twenty_faults_at_least_nineteen_are_found(kind):
    cases = of(kind, faulty=True)
    missed = [case.text for case in cases if not found(case)]

    assert len(missed) <= 0.05 * len(cases), missed


@pytest.mark.parametrize("kind", Kind)
def test_of_twenty_look_alikes_at_most_one_is_flagged(kind):
    cases = of(kind, faulty=False)
    alarms = [case.text for case in cases if found(case)]

    assert len(alarms) <= 0.05 * len(cases), alarms


@pytest.mark.parametrize(("text", "lender"), plain_letters())
def test_a_careful_letter_has_no_flag_at_all(text, lender):
    assert [
        (flag.why, text[flag.start : flag.end]) for flag in check(text, lender)
    ] == []
