"""Files as Word, WPS and LibreOffice read them."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document

from tests.tools.conftest import Convert
from tests.tools.letters.filling import KEYS, TODAY, filled
from timeline.catalog.letters import letters
from timeline.engine import LenderKind
from timeline.letters import Answers, Letter, compose, docx


def whole(key: str) -> Letter:
    """A letter with every blank filled."""
    letter = letters()[key]
    answers = Answers(
        writer=letter.writers[0], lender_kind=LenderKind.BANK, values=filled(letter)
    )
    return compose(letter, answers, TODAY)


def entries(data: bytes) -> dict[str, str]:
    """The texts inside a file, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            name: archive.read(name).decode("utf-8", "replace")
            for name in archive.namelist()
        }


def converted(
    convert: Convert, folder: Path, target: str, suffix: str
) -> dict[str, bytes]:
    """Every file of a folder as LibreOffice writes it again."""
    out = folder / suffix
    convert(target, out, *sorted(folder.glob("*.docx")))
    return {path.stem: path.read_bytes() for path in out.glob(f"*.{suffix}")}


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every letter as a file."""
    place = tmp_path_factory.mktemp("letters")
    for key in KEYS:
        (place / f"{key}.docx").write_bytes(docx(whole(key)))
    return place


def test_libreoffice_reads_every_letter_to_the_last_word(convert, folder):
    read = converted(convert, folder, "txt:Text (encoded):UTF8", "txt")
    assert set(read) == set(KEYS)
    for key in KEYS:
        assert read[key].decode("utf-8-sig").split() == whole(key).text.split()


def test_a_round_trip_through_libreoffice_loses_nothing(convert, folder):
    again = converted(convert, folder, "docx", "docx")
    assert set(again) == set(KEYS)
    for key in KEYS:
        paragraphs = Document(io.BytesIO(again[key])).paragraphs
        text = "\n".join(paragraph.text for paragraph in paragraphs)
        assert text.split() == whole(key).text.split()
        assert "宋体" in entries(again[key])["word/styles.xml"]


@pytest.mark.parametrize("key", KEYS)
def test_the_chinese_font_is_named_for_every_script(key):
    styles = entries(docx(whole(key)))["word/styles.xml"]
    for style, font in (("Normal", "宋体"), ("Title", "黑体")):
        block = re.search(rf'w:styleId="{style}".*?</w:style>', styles, re.DOTALL)
        fonts = re.search(r"<w:rFonts[^>]*>", block[0])[0]
        for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
            assert f'w:{slot}="{font}"' in fonts
        assert "Theme" not in fonts


@pytest.mark.parametrize("key", KEYS)
def test_the_file_names_nobody_and_no_day(key):
    data = docx(whole(key))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
    found = entries(data)
    for name in ("docProps/core.xml", "docProps/app.xml"):
        assert not re.findall(r">[^<\s][^<]*<", found[name])
    assert "python" not in "".join(found.values()).lower()
    assert not [name for name in found if "thumbnail" in name]


def test_the_same_letter_is_the_same_file_to_the_byte():
    assert docx(whole("hardship")) == docx(whole("hardship"))


def test_lines_that_were_typed_stay_lines():
    letter = letters()["confirm-oral-agreement"]
    answers = Answers(
        writer=letter.writers[0], values={"agreed-terms": "每月五百\n年底结清"}
    )
    document = Document(io.BytesIO(docx(compose(letter, answers, TODAY))))
    assert "每月五百\n年底结清" in [each.text for each in document.paragraphs]
