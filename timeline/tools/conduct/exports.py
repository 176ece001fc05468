"""The log as files to take along: a table, a workbook, a list of evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from timeline.spreadsheet import Sheet, csv_file
from timeline.spreadsheet import workbook as written
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


def log_csv(lines: Iterable[EntryLine]) -> bytes:
    """The log as CSV that Chinese spreadsheets open without garbling."""
    return csv_file([_log_sheet(lines)])


def workbook(lines: Sequence[EntryLine], page: ResultPage, today: date) -> bytes:
    """The log, what it was held against, and a list of evidence to fill in."""
    sheets = (
        _log_sheet(lines),
        Sheet("对照", (VERDICTS, *_verdict_rows(page)), (26, 24, 16, 44, 36, 16)),
        Sheet(
            "证据清单", (EVIDENCE, *_evidence_rows(lines)), (10, 12, 26, 40, 34, 24, 40)
        ),
    )
    return written(sheets, today)


def _log_sheet(lines: Iterable[EntryLine]) -> Sheet:
    return Sheet("记录", (HEADINGS, *_log_rows(lines)), (6, 26, 40, 40, 40))


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
