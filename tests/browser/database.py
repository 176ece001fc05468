"""A database of its own for the site in the browser, with the shipped library.

Playwright keeps an event loop in the tests' own thread, where Django then refuses to
touch a database; so everything that does runs in a thread beside it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any, TypeVar

from django.core.management import call_command
from django.db import connection

Answer = TypeVar("Answer")
GONE = "taken-down"
REASON = "里面的规定改了，照着做会错过日期。"
NOTICE = "有一条规定下个月变，相关的文章正在核对。"


def apart(work: Callable[..., Answer], *given: Any) -> Answer:
    """Do something with the database, in a thread that ends with it."""

    def done() -> Answer:
        try:
            return work(*given)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(done).result()


def create(folder: Path) -> str:
    """Make the database, migrated and filled; return the name of the one before."""
    before = str(connection.settings_dict["NAME"])
    # In memory, connections lock each other out at once instead of waiting.
    name = str(folder / "browser.sqlite3") if _is_file() else "test_browser"
    connection.settings_dict["TEST"]["NAME"] = name
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    call_command("sync_content", stdout=StringIO())
    add_what_editors_add()
    return before


def destroy(before: str) -> None:
    """Take the database away again."""
    connection.creation.destroy_test_db(before, verbosity=0)


def add_what_editors_add() -> None:
    """A page that was taken down, and a notice on every page of the library."""
    from portal.models import Article, Notice, Status, Topic

    Article.objects.create(
        slug=GONE,
        title="撤下的一页",
        answer="一句话。",
        body="正文。\n",
        topic=Topic.objects.first(),
        review_by=date(2027, 1, 1),
        status=Status.WITHDRAWN,
        withdrawn_because=REASON,
    )
    Notice.objects.create(
        text=NOTICE, link="/sources/", starts=date(2026, 11, 1), ends=date(2026, 11, 30)
    )


def address() -> str:
    """The database as ``DATABASE_URL``, for a command in a process of its own."""
    name = str(connection.settings_dict["NAME"])
    if _is_file():
        return f"sqlite:///{name}"
    return os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{name}"


def _is_file() -> bool:
    return connection.vendor == "sqlite"
