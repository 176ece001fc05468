"""The golden cases: what a lawyer would expect, held against the engine."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from dataclasses import replace

import pytest

from tests.engine.golden import CASES, Case, cases, disagreements
from timeline.tools.assess.ask import answer

REAL_PEOPLE = 36


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_the_answer_is_what_the_case_expects(case: Case) -> None:
    found = disagreements(case, answer)
    given = json.dumps(case.given, ensure_ascii=False)
    assert not found, "\n".join([case.name, given, *found])


def test_no_two_cases_share_a_name() -> None:
    names = Counter((case.id.split("-")[0], case.name) for case in cases())
    assert not [name for name, count in names.items() if count > 1]


def test_there_are_enough_cases_written_by_hand() -> None:
    written = sum(
        len(tomllib.loads(path.read_text(encoding="utf-8")).get("case", ()))
        for path in CASES.glob("*.toml")
    )
    assert written >= 70


def test_every_real_person_is_there() -> None:
    ids = {
        case.name.split(" ")[0] for case in cases() if case.id.startswith("real-people")
    }
    assert len(ids) == REAL_PEOPLE
    assert all(id_.startswith("V") for id_ in ids)


def test_a_wrong_expectation_is_noticed() -> None:
    case = next(case for case in cases() if "time_stages" in case.expect)
    wrong = replace(case, expect={"time_stages": ["pre-suit", "none"]})
    assert disagreements(wrong, answer)


def test_a_forbidden_phrase_is_noticed() -> None:
    case = next(case for case in cases() if "V002" in case.name)
    assert disagreements(replace(case, forbidden=("联系人",)), answer)
