"""One row of a table of rules, and how a table is read."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from timeline.engine.facts import Role
from timeline.engine.stages import PaperKind
from timeline.engine.standing import Standing

# A contact is never shown a step about the debt, nor one that is the debtor's own.
BORROWER: Final = frozenset({Role.BORROWER})
GUARANTOR: Final = frozenset({Role.GUARANTOR})
DEBTORS: Final = BORROWER | GUARANTOR
CONTACT: Final = frozenset({Role.CONTACT})


def always(s: Standing) -> bool:
    """For rules that look at nothing but the kinds of papers, or at nothing."""
    return True


class Rule(NamedTuple):
    """When a key applies.

    Attributes:
        roles: For whom it is; ``None`` is everybody.
        papers: Kinds of papers one of which it needs.
        norms: Norms it rests on; where one is not in force, the rule is skipped.
    """

    key: str
    applies: Callable[[Standing], bool]
    papers: frozenset[PaperKind] | None = None
    norms: tuple[str, ...] = ()
    roles: frozenset[Role] | None = None


Row: TypeAlias = tuple[str, Callable[[Standing], bool], tuple[str, ...]]


class Table(tuple[Rule, ...]):
    """Rules in the order of their urgency."""

    __hash__ = object.__hash__  # a table is the one it is; its rows need no hashing

    def __new__(cls, *rules: Rule) -> Table:
        """Make a table of ``rules``, most urgent first."""
        return super().__new__(cls, rules)

    def fired(
        self, standing: Standing, unknown: list[str], most: int | None = None
    ) -> tuple[str, ...]:
        """Keys of the rules that apply, in the order of the table, at most ``most``.

        Norms without which a rule had to be skipped are added to ``unknown``.
        """
        found = []
        for key, applies, norms in _rows(self, standing.facts.role, standing.kinds):
            if applies is not always and not applies(standing):
                continue
            if norms and (missing := [n for n in norms if n not in standing.norms]):
                unknown.extend(missing)
                continue
            found.append(key)
            if len(found) == most:
                break
        return tuple(found)


@lru_cache(maxsize=4096)
def _rows(table: Table, role: Role, kinds: frozenset[PaperKind]) -> tuple[Row, ...]:
    """The rows that can apply to this role with these papers: sorted out once."""
    return tuple(
        [
            (rule.key, rule.applies, rule.norms)
            for rule in table
            if (rule.roles is None or role in rule.roles)
            and (rule.papers is None or not rule.papers.isdisjoint(kinds))
        ]
    )
