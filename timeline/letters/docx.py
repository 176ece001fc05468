"""A letter as .docx for Word, WPS and LibreOffice: Chinese font set, nobody named."""

from __future__ import annotations

import io
import zipfile
from typing import Final

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from timeline.catalog.letter_record import Part
from timeline.letters.compose import Letter

BODY_FONT: Final = "宋体"
HEADING_FONT: Final = "黑体"
BODY_SIZE: Final = Pt(12)
FONT_SLOTS: Final = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")
# What the template brings along and a letter does not need: half of its weight.
IDLE_PARTS: Final = frozenset({"thumbnail", "stylesWithEffects", "customXml"})
# Every entry of the file carries this day: when a letter was made is nobody's matter.
NO_DAY: Final = (1980, 1, 1, 0, 0, 0)
_CORE: Final = "docProps/core.xml"
_EMPTY_CORE: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/'
    b'metadata/core-properties"/>'
)
_APP: Final = "docProps/app.xml"
_EMPTY_APP: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"/>'
)


def docx(letter: Letter) -> bytes:
    """The letter on A4.  The same letter always gives the same bytes."""
    document = _blank_page()
    if letter.heading:
        heading = document.add_paragraph(letter.heading, style="Title")
        heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in letter.lines:
        paragraph = document.add_paragraph()
        # A line break inside what was typed stays a line break.
        paragraph.add_run(line.text)
        _place(paragraph, line.part)
    return _without_traces(document)


def _blank_page() -> WordDocument:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.8)
    section.top_margin = section.bottom_margin = Cm(2.5)
    for name, font, size in (
        ("Normal", BODY_FONT, BODY_SIZE),
        ("Title", HEADING_FONT, Pt(16)),
    ):
        style = document.styles[name]
        if isinstance(style, ParagraphStyle):
            _set_font(style, font)
            style.font.size = size
            style.font.color.rgb = None
            style.paragraph_format.line_spacing = 1.5
            style.paragraph_format.space_after = Pt(6)
    title = document.styles["Title"].element.get_or_add_pPr()
    for border in title.findall(qn("w:pBdr")):
        title.remove(border)
    for rels in (document.part.package.rels, document.part.rels):
        for related in list(rels.values()):
            if related.reltype.rpartition("/")[2] in IDLE_PARTS:
                rels.pop(related.rId)
    return document


def _set_font(style: ParagraphStyle, font: str) -> None:
    """Name the font for every script: without ``eastAsia`` Chinese falls to Latin."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for slot in FONT_SLOTS:
        fonts.set(qn(slot), font)


def _place(paragraph: Paragraph, part: Part) -> None:
    shape = paragraph.paragraph_format
    if part is Part.SIGN:
        shape.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        shape.keep_with_next = True
    elif part is not Part.TO:
        shape.first_line_indent = BODY_SIZE * 2


def _without_traces(document: WordDocument) -> bytes:
    """Save, then drop names and times: of the tool, of the template, of today."""
    made, clean = io.BytesIO(), io.BytesIO()
    document.save(made)
    with (
        zipfile.ZipFile(made) as old,
        zipfile.ZipFile(clean, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            empty = {_CORE: _EMPTY_CORE, _APP: _EMPTY_APP}.get(name)
            entry = zipfile.ZipInfo(name, date_time=NO_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, empty or old.read(name))
    return clean.getvalue()
