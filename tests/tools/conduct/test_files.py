"""The files to take along: safe to open, complete, neutral."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest

from tests.engine.conduct.asking import event
from tests.tools.conduct.writing import CONDUCT, carried, context, row, write
from timeline.spreadsheet import plain

BORROWER = context({"role": "borrower", "lender_kind": "micro-loan"})
NIGHT = event("2026-11-20T22:05", number="0123", said=["threat"])
FILES = ("csv", "xlsx")


def exported(client, kind, note="原话"):
    first = client.post(CONDUCT, BORROWER | row(NIGHT) | {"note": note})
    return client.post(f"{CONDUCT}{kind}/", BORROWER | {"entry": carried(first)})


def table(response):
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def sheets(response):
    with zipfile.ZipFile(io.BytesIO(response.content)) as book:
        return "\n".join(
            book.read(name).decode() for name in book.namelist() if ".xml" in name
        )


def test_the_csv_opens_in_chinese_spreadsheets(client):
    response = exported(client, "csv")
    assert response.content.startswith(b"\xef\xbb\xbf")
    heading, line = table(response)
    assert heading[0] == "序号"
    assert line[1] == "2026年11月20日（星期五）22:05"
    assert "尾号 0123" in line[2]
    assert line[4] == "原话"


def test_the_workbook_holds_log_verdicts_and_a_list_of_evidence(client):
    text = sheets(exported(client, "xlsx"))
    for word in (
        "记录",
        "对照",
        "证据清单",
        "违法",
        "SHA-256",
        "证 1",
        "转述，未核对原文",
    ):
        assert word in text


@pytest.mark.parametrize("sign", [*list("=+-@＝＋－＠"), "\t", "\r"])
def test_no_cell_is_taken_for_a_formula(sign):
    assert plain(f"{sign}1+1") == f"'{sign}1+1"
    assert plain("1+1") == "1+1"


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("甲;=1+1", "甲;'=1+1"),
        ('甲; "@A1', "甲; \"'@A1"),
        ("第一行\n-1+1", "第一行\n'-1+1"),
        ("　＝1", "　'＝1"),
        ("a\t+1|@b", "a\t'+1|'@b"),
        ("甲；=1, -2", "甲；=1, -2"),
        ("2026-11-20 9:05", "2026-11-20 9:05"),
    ],
)
def test_no_part_of_a_cell_is_taken_for_one_that_begins_a_formula(cell, written):
    assert plain(cell) == written


def test_a_note_that_looks_like_a_formula_stays_text(client):
    note = '=HYPERLINK("http://example.com")'
    assert table(exported(client, "csv", note))[1][4] == f"'{note}"
    text = sheets(exported(client, "xlsx", note))
    assert "<f>" not in text
    assert "<hyperlink" not in text


@pytest.mark.parametrize("kind", FILES)
def test_the_name_of_a_file_tells_nobody_what_it_is_about(client, kind):
    response = exported(client, kind)
    assert response.headers["Content-Disposition"] == (
        f'attachment; filename="notes.{kind}"'
    )
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize("kind", FILES)
def test_an_export_with_a_mistake_shows_the_form(client, kind):
    response = client.post(f"{CONDUCT}{kind}/", BORROWER | {"day": "x"})
    assert response.status_code == 422
    assert "请改正以下问题" in response.content.decode()


@pytest.mark.parametrize("kind", FILES)
def test_without_a_log_there_is_nothing_to_take_along(client, kind):
    response = client.get(f"{CONDUCT}{kind}/")
    assert response.status_code == 302
    assert response.headers["Location"] == CONDUCT


def test_a_row_not_yet_written_down_is_taken_along(client):
    written = write(client, [NIGHT], BORROWER)
    sent = BORROWER | {"entry": carried(written)} | row(event("2026-11-21T09:00"))
    assert len(table(client.post(f"{CONDUCT}csv/", sent))) == 3
