"""The log as a form: one new contact, and what is asked once about all of them."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any, Final

from crispy_forms.layout import Div
from django.http import QueryDict
from django.utils import timezone

from timeline.engine import FactsError, Role
from timeline.engine.conduct import Conduct, To
from timeline.forms.fields import UNKNOWN
from timeline.forms.layout import form_helper
from timeline.tools.conduct.ask import conduct
from timeline.tools.conduct.entries import UNREADABLE, Entry, entry, read_lines
from timeline.tools.conduct.lines import EntryLine, entry_lines
from timeline.tools.conduct.questions import ME, Questions

ENTRY: Final = "entry"
NOW, REMOVE, AGAIN = "now", "remove", "again"
MYSELF: Final = {
    Role.BORROWER: To.BORROWER,
    Role.CONTACT: To.CONTACT,
    Role.GUARANTOR: To.GUARANTOR,
}
# The control that shows an error of the engine's field.
SHOWN_AT: Final = {
    "at": "day",
    "refused_at": "refused_on",
    "agreed_quiet_hours": "quiet_from",
    "events": "day",
    "today": "day",
}
PARTS: Final = ("day", "time", "number", "answered", "mode", "said", "note")
ROW: Final = (*PARTS[:2], "channel", "to", *PARTS[2:])
CONTEXT: Final = (
    "role",
    "lender_kind",
    "reachable",
    "refused_on",
    "refused_time",
    "quiet_from",
    "quiet_to",
)


class ConductForm(Questions):
    """Turns a visitor's log into ``Conduct``; knows no rule of its own.

    The answers go through the reader of ``ask conduct``: page and shell cannot differ.
    """

    conduct: Conduct

    def __init__(
        self, data: QueryDict | None = None, *, initial: dict[str, Any] | None = None
    ) -> None:
        super().__init__(data, initial=initial)
        self.today = timezone.localdate()
        self.fresh = data is None and initial is None
        self.entries, self._whole = read_lines(
            data.getlist(ENTRY) if data is not None else ()
        )
        self.carried = len(self.entries)
        self.row = form_helper(
            Div("day", "time", css_class="pair"),
            Div("channel", "to", css_class="pair"),
            "answered",
            "mode",
            "said",
            Div("number", "note", css_class="pair"),
        )
        self.who = form_helper("role")
        self.context = form_helper(
            "lender_kind",
            "reachable",
            Div("refused_on", "refused_time", css_class="pair"),
            Div("quiet_from", "quiet_to", css_class="pair"),
        )

    @classmethod
    def waiting(
        cls, data: QueryDict, entries: list[Entry], row: dict[str, Any]
    ) -> ConductForm:
        """The same log with another row to fill in, and no complaint yet."""
        kept = {name: data[name] for name in CONTEXT if data.get(name)}
        form = cls(initial=kept | row)
        form.entries = entries
        return form

    @classmethod
    def typed(cls, data: QueryDict) -> dict[str, Any]:
        """What already stands in the row, as it was typed."""
        row: dict[str, Any] = {name: data[name] for name in ROW if data.get(name)}
        return row | {"said": data.getlist("said")}

    @classmethod
    def this_minute(cls) -> dict[str, Any]:
        """The row of somebody who was called just now."""
        moment = timezone.localtime()
        return {"day": moment.date(), "time": moment.time()}

    @property
    def log(self) -> list[tuple[Entry, EntryLine]]:
        """Every contact written down, with its words."""
        lines = entry_lines((entry.event, entry.note) for entry in self.entries)
        return list(zip(self.entries, lines, strict=True))

    @property
    def who_first(self) -> bool:
        """Whether the one question without which nothing can be judged is open."""
        return not self["role"].value() or "role" in self.errors

    @property
    def context_open(self) -> bool:
        """Whether the further questions stand open: an error, or much to gain."""
        unasked = self["lender_kind"].value() == UNKNOWN
        return not self.errors.keys().isdisjoint(CONTEXT) or (
            bool(self.entries) and unasked
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self._whole:
            self.add_error(None, UNREADABLE)
        self._check_clocks(data)
        filled = any(self.data.get(name) not in (None, "", UNKNOWN) for name in PARTS)
        if not self.errors:
            if filled:
                self.entries.append(entry(_given(data), data["note"]))
            elif not self.entries:
                self.add_error("day", "请先记一次：至少填日期，或者选说了什么。")
        written = filled and not self.errors
        if not self.errors:
            self._judgeable(data)
        if written and self.errors:
            self.entries.pop()  # it still stands in the row
        return data

    def _check_clocks(self, data: dict[str, Any]) -> None:
        """A clock without its day would be lost without a word."""
        for day, clock in (("day", "time"), ("refused_on", "refused_time")):
            given = data.get(clock) is not None
            if given and data.get(day) is None and day not in self.errors:
                self.add_error(day, "填了钟点，也请填是哪一天。")

    def _judgeable(self, data: dict[str, Any]) -> None:
        try:
            self.conduct = conduct(question(data, self.entries), self.today)
        except FactsError as error:
            self._place(error)

    def _place(self, error: FactsError) -> None:
        """Put an error of the engine where the visitor can mend it.

        One about the row in sight goes to its control, one about an earlier contact
        to the head of the page with the number of that contact.
        """
        head, _, part = error.field.rpartition(".")
        number = head.removeprefix("events.")
        if number.isdigit() and int(number) < self.carried:
            self.add_error(None, f"第 {int(number) + 1} 次：{error}")
            return
        name = SHOWN_AT.get(part, part)
        self.add_error(name if name in self.fields else None, str(error))


def question(data: dict[str, Any], entries: list[Entry]) -> dict[str, Any]:
    """The answers as ``ask conduct`` takes them."""
    quiet = [data["quiet_from"], data["quiet_to"]]
    return {
        "role": data["role"],
        "lender_kind": data["lender_kind"] or UNKNOWN,
        "reachable": data["reachable"],
        "refused_at": moment(data["refused_on"], data["refused_time"]),
        "agreed_quiet_hours": [f"{clock:%H:%M}" for clock in quiet if clock] or None,
        "events": [entry.given for entry in entries],
    }


def moment(day: date | None, clock: time | None) -> str | None:
    """``2026-11-14T21:59``, or the day alone; a clock without a day says nothing."""
    if day is None:
        return None
    return (
        day.isoformat()
        if clock is None
        else f"{datetime.combine(day, clock):%Y-%m-%dT%H:%M}"
    )


def _given(data: dict[str, Any]) -> dict[str, Any]:
    """One row as an event of ``ask conduct``."""
    to = data["to"]
    if to == ME:
        to = MYSELF[Role(data["role"])]
    mode = data["mode"]
    return {
        "at": moment(data["day"], data["time"]),
        "channel": data["channel"],
        "to": to,
        "number": data["number"],
        "answered": data["answered"],
        "mode": None if mode == UNKNOWN else mode,
        "said": data["said"],
    }


def row_of(entry: Entry) -> dict[str, Any]:
    """An entry as the initial values of a row; the clock is left to fill in."""
    event = entry.event
    truth = {True: "yes", False: "no", None: UNKNOWN}
    return {
        "day": event.day,
        "channel": event.channel or "",
        "to": event.to or "",
        "answered": truth[event.answered],
        "mode": event.mode or UNKNOWN,
        "said": sorted(event.said or ()),
        "number": event.number or "",
    }
