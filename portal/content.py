"""Files ⇄ rows, without ever losing an editor's change.

A file seeds a row and leaves its fingerprint there.  When the file changes, the row
follows only while it still carries the fingerprint of what a file wrote; once an
editor has touched it, the row is the editor's and the file waits.  A row that an editor
has renamed or removed is not seeded anew: its history still knows the file's name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from portal.models import Article, Claim, Page, Status, Term, Topic
from portal.seeds import COLUMNS, CONTENT, FENCE, KEY, STATE, Seed, digest, seeds
from timeline.engine import DataError

__all__ = ["CONTENT", "Outcome", "export", "row_digest", "row_values", "sync"]


class Outcome(StrEnum):
    """What became of one seed."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT = "kept"


def row_values(row: models.Model) -> dict[str, Any]:
    """The values of a row that a file can hold."""
    names = COLUMNS[type(row)].split()
    values = {name: getattr(row, name) for name in names}
    if isinstance(row, (Article, Claim)):
        values["topic"] = row.topic.key
    return values


def row_digest(row: models.Model) -> str:
    """The fingerprint of a row as it is now."""
    values = row_values(row)
    related: list[str] = []
    if isinstance(row, Article):
        related = sorted(row.related.values_list("slug", flat=True))
    return digest({**values, "related": related})


def sync(folder: Path = CONTENT) -> dict[str, Outcome]:
    """Write every seed, unless an editor has changed its row since the last one.

    Returns what became of each, by ``model/key``.  Runs in the caller's transaction.

    Raises:
        DataError: A file cannot be used, or refers to what is not there.
    """
    outcomes: dict[str, Outcome] = {}
    changed: list[tuple[Article, Seed]] = []
    every = list(seeds(folder))
    rows = {model: _rows(model) for model in KEY}
    moved = {model: _moved(model, rows[model], every) for model in KEY}
    for seed in every:
        row = rows[seed.model].get(seed.key)
        known = row is not None or seed.key in moved[seed.model]
        outcome = _outcome(row, seed) if row or not known else Outcome.KEPT
        if outcome in (Outcome.CREATED, Outcome.UPDATED):
            topics = moved[Topic] | rows[Topic]
            row = _write(row or seed.model(**seed.state), seed, topics)
            rows[seed.model][seed.key] = row
            if isinstance(row, Article):
                changed.append((row, seed))
        outcomes[f"{seed.model._meta.model_name}/{seed.key}"] = outcome
    for article, seed in changed:
        article.related.set(_related(seed, moved[Article] | rows[Article]))
    return outcomes


def _rows(model: type[models.Model]) -> dict[str, Any]:
    found = model._default_manager.all()
    if model is Article:
        found = found.select_related("topic").prefetch_related("related")
    if model is Claim:
        found = found.select_related("topic")
    return {getattr(row, KEY[model]): row for row in found}


def _moved(
    model: type[models.Model], rows: Mapping[str, Any], every: Iterable[Seed]
) -> dict[str, Any]:
    """Rows that editors renamed, under the names of their files; None where removed."""
    names = {seed.key for seed in every if seed.model is model} - set(rows)
    history = getattr(model, "history").filter(**{f"{KEY[model]}__in": names})  # noqa: B009
    by_id = {row.pk: row for row in rows.values()}
    return {
        name: by_id.get(pk)
        for name, pk in history.order_by("history_id").values_list(KEY[model], "id")
    }


def _outcome(row: Any, seed: Seed) -> Outcome:
    if row is None:
        return Outcome.CREATED
    if row.seed_digest == seed.digest:
        return Outcome.UNCHANGED
    now = row_digest(row)
    if now == seed.digest:
        type(row).objects.filter(pk=row.pk).update(seed_digest=now)
        return Outcome.UNCHANGED
    return Outcome.UPDATED if now == row.seed_digest else Outcome.KEPT


def _write(row: Any, seed: Seed, topics: Mapping[str, Any]) -> Any:
    values = dict(seed.values)
    if "topic" in values:
        topic = topics.get(values["topic"])
        if topic is None:
            raise DataError(f"{seed.key}: no topic {values['topic']}")
        values["topic"] = topic
    for name, value in values.items():
        setattr(row, name, value)
    setattr(row, KEY[seed.model], seed.key)
    row.seed_digest = seed.digest
    row._change_reason = "来自文件"
    try:
        row.full_clean()
    except ValidationError as error:
        raise DataError(f"{seed.key}: {error}") from error
    row.save()
    return row


def _related(seed: Seed, articles: Mapping[str, Any]) -> list[Any]:
    missing = [slug for slug in seed.related if slug not in articles]
    if missing:
        raise DataError(f"{seed.key}: no related article {', '.join(missing)}")
    found = [articles[slug] for slug in seed.related]
    return [article for article in found if article is not None]


def export(folder: Path) -> int:
    """Write every row as the file that would seed it; returns how many."""
    written = 0
    tables: dict[str, type[models.Model]] = {"topics": Topic, "glossary": Term}
    for name, model in tables.items():
        texts = [
            f"[{key}]\n{_toml(row_values(row))}" for key, row in _rows(model).items()
        ]
        written += len(texts)
        (folder / f"{name}.toml").write_text("\n".join(texts), encoding="utf-8")
    pages: dict[str, type[models.Model]] = {"articles": Article, "claims": Claim}
    for name, model in pages.items():
        (folder / name).mkdir(exist_ok=True)
        for row in _rows(model).values():
            values = row_values(row)
            body = values.pop("body")
            values["unchecked"] = row.unchecked.splitlines()
            if isinstance(row, Article):
                values["related"] = sorted(row.related.values_list("slug", flat=True))
            values |= _state(row)
            text = f"{FENCE}{_toml(values)}{FENCE}{body.strip()}\n"
            (folder / name / f"{row.slug}.md").write_text(text, encoding="utf-8")
            written += 1
    return written


def _state(page: Page) -> dict[str, Any]:
    """How a page begins on a new site; most are published, which goes without saying.

    One that waits for its day is approved there: its files know no clock.
    """
    if page.is_public:
        return {}
    waits = page.status == Status.PUBLISHED
    state = {name: getattr(page, name) for name in STATE}
    return state | ({"status": Status.APPROVED} if waits else {})


def _toml(values: Mapping[str, Any]) -> str:
    """TOML of strings, numbers, dates and lists.

    A JSON string is a TOML string, but for DEL, which TOML wants escaped.
    """
    lines = []
    for name, value in values.items():
        plain = isinstance(value, date)
        shown = value.isoformat() if plain else json.dumps(value, ensure_ascii=False)
        lines.append(f"{name} = {shown}\n".replace("\x7f", "\\u007f"))
    return "".join(lines)
