"""The index kept current: after every edit, and made anew by a command.

``follow`` is called where a row is saved, ``forget`` where it is deleted.  An index
that is missing or behind makes results poorer, never an error.
"""

from __future__ import annotations

import logging
from functools import cache
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import Final

from django.db import DatabaseError, models, transaction

from portal.search import store
from portal.search.documents import file_entries, row_entries, row_entry, row_name
from portal.search.entry import Entry, Kind
from timeline import catalog

CONTENT: Final = Path(__file__).parents[1] / "content"
# An entry without words, which no search finds: its address is the files' version.
VERSION: Final = "index"
FORMAT: Final = b"1"  # to be raised where the code comes to write other tokens

logger = logging.getLogger(__name__)


def rebuild() -> int:
    """Make the index anew from rows and files; returns how many can be found."""
    with transaction.atomic():
        store.clear()
        written = store.put(chain(row_entries(), file_entries()))
        store.put([Entry(VERSION, files_version(), Kind.SOURCE, "", "")])
    store.settle()
    return written


def refresh() -> bool:
    """Make the index anew if it was made from other files; returns whether it was."""
    if store.address(VERSION) == files_version():
        return False
    rebuild()
    return True


def heal() -> None:
    """Make an index that was never made; one look-up where it is there.

    One of other files is left to ``refresh``: while a new version of the site takes
    over, the old one and the new one would make it anew in turn.
    """
    if store.address(VERSION) is None:
        rebuild()


@cache
def files_version() -> str:
    """What the entries of files, and the figures in all of them, were written from."""
    digest = blake2b(FORMAT + catalog.fingerprint().encode(), digest_size=8)
    for folder in ("pages", "search"):
        for path in sorted((CONTENT / folder).glob("*.toml")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def follow(row: models.Model) -> None:
    """Bring the index up to what a saved row says now; saving never fails for it."""
    entry = row_entry(row)
    if entry is None:
        forget(row)
        return
    try:
        store.put([entry])
    except DatabaseError:
        logger.warning("search index not updated: run rebuild_search")


def forget(row: models.Model) -> None:
    """Take a row out of the index, while it still has its key."""
    try:
        store.remove([row_name(row)])
    except DatabaseError:
        logger.warning("search index not updated: run rebuild_search")
