"""Results of every question on one database: ``python -m tests.portal.search.answers``.

Makes a database of its own beside the one of ``DATABASE_URL``, and drops it again.
"""

from __future__ import annotations

import json
import os
import sys
import tomllib
from pathlib import Path
from typing import Final

import django

CASES: Final = Path(__file__).parents[2] / "cases"
ASKED, FURTHER = "questions", "further-questions"
SHORT: Final = ("逾期", "征信", "账", "停息挂账", "yuqi", "貸款逾期", "老赖", "12378")


def questions(name: str = ASKED) -> list[dict[str, object]]:
    """What people asked, or what we thought of ourselves, with the accepted pages."""
    text = (CASES / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)["questions"]


def results() -> dict[str, list[str]]:
    """What is found for each question, in order, from the shipped content."""
    from django.db import transaction

    from portal.content import sync
    from portal.search.index import rebuild
    from portal.search.results import search

    with transaction.atomic():
        sync()
        rebuild()
    both = [*questions(ASKED), *questions(FURTHER)]
    asked = [*(str(one["question"]) for one in both), *SHORT]
    return {text: [one.url for one in search(text).results[:10]] for text in asked}


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    from django.test.utils import setup_databases, teardown_databases

    databases = setup_databases(verbosity=0, interactive=False)
    try:
        found = results()
    finally:
        teardown_databases(databases, verbosity=0)
    json.dump(found, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
