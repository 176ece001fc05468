"""Golden cases: read ``tests/cases/*.toml`` and hold an answer against them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, Final

from timeline import catalog
from timeline.engine import FactsError

CASES: Final = Path(__file__).resolve().parents[1] / "cases"
TODAY: Final = date(2026, 11, 23)
NULL: Final = "null"
EXACT: Final = frozenset(
    {
        "time_stages",
        "paused",
        "legal_stage",
        "proven_stage",
        "proven",
        "headline_stage",
        "confidence",
        "next",
        "ask",
    }
)
LISTS: Final = ("findings", "actions", "rights", "unknown")
KNOWN: Final = EXACT | {
    "deadlines",
    "actions_first",
    "error",
    *LISTS,
    *(f"{name}_not" for name in LISTS),
}

Answer = dict[str, Any]
Answerer = Callable[[Any, date], Answer]


@dataclass(frozen=True)
class Case:
    """One visitor and what must come back.

    Attributes:
        id: Subject, number in its file and varied values, in ASCII for pytest.
    """

    id: str
    name: str
    given: Mapping[str, Any]
    expect: Mapping[str, Any]
    forbidden: tuple[str, ...]

    @property
    def refused(self) -> bool:
        """Whether the case expects an error."""
        return "error" in self.expect

    @property
    def today(self) -> date:
        """The day on which the visitor asks."""
        try:
            return date.fromisoformat(self.given.get("today", TODAY.isoformat()))
        except ValueError:
            return TODAY


@cache
def cases() -> tuple[Case, ...]:
    """Every golden case, ``for_each`` spelled out."""
    return tuple(
        case
        for path in sorted(CASES.glob("*.toml"))
        for number, table in enumerate(
            tomllib.loads(path.read_text(encoding="utf-8")).get("case", ()), start=1
        )
        for case in _spelled_out(path.stem, number, table)
    )


def disagreements(case: Case, answer: Answerer) -> list[str]:
    """What the answer says otherwise than the case; empty when they agree."""
    try:
        found = answer(dict(case.given), TODAY)
    except FactsError as error:
        return _refusal(case, error)
    if case.refused:
        return [f"accepted, but {case.expect['error']['field']} is impossible"]
    return [*_differences(case.expect, found), *_rules_of_every_case(case, found)]


def words_of(found: Answer, day: date) -> str:
    """All the findings, actions and rights as the visitor reads them."""
    words = catalog.words
    tables = (
        (words.findings(), found["findings"]),
        (words.actions(), found["actions"]),
        (words.rights(), found["rights"]),
    )
    return "\n".join(
        catalog.fill(f"{table[key].title}\n{table[key].text}", day)
        for table, keys in tables
        for key in keys
    )


def _spelled_out(subject: str, number: int, table: Mapping[str, Any]) -> Iterator[Case]:
    odd = set(table) - {"name", "given", "expect", "forbidden", "for_each"}
    odd |= set(table["expect"]) - KNOWN
    if odd:
        raise ValueError(f"{subject}.toml, {table['name']}: unknown {sorted(odd)}")
    given, expect = _plain(table["given"]), _plain(table["expect"])
    forbidden = table.get("forbidden", ())
    phrases = (forbidden,) if isinstance(forbidden, str) else tuple(forbidden)
    varied = table.get("for_each", {})
    for values in product(*varied.values()):
        chosen = dict(zip(varied, values, strict=True))
        tail = "".join(f"-{value}" for value in values)
        name = f"{table['name']}{tail}"
        yield Case(
            f"{subject}-{number:02}{tail}",
            name,
            _vary(given, chosen),
            expect,
            phrases,
        )


def _vary(given: Any, chosen: Mapping[str, Any]) -> Any:
    """Put each chosen value where ``{key}`` stands, else at the key itself."""
    filled = _filled(given, chosen)
    for key, value in chosen.items():
        if filled == given and key not in filled:
            filled = {**filled, key: value}
    return filled


def _filled(value: Any, chosen: Mapping[str, Any]) -> Any:
    if isinstance(value, dict):
        return {key: _filled(item, chosen) for key, item in value.items()}
    if isinstance(value, list):
        return [_filled(item, chosen) for item in value]
    for key, choice in chosen.items():
        if value == f"{{{key}}}":
            return choice
    return value


def _plain(value: Any) -> Any:
    """TOML as JSON has it: dates as text."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _refusal(case: Case, error: FactsError) -> list[str]:
    if not case.refused:
        return [f"refused at {error.field}: {error}"]
    wanted = case.expect["error"]["field"]
    if error.field != wanted:
        return [f"refused at {error.field}, not at {wanted}"]
    message = str(error)
    chinese = any("\u4e00" <= sign <= "\u9fff" for sign in message)
    if not chinese or not message.endswith("。"):
        return [f"no Chinese sentence: {message}"]
    return []


def _differences(expect: Mapping[str, Any], found: Answer) -> Iterator[str]:
    for key in EXACT & expect.keys():
        wanted = None if expect[key] == NULL else expect[key]
        if found[key] != wanted:
            yield f"{key} is {found[key]!r}, not {wanted!r}"
    for key in LISTS:
        missing = set(expect.get(key, ())) - set(found[key])
        unwanted = set(expect.get(f"{key}_not", ())) & set(found[key])
        if missing:
            yield f"{key} lack {sorted(missing)}: {list(map(str, found[key]))}"
        if unwanted:
            yield f"{key} should not have {sorted(unwanted)}"
    if "actions_first" in expect and found["actions"][:1] != [expect["actions_first"]]:
        yield f"first of {found['actions']} is not {expect['actions_first']}"
    if "deadlines" in expect:
        yield from _dates(expect["deadlines"], found["deadlines"])


def _dates(wanted: list[dict[str, Any]], found: list[Answer]) -> Iterator[str]:
    if [row["key"] for row in wanted] != [row["key"] for row in found]:
        yield f"deadlines are {[row['key'] for row in found]}"
        return
    for want, row in zip(wanted, found, strict=True):
        for key, value in want.items():
            value = None if value == NULL else value
            if row[key] != value:
                yield f"{row['key']}: {key} is {row[key]!r}, not {value!r}"


def _rules_of_every_case(case: Case, found: Answer) -> Iterator[str]:
    actions = catalog.words.actions()
    if case.given["role"] == "contact":
        for key in found["actions"]:
            if actions[key].repayment:
                yield f"a contact is shown {key}"
    if case.forbidden:
        words = words_of(found, case.today)
        for phrase in case.forbidden:
            if phrase in words:
                yield f"the words say 「{phrase}」"
