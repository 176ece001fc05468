"""Tables as files: CSV for Chinese spreadsheets, workbooks without formulas."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple, TypeAlias

from django.http import HttpResponse
from xlsxwriter import Workbook

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV: Final = "text/csv; charset=utf-8"
# A spreadsheet takes a cell that begins so for a formula; some take full-width signs.
# So it does with what follows a separator that it guesses, or a line's end.
_BEGINS: Final = re.compile(
    r"""(^(?=[\t\r\n])|(?:^\s*|[;|\t\r\n][\s"]*)(?=[=+\-@＝＋－＠]))"""
)
EXCEL_BOM: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
_SAFE: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@dataclass(frozen=True, slots=True)
class Yuan:
    """A sum of so many fen; in a file it is a number of 元."""

    fen: int

    @property
    def number(self) -> Decimal:
        """The sum in 元, with both decimals."""
        return Decimal(self.fen).scaleb(-2)


Cell: TypeAlias = str | int | Yuan


class Sheet(NamedTuple):
    """One sheet: its name, rows with the headings first, widths of the columns."""

    name: str
    rows: Iterable[Sequence[Cell]]
    widths: Sequence[int]


def csv_file(sheets: Iterable[Sheet]) -> bytes:
    """The sheets below each other, for spreadsheets that read Chinese as UTF-8.

    Of several each is headed by its name.  Every text is quoted, so that only one who
    guesses the separator wrongly can cut it up; ``plain`` is safe even then.
    """
    tables = tuple(sheets)
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    for number, (name, rows, _) in enumerate(tables):
        if number:
            writer.writerow([])
        if len(tables) > 1:
            writer.writerow([plain(name)])
        writer.writerows([_written(cell) for cell in row] for row in rows)
    return (EXCEL_BOM + text.getvalue()).encode()


def workbook(sheets: Iterable[Sheet], today: date) -> bytes:
    """The sheets as .xlsx: texts as texts, sums as numbers, no formula anywhere."""
    file = io.BytesIO()
    book = Workbook(file, _SAFE)
    book.set_properties({"title": "记录", "created": today})
    heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    money = book.add_format({"num_format": "0.00", "valign": "top"})
    for name, rows, widths in sheets:
        sheet = book.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        for position, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, Yuan):
                    sheet.write_number(position, column, cell.number, money)
                elif isinstance(cell, int):
                    sheet.write_number(position, column, cell, wrapped)
                else:
                    style = wrapped if position else heading
                    sheet.write_string(position, column, plain(cell), style)
        sheet.freeze_panes(1, 0)
    book.close()
    return file.getvalue()


def download(
    kind: str, sheets: Iterable[Sheet], today: date, *, name: str
) -> HttpResponse:
    """The sheets as a file, ``csv`` or else a workbook, under a neutral name."""
    body, what = (
        (csv_file(sheets), CSV) if kind == "csv" else (workbook(sheets, today), XLSX)
    )
    response = HttpResponse(body, content_type=what)
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return response


def plain(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return _BEGINS.sub(r"\1'", cell)


def _written(cell: Cell) -> str | int | Decimal:
    if isinstance(cell, str):
        return plain(cell)
    return cell.number if isinstance(cell, Yuan) else cell
