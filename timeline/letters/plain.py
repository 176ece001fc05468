"""A letter as plain text: to paste, or as a file that old machines read too."""

from __future__ import annotations

from timeline.letters.compose import Letter


def plain(letter: Letter) -> str:
    """Heading, blank line, one paragraph a line."""
    paragraphs = "\n".join(line.text for line in letter.lines)
    return f"{letter.heading}\n\n{paragraphs}\n" if letter.heading else paragraphs


def text_file(letter: Letter) -> bytes:
    """UTF-8 with a mark and CRLF, without which old editors show one garbled line."""
    return plain(letter).replace("\n", "\r\n").encode("utf-8-sig")
