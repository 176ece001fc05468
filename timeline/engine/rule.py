"""One row of a table of rules, and how a table is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

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


class Table(tuple[Rule, ...]):
    """Rules in the order of their urgency.

    Which rows can apply at all depends on the role, and on whether there are papers;
    that is sorted out once, since an assessment reads three tables.
    """

    rows: dict[tuple[Role, bool], tuple[Rule, ...]]

    def __new__(cls, *rules: Rule) -> Table:
        """Sort out the rows for each role, with and without papers."""
        table = super().__new__(cls, rules)
        table.rows = {
            (role, papers): tuple(
                rule
                for rule in table
                if (rule.roles is None or role in rule.roles)
                and (papers or rule.papers is None)
            )
            for role in Role
            for papers in (True, False)
        }
        return table

    def fired(
        self, standing: Standing, unknown: list[str], most: int | None = None
    ) -> tuple[str, ...]:
        """Keys of the rules that apply, in the order of the table, at most ``most``.

        Norms without which a rule had to be skipped are added to ``unknown``.
        """
        kinds = standing.kinds
        found = []
        for key, applies, papers, norms, _ in self.rows[
            standing.facts.role, bool(kinds)
        ]:
            if papers is not None and papers.isdisjoint(kinds):
                continue
            if not applies(standing):
                continue
            if norms and (missing := [n for n in norms if n not in standing.norms]):
                unknown.extend(missing)
                continue
            found.append(key)
            if len(found) == most:
                break
        return tuple(found)
