"""Choose the paragraphs of a letter and fill its blanks.

Only what the writer confirmed is written: a condition that is not met leaves its
paragraph out, a blank that is not filled stays a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple, TypeAlias

from timeline.catalog import cn_date, fill
from timeline.catalog.blanks import (
    GIVEN,
    MISSING,
    SLOT,
    TICKED,
    Blank,
    BlankKind,
    blanks,
)
from timeline.catalog.letter_record import (
    LENDER,
    WRITER,
    Condition,
    LetterRecord,
    Paragraph,
    Part,
)
from timeline.engine import LenderKind, Role

Value: TypeAlias = str | date | int | bool | None
LINE: Final = "____"
EMPTY: Final = {
    BlankKind.DAY: "____年__月__日",
    BlankKind.YUAN: "____ 元",
    BlankKind.LONG: LINE * 4,
    BlankKind.IDENTITY: LINE * 5,
}


class Piece(NamedTuple):
    """A run of text; ``kind`` is said, filled, typed (own words) or empty."""

    text: str
    kind: str = "said"


class Line(NamedTuple):
    """One paragraph; ``only_if`` says in a preview when it would be written."""

    part: Part
    pieces: tuple[Piece, ...]
    cites: tuple[str, ...]
    only_if: str = ""

    @property
    def text(self) -> str:
        """The paragraph as plain text."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Letter:
    """The whole letter; ``left_out`` paragraphs gave way to the limit."""

    heading: str
    lines: tuple[Line, ...]
    left_out: int = 0

    @property
    def text(self) -> str:
        """Everything as plain text, a line each."""
        lines = [line.text for line in self.lines]
        return "\n".join([self.heading, *lines] if self.heading else lines)

    @property
    def typed(self) -> tuple[tuple[int, int], ...]:
        """Where in ``text`` the writer's own words stand, half-open."""
        spans, place = [], len(self.heading) + 1 if self.heading else 0
        for line in self.lines:
            for piece in line.pieces:
                end = place + len(piece.text)
                if piece.kind == "typed":
                    spans.append((place, end))
                place = end
            place += 1
        return tuple(spans)

    @property
    def length(self) -> int:
        """Characters, line ends not counted."""
        return len(self.text.replace("\n", ""))


@dataclass(frozen=True, slots=True)
class Answers:
    """Who writes, to which kind of lender, and what goes into the blanks.

    ``values`` by blank: a text, a day, whole fen, a count, ``True`` for a tick, the
    key of an option; ``None`` or missing is not filled.
    """

    writer: Role
    lender_kind: LenderKind = LenderKind.UNKNOWN
    values: Mapping[str, Value] = field(default_factory=dict)

    def meet(self, condition: Condition) -> bool:
        """Whether every part of a condition holds."""
        return all(self._meets(key, options) for key, options in condition.items())

    def _meets(self, key: str, options: tuple[str, ...]) -> bool:
        if key == WRITER:
            return self.writer in options
        if key == LENDER:
            return self.lender_kind in options
        value = self.values.get(key)
        if not value:
            return MISSING in options
        return GIVEN in options or (TICKED if value is True else value) in options


def compose(letter: LetterRecord, answers: Answers, today: date) -> Letter:
    """The letter as it will be sent, within its limit where that is possible."""
    chosen = [line for line in letter.paragraphs if answers.meet(line.when)]
    left_out = 0
    while True:
        made = Letter(_heading(letter), _lines(chosen, answers, today), left_out)
        spare = max((line.spare for line in chosen), default=0)
        if letter.limit is None or made.length <= letter.limit or not spare:
            return made
        # The least needed goes first; of equals the last.
        chosen.remove(next(line for line in reversed(chosen) if line.spare == spare))
        left_out += 1


def preview(letter: LetterRecord, answers: Answers, today: date) -> Letter:
    """The letter before anything is filled in, with every paragraph it may have."""
    shown = [
        line
        for line in letter.paragraphs
        if answers.meet({k: v for k, v in line.when.items() if k in (WRITER, LENDER)})
    ]
    return Letter(_heading(letter), _lines(shown, answers, today, hints=True))


def yuan(fen: int) -> str:
    """123450 → ``1,234.50 元``."""
    return f"{fen // 100:,}.{fen % 100:02d} 元"


def _heading(letter: LetterRecord) -> str:
    return letter.heading or letter.title


def _lines(
    chosen: list[Paragraph], answers: Answers, today: date, *, hints: bool = False
) -> tuple[Line, ...]:
    lines: list[Line] = []
    number = 0
    for line in chosen:
        number = number + 1 if line.part is Part.NUMBERED else 0
        pieces = tuple(_pieces(fill(line.text, today), answers.values))
        if number:
            pieces = (Piece(f"{number}. "), *pieces)
        made = Line(line.part, pieces, line.cites, _only_if(line.when) if hints else "")
        if line.part is Part.MORE and not hints:
            made = _joined(lines, made)
        lines.append(made)
    return tuple(lines)


def _joined(lines: list[Line], more: Line) -> Line:
    """What goes on in the paragraph before it; alone it is a paragraph itself."""
    if not lines or lines[-1].part is not Part.BODY:
        return more._replace(part=Part.BODY)
    last = lines.pop()
    return last._replace(
        pieces=last.pieces + more.pieces, cites=last.cites + more.cites
    )


def _pieces(text: str, values: Mapping[str, Value]) -> Iterator[Piece]:
    """Our words and the writer's, apart: what is typed is never read as a slot."""
    end = 0
    for match in SLOT.finditer(text):
        if match.start() > end:
            yield Piece(text[end : match.start()])
        yield _filled(blanks()[match[1]], values.get(match[1]))
        end = match.end()
    if end < len(text):
        yield Piece(text[end:])


def _filled(blank: Blank, value: Value) -> Piece:
    if value is None or value == "":
        return Piece(f"{EMPTY.get(blank.kind, LINE)} {blank.unit}".rstrip(), "empty")
    if isinstance(value, date):
        return Piece(cn_date(value), "filled")
    if blank.kind is BlankKind.YUAN and isinstance(value, int):
        return Piece(yuan(value), "filled")
    if blank.kind is BlankKind.CHOICE:
        return Piece(blank.options[str(value)], "filled")
    own = blank.kind in (BlankKind.TEXT, BlankKind.LONG)
    if blank.unit:
        value = f"{value} {blank.unit}"
    return Piece(str(value), "typed" if own else "filled")


def _only_if(condition: Condition) -> str:
    """When a paragraph is written, in words; empty where it always is."""
    said = []
    for key, options in condition.items():
        if key in (WRITER, LENDER):
            continue
        blank = blanks()[key]
        named = [blank.options[option] for option in options if option in blank.options]
        if named:
            said.append(f"选「{'」或「'.join(named)}」")
        elif TICKED in options:
            said.append("勾选")
        else:
            said.append("填了" if GIVEN in options else f"没填「{blank.label}」")
    return f"{'、'.join(dict.fromkeys(said))}才写" if said else ""
