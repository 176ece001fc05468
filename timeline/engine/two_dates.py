"""Which last days does one step have, where the paper names one and the law another?

``ask`` answers with the printed day (design §4); a page shows both, so that a day
misread on the paper neither hides the lawful one nor replaces it in a calendar.
"""

from __future__ import annotations

from datetime import date

from timeline.engine.deadlines import Deadline
from timeline.engine.workdays import Workdays


def each_day(
    deadline: Deadline, workdays: Workdays, today: date
) -> tuple[Deadline, ...]:
    """The step with its printed day and with its counted one, earliest first."""
    counted = deadline.counted
    if not deadline.printed or counted is None or counted == deadline.safe_date:
        return (deadline,)
    rolled = workdays.rolled(counted)
    lawful = deadline._replace(
        safe_date=counted,
        rolled_date=rolled,
        calendar_known=rolled is not None,
        passed=workdays.surely_passed(counted, today),
        printed=False,
    )
    return tuple(sorted((lawful, deadline), key=lambda found: found.order))


def printed_too_early(deadline: Deadline) -> bool:
    """Whether the day named as the paper's lies before the lawful one.

    It is then likely another day: of the paper's own date, or of payment.
    """
    printed, counted = deadline.safe_date, deadline.counted
    return bool(deadline.printed and printed and counted and printed < counted)
