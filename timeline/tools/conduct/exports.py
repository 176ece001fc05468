"""The log as files to take along: a table, a workbook, a list of evidence."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from xlsxwriter import Workbook

from timeline.tools.conduct.lines import EntryLine
from timeline.tools.conduct.page import ResultPage

HEADINGS: Final = ("序号", "时间", "方式和对象", "说了、做了什么", "原话")
VERDICTS: Final = ("做法", "判断", "哪几次", "依据", "约束谁", "自哪天起")
EVIDENCE: Final = (
    "证据编号",
    "对应第几次",
    "时间",
    "想证明什么",
    "证据形式（录音、截图、通话记录……）",
    "原件存在哪里",
    "文件的 SHA-256（在自己手机上算）",
)
# A spreadsheet takes a cell that begins so for a formula; some take full-width signs.
FORMULA: Final = tuple("=+-@\t\r\n＝＋－＠")
EXCEL_BOM: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"


def log_csv(lines: Iterable[EntryLine]) -> bytes:
    """The log as CSV that Chinese spreadsheets open without garbling."""
    text = io.StringIO()
    writer = csv.writer(text)
    for row in (HEADINGS, *_log_rows(lines)):
        writer.writerow([plain(cell) for cell in row])
    return (EXCEL_BOM + text.getvalue()).encode()


def workbook(lines: Sequence[EntryLine], page: ResultPage, today: date) -> bytes:
    """The log, what it was held against, and a list of evidence to fill in."""
    file = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = Workbook(file, options)
    book.set_properties({"title": "记录", "created": today})
    sheets: tuple[tuple[str, Iterable[Sequence[str]], Sequence[int]], ...] = (
        ("记录", (HEADINGS, *_log_rows(lines)), (6, 26, 40, 40, 40)),
        ("对照", (VERDICTS, *_verdict_rows(page)), (26, 24, 16, 44, 36, 16)),
        ("证据清单", (EVIDENCE, *_evidence_rows(lines)), (10, 12, 26, 40, 34, 24, 40)),
    )
    heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for name, rows, widths in sheets:
        sheet = book.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        for position, row in enumerate(rows):
            for column, cell in enumerate(row):
                style = wrapped if position else heading
                sheet.write_string(position, column, plain(cell), style)
        sheet.freeze_panes(1, 0)
    book.close()
    return file.getvalue()


def plain(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _log_rows(lines: Iterable[EntryLine]) -> Iterable[Sequence[str]]:
    for line in lines:
        yield str(line.number), line.when, line.what, line.said, line.note


def _verdict_rows(page: ResultPage) -> Iterable[Sequence[str]]:
    for card in page.cards:
        for norm in card.norms:
            read = "" if norm.cite.verified else "（转述，未核对原文）"
            yield (
                card.title,
                norm.verdict,
                norm.contacts,
                f"{norm.cite.short} {norm.cite.chip}{read}",
                norm.binds,
                norm.since.isoformat(),
            )


def _evidence_rows(lines: Iterable[EntryLine]) -> Iterable[Sequence[str]]:
    for line in lines:
        meaning = line.said or line.what
        yield (
            f"证 {line.number}",
            f"第 {line.number} 次",
            line.when,
            meaning,
            "",
            "",
            "",
        )
