"""Workbooks of plans as LibreOffice reads them, cell by cell, against the CSV."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.tools.conftest import Convert
from tests.tools.debts.test_debts import ANSWERS as OWED
from tests.tools.offer.test_offer import ANSWERS as OFFERED

# Commas, quotes, UTF-8, cells as they are stored, every sheet in a file of its own.
EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,,,-1"


def cells(rows: list[list[str]]) -> list[list[str]]:
    """Rows that hold anything, sums without the zeros that a number does not keep."""
    return [[_value(cell) for cell in row] for row in rows if any(row)]


def _value(cell: str) -> str:
    return cell.rstrip("0").rstrip(".") if "." in cell else cell


def opened(convert: Convert, body: bytes, folder: Path) -> dict[str, list[list[str]]]:
    """Every sheet as LibreOffice reads it, by name."""
    (folder / "book.xlsx").write_bytes(body)
    convert(EVERY_SHEET, folder, folder / "book.xlsx")
    return {
        path.stem.removeprefix("book-"): list(
            csv.reader(io.StringIO(path.read_text(encoding="utf-8")))
        )
        for path in folder.glob("book-*.csv")
    }


@pytest.mark.parametrize(
    ("address", "answers", "names"),
    [
        ("/repay/offer/", OFFERED, ["比较", "分期", "减免"]),
        (
            "/repay/debts/",
            OWED | {"debts.0.name": "=1+1"},
            ["每月", "比较", "怎么算的"],
        ),
    ],
)
def test_libreoffice_reads_every_cell_of_the_csv(
    client, convert, tmp_path, address, answers, names
):
    book = opened(convert, client.post(f"{address}xlsx/", answers).content, tmp_path)
    text = client.post(f"{address}csv/", answers).content.decode("utf-8-sig")

    assert set(book) == set(names)
    read = [row for name in names for row in cells(book[name])]
    written = cells(list(csv.reader(io.StringIO(text))))
    titles = [[name] for name in names]
    assert read == [row for row in written if row not in titles]


@pytest.mark.parametrize("separators", ["44", "59", "44/59/9"])
def test_no_separator_that_libreoffice_guesses_makes_a_formula_of_a_csv(
    client, convert, tmp_path, separators
):
    names = ("=1+1", "甲;=1+1", '乙;"=1+1', "丙|-1+1", " ＝1+1")
    answers = {"budget": "600"}
    for row, name in enumerate(names):
        answers |= {f"debts.{row}.sum": "1000", f"debts.{row}.name": name}
    response = client.post("/repay/debts/csv/", answers)
    (tmp_path / "book.csv").write_bytes(response.content)
    guess = f"Text - txt - csv (StarCalc):{separators},34,76,1"
    convert("fods", tmp_path, tmp_path / "book.csv", read_as=guess)
    sheet = (tmp_path / "book.fods").read_text(encoding="utf-8")

    assert "第几个月" in sheet
    assert "table:formula" not in sheet
