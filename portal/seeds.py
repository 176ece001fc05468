"""What the shipped files say: one seed a row, read and checked.

Nothing here touches the database.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any, Final

from django.db import models

from portal.models import Article, Claim, Status, Term, Topic
from timeline.catalog.records import Record, build, read_tables
from timeline.engine import DataError

CONTENT: Final = Path(__file__).parent / "content"
FENCE: Final = "+++\n"


@dataclass(frozen=True, slots=True)
class TopicSeed:
    """A shelf, as its table has it."""

    title: str
    summary: str
    position: int


@dataclass(frozen=True, slots=True)
class TermSeed:
    """A word, as its table has it."""

    word: str
    meaning: str
    aliases: tuple[str, ...] = ()
    body: str = ""


@dataclass(frozen=True, slots=True)
class ArticleSeed:
    """The front matter of an article."""

    title: str
    answer: str
    topic: str
    stages: tuple[str, ...]
    roles: tuple[str, ...]
    tools: tuple[str, ...]
    related: tuple[str, ...]
    checked: date
    review_by: date
    unchecked: tuple[str, ...]
    status: Status = Status.PUBLISHED
    withdrawn_because: str = ""
    moved_to: str = ""


@dataclass(frozen=True, slots=True)
class ClaimSeed:
    """The front matter of a claim."""

    says: str
    verdict: str
    conclusion: str
    topic: str
    checked: date
    review_by: date
    unchecked: tuple[str, ...]
    status: Status = Status.PUBLISHED
    withdrawn_because: str = ""
    moved_to: str = ""


@dataclass(frozen=True, slots=True)
class Seed:
    """One row as a file has it: model, key, plain values, related slugs.

    ``state`` is how a page begins on a new site.  It is no part of the fingerprint:
    on a site that has the page, the workflow alone changes it.
    """

    model: type[models.Model]
    key: str
    values: Mapping[str, Any]
    related: tuple[str, ...] = ()
    state: Mapping[str, Any] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """A fingerprint of what an editor can change."""
        return digest({**self.values, "related": sorted(self.related)})


COLUMNS: Final[Mapping[type[models.Model], str]] = {
    Topic: "title summary position",
    Term: "word meaning aliases body",
    Article: "title answer stages roles tools checked review_by unchecked body",
    Claim: "says verdict conclusion checked review_by unchecked body",
}
STATE: Final = ("status", "withdrawn_because", "moved_to")
KEY: Final[Mapping[type[models.Model], str]] = {
    Topic: "key",
    Term: "key",
    Article: "slug",
    Claim: "slug",
}


def digest(values: Mapping[str, Any]) -> str:
    """Fingerprint of values; line ends are alike, as browsers send CRLF."""
    parts = []
    for name in sorted(values):
        value = values[name]
        text = str(list(value) if isinstance(value, tuple) else value)
        parts.append(
            f"{name}\x1e" + "\n".join(line.rstrip() for line in text.splitlines())
        )
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def seeds(folder: Path = CONTENT) -> Iterator[Seed]:
    """Every seed of a folder, what others refer to first.

    Raises:
        DataError: A file cannot be used; the message names it.
    """
    for key, topic in read_tables(folder / "topics.toml", TopicSeed).items():
        yield Seed(Topic, key, _plain(topic))
    for key, term in read_tables(folder / "glossary.toml", TermSeed).items():
        yield Seed(Term, key, _plain(term))
    for path in sorted((folder / "articles").glob("*.md")):
        article, body = read_page(path, ArticleSeed)
        values = _plain(article) | {"body": body}
        related = tuple(values.pop("related"))
        yield Seed(Article, path.stem, values, related, _state(values))
    for path in sorted((folder / "claims").glob("*.md")):
        claim, body = read_page(path, ClaimSeed)
        values = _plain(claim) | {"body": body}
        yield Seed(Claim, path.stem, values, state=_state(values))


def read_page(path: Path, shape: type[Record]) -> tuple[Record, str]:
    """A Markdown file with TOML front matter between two lines of ``+++``.

    Raises:
        DataError: The message names the file.
    """
    text = path.read_text(encoding="utf-8")
    parts = text.split(FENCE, 2)
    if len(parts) != 3 or parts[0]:
        raise DataError(f"{path.name}: needs front matter between two lines of +++")
    _, head, body = parts
    try:
        return build(tomllib.loads(head), shape, path.name), body.strip() + "\n"
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path.name}: {error}") from error


def _state(values: dict[str, Any]) -> dict[str, Any]:
    """Take the state out of the values of a page."""
    return {name: values.pop(name) for name in STATE}


def _plain(seed: Any) -> dict[str, Any]:
    values = {}
    for part in fields(seed):
        value = getattr(seed, part.name)
        if part.name == "unchecked":
            value = "\n".join(value)
        values[part.name] = list(value) if isinstance(value, tuple) else value
    return values
