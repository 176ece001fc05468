"""A letter with its blanks filled in, and the files it leaves in.

Nothing here is kept: a letter is made for one response and forgotten.
"""

from timeline.letters.compose import Answers, Letter, Line, Piece, compose, preview
from timeline.letters.docx import docx
from timeline.letters.plain import plain, text_file

__all__ = [
    "Answers",
    "Letter",
    "Line",
    "Piece",
    "compose",
    "docx",
    "plain",
    "preview",
    "text_file",
]
