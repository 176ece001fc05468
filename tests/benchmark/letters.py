"""How long a letter takes to make: ``python -m tests.benchmark.letters``.

Prints median milliseconds over all letters with every blank filled, and the size of
the files and pages.  Nothing here is asserted: machines differ.
"""

from __future__ import annotations

import gzip
import os
import sys
from collections.abc import Callable
from statistics import median
from time import process_time
from typing import Final

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from django.test import Client  # noqa: E402

from tests.tools.letters.filling import KEYS, TODAY, filled, typed, url  # noqa: E402
from timeline.catalog.letters import letters  # noqa: E402
from timeline.letters import Answers, Letter, compose, docx, text_file  # noqa: E402

RUNS: Final = 5


def made(key: str) -> Letter:
    """A letter with every blank filled."""
    letter = letters()[key]
    return compose(letter, Answers(letter.writers[0], values=filled(letter)), TODAY)


def milliseconds(work: Callable[[str], object]) -> float:
    """Median over all letters and runs."""
    taken = []
    for _ in range(RUNS):
        for key in KEYS:
            begun = process_time()
            work(key)
            taken.append(1000 * (process_time() - begun))
    return median(taken)


def main() -> None:
    """Print the figures."""
    client = Client()

    def page(key: str) -> bytes:
        return client.post(url(key), typed(letters()[key])).content

    write = sys.stdout.write
    write(f"{len(KEYS)} letters, every blank filled, median of {RUNS} runs\n")
    works: dict[str, Callable[[str], object]] = {
        "compose": made,
        "text file": lambda key: text_file(made(key)),
        "docx file": lambda key: docx(made(key)),
        "whole page": page,
    }
    for name, work in works.items():
        write(f"{name:12}{milliseconds(work):8.2f} ms\n")
    sizes = {
        "docx file": max(len(docx(made(key))) for key in KEYS),
        "page, gzip": max(len(gzip.compress(page(key))) for key in KEYS),
    }
    for name, size in sizes.items():
        write(f"{name:12}{size:8} bytes at most\n")


if __name__ == "__main__":
    main()
