"""The index kept current: after every edit, and made anew by a command.

``follow`` is called where a row is saved, ``forget`` where it is deleted.  An index
that is missing or behind makes results poorer, never an error.
"""

from __future__ import annotations

import logging
from itertools import chain

from django.db import DatabaseError, models, transaction

from portal.search import store
from portal.search.documents import file_entries, row_entries, row_entry, row_name

# An entry that every index has.
FIRST = "tool/assess"

logger = logging.getLogger(__name__)


def rebuild() -> int:
    """Make the index anew from rows and files; returns how many can be found."""
    with transaction.atomic():
        store.clear()
        written = store.put(chain(row_entries(), file_entries()))
        store.settle()
        return written


def heal() -> None:
    """Make an index that was never made; one look-up where it is there."""
    if not store.has(FIRST):
        rebuild()


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
