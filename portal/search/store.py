"""The index in the database: one table, and the tokens of each row beside it.

The tables are made in ``migrations/0020_search.py``.
SQLite keeps the tokens in FTS5, PostgreSQL in two ``tsvector`` columns with GIN.  Both
only say which rows hold which tokens; the order is made in Python, so that it is the
same on both.  All SQL of the search stands here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, Final

from django.db import connection, transaction
from django.utils import timezone

from portal.search.entry import Entry, Kind, filled
from portal.search.fold import fold, tokens

BATCH: Final = 200
COLUMNS: Final = "name, url, kind, title, answer, folded, opens"
FIELD: Final = "\x1f"


@dataclass(frozen=True, slots=True)
class Row:
    """An entry as it lies in the index, with all its text folded beside it."""

    url: str
    kind: Kind
    title: str
    answer: str
    folded: str

    @property
    def fields(self) -> list[str]:
        """Folded title, answer, other spellings, body."""
        return self.folded.split(FIELD)


def any_of(words: Iterable[str]) -> str:
    """An expression for rows that hold one of the words."""
    on, between = (" & ", " | ") if _postgres() else (" AND ", " OR ")
    parts = [on.join(_terms(word)) for word in words]
    return between.join(f"({part})" for part in dict.fromkeys(parts) if part)


def _terms(word: str) -> list[str]:
    """A word as its tokens; a lone character is what tokens begin with."""
    found = sorted(tokens(word))
    pairs = [token for token in found if len(token) > 1 or not _chinese(token)]
    quote, prefix = ("'", ":*") if _postgres() else ('"', "*")
    if pairs:
        return [f"{quote}{token}{quote}" for token in pairs]
    return [f"{quote}{token}{quote}{prefix}" for token in found]


def _chinese(token: str) -> bool:
    return token[0] >= "\u3400"


def _postgres() -> bool:
    return connection.vendor == "postgresql"


def put(entries: Iterable[Entry]) -> int:
    """Write entries; what stands under their names is replaced."""
    written = 0
    rest = iter(entries)
    while batch := list(islice(rest, BATCH)):
        unique = {entry.name: entry for entry in batch}
        with transaction.atomic(), connection.cursor() as cursor:
            _remove(cursor, list(unique))
            _insert(cursor, list(unique.values()))
        written += len(unique)
    return written


def remove(names: Sequence[str]) -> None:
    """Take entries out."""
    with transaction.atomic(), connection.cursor() as cursor:
        _remove(cursor, names)


def clear() -> None:
    """Empty the index."""
    with transaction.atomic(), connection.cursor() as cursor:
        if not _postgres():
            cursor.execute("DELETE FROM portal_search_tokens")
        cursor.execute("DELETE FROM portal_search")


def size() -> int:
    """How many entries there are."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM portal_search")
        return int(cursor.fetchone()[0])


def address(name: str) -> str | None:
    """Where an entry leads; nothing if it is not in the index."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT url FROM portal_search WHERE name = %s", [name])
        row = cursor.fetchone()
    return None if row is None else str(row[0])


def counts(expressions: Sequence[str], most: int) -> list[int]:
    """How many rows match each expression; counting ends at ``most``."""
    if not expressions:
        return []
    if _postgres():
        one = (
            "(SELECT count(*) FROM (SELECT FROM portal_search"
            " WHERE whole @@ %s::tsquery LIMIT %s) AS held)"
        )
        matches = list(expressions)
    else:
        one = (
            "(SELECT count(*) FROM (SELECT 1 FROM portal_search_tokens"
            " WHERE portal_search_tokens MATCH %s LIMIT %s))"
        )
        matches = [f"whole : ({match})" for match in expressions]
    arguments = [item for match in matches for item in (match, most)]
    with _by_tokens(), connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join([one] * len(matches)), arguments)
        return list(cursor.fetchone())


@contextmanager
def _by_tokens() -> Iterator[None]:
    """A limit tempts PostgreSQL to walk the rows, and to unpack the tokens of each."""
    if not _postgres():
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_indexscan = off")
        yield
        cursor.execute("SET LOCAL enable_indexscan = on")


def find(expression: str, column: str, now: datetime, most: int) -> Iterator[Row]:
    """Rows that match in ``head`` or ``whole`` and are open, the newest first.

    Their figures are those of the day of ``now``.
    """
    # Names of our own only; what a reader typed is an argument.
    if _postgres():
        # Materialized: else it may read all rows from the newest on.
        matching = (
            "WITH matching AS MATERIALIZED ("  # noqa: S608
            f"SELECT id FROM portal_search WHERE {column} @@ %s::tsquery)"
        )
        argument = expression
    else:
        matching = (
            "WITH matching AS (SELECT rowid AS id FROM portal_search_tokens"
            " WHERE portal_search_tokens MATCH %s)"
        )
        argument = f"{column} : ({expression})"
    sql = (
        f"{matching} SELECT url, kind, title, answer, folded"  # noqa: S608
        " FROM matching JOIN portal_search USING (id)"
        " WHERE opens <= %s ORDER BY id DESC LIMIT %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [argument, now.timestamp(), most])
        rows = cursor.fetchall()
    day = timezone.localdate(now)
    for url, kind, title, answer, folded in rows:
        yield Row(url, Kind(kind), filled(title, day), filled(answer, day), folded)


@contextmanager
def reading() -> Iterator[None]:
    """Several questions asked of the index, by the index."""
    if not _postgres():
        yield  # a transaction of SQLite would make it wait for writers
        return
    with transaction.atomic(), connection.cursor() as cursor:
        # Reading every row means unpacking the tokens of every row.
        cursor.execute("SET LOCAL enable_seqscan = off")
        yield


def settle() -> None:
    """Let the database look at what has been written, after much has.

    PostgreSQL counts rows in an index only after a VACUUM, which no transaction takes.
    """
    if not _postgres():
        return
    with connection.cursor() as cursor:
        if not connection.in_atomic_block:
            cursor.execute("VACUUM (ANALYZE) portal_search")
            return
        cursor.execute("ANALYZE portal_search")
        cursor.execute(
            "SELECT gin_clean_pending_list('portal_search_head'::regclass),"
            " gin_clean_pending_list('portal_search_whole'::regclass)"
        )


def _remove(cursor: Any, names: Sequence[str]) -> None:
    marks = ", ".join(["%s"] * len(names))
    chosen = f"SELECT id FROM portal_search WHERE name IN ({marks})"  # noqa: S608
    if not _postgres():
        sql = f"DELETE FROM portal_search_tokens WHERE rowid IN ({chosen})"  # noqa: S608
        cursor.execute(sql, names)
    cursor.execute(f"DELETE FROM portal_search WHERE name IN ({marks})", names)  # noqa: S608


def _insert(cursor: Any, entries: Sequence[Entry]) -> None:
    day = timezone.localdate()
    rows: list[list[Any]] = []
    held: dict[str, tuple[list[str], list[str]]] = {}
    for entry in entries:
        parts = (entry.title, entry.answer, entry.aliases, entry.body)
        clean = [part.replace("\0", "").replace(FIELD, " ") for part in parts]
        folded = fold(filled(FIELD.join(clean), day))
        start, _, body = folded.rpartition(FIELD)
        head = tokens(start)
        held[entry.name] = (sorted(head), sorted(head | tokens(body)))
        opens = 0.0 if entry.opens is None else entry.opens.timestamp()
        rows.append([entry.name, entry.url, str(entry.kind), *clean[:2], folded, opens])
    marks = ", ".join(["%s"] * 7)
    if _postgres():
        # Tokens are handed over as they are: no parser of the server cuts them again.
        cursor.executemany(
            f"INSERT INTO portal_search ({COLUMNS}, head, whole) VALUES ({marks},"  # noqa: S608
            " array_to_tsvector(%s::text[]), array_to_tsvector(%s::text[]))",
            [[*row, *held[row[0]]] for row in rows],
        )
        return
    cursor.executemany(
        f"INSERT INTO portal_search ({COLUMNS}) VALUES ({marks})",  # noqa: S608
        rows,
    )
    cursor.executemany(
        "INSERT INTO portal_search_tokens (rowid, head, whole)"
        " SELECT id, %s, %s FROM portal_search WHERE name = %s",
        [[" ".join(head), " ".join(rest), name] for name, (head, rest) in held.items()],
    )
