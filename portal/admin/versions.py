"""One version of a page: its values, how they read, and how they go back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Final

from django.db import models

from portal.models import Article, Claim, Topic

SHARED: Final = ("slug", "publish_at", "checked", "review_by", "unchecked", "body")
FIELDS: Final[Mapping[type[models.Model], tuple[str, ...]]] = {
    Article: ("title", "answer", "topic", "stages", "roles", "tools", *SHARED),
    Claim: ("says", "verdict", "conclusion", "topic", *SHARED),
}
RELATED: Final = "related"
CONTEXT_LINES: Final = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a diff; ``kind`` is same, insert, delete or gap."""

    kind: str
    text: str

    @property
    def sign(self) -> str:
        """What stands before the line, for those who see no colours."""
        return {"insert": "加", "delete": "删", "gap": "…"}.get(self.kind, "")


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one field."""

    label: str
    lines: tuple[Line, ...]


def fields_of(model: type[models.Model]) -> tuple[str, ...]:
    """The fields that an editor changes: the same for all kinds of admin pages."""
    own = (field.name for field in model._meta.concrete_fields if field.editable)
    return FIELDS.get(model) or tuple(name for name in own if name != "id")


def values(row: Any, model: type[models.Model]) -> dict[str, Any]:
    """The values of a row, or of an earlier version of it."""
    fields: list[Any] = [model._meta.get_field(name) for name in fields_of(model)]
    return {field.name: getattr(row, field.attname) for field in fields}


def related(row: Any) -> list[int]:
    """The ids of related articles of a row."""
    if not isinstance(row, Article):
        return []
    return sorted(row.related.values_list("pk", flat=True))


def related_then(version: Any, model: type[models.Model]) -> list[int]:
    """The ids of related articles as an earlier version had them, where they live."""
    if model is not Article:
        return []
    then = [link.to_article_id for link in version.related.all()]
    return sorted(Article.objects.filter(pk__in=then).values_list("pk", flat=True))


def related_at(
    records: Iterable[Any], model: type[models.Model]
) -> dict[int, list[str]]:
    """Titles of related articles, by the number of each version; one query."""
    found: dict[int, list[str]] = {}
    records = list(records)
    if model is not Article or not records:
        return found
    links = records[0].related.model.objects.filter(history__in=records)
    titles = links.order_by("to_article_id").values_list(
        "history_id", "to_article__title"
    )
    for number, title in titles:
        found.setdefault(number, []).append(title or "")
    return found


def apply(row: models.Model, kept: Mapping[str, Any]) -> None:
    """Put values on a row, without saving it."""
    for name, value in kept.items():
        field: Any = row._meta.get_field(name)
        setattr(row, field.attname, field.to_python(value))


def changes(
    model: type[models.Model], old: Mapping[str, Any], new: Mapping[str, Any]
) -> list[Change]:
    """What differs between two versions, field by field, line by line."""
    topics = dict(Topic.objects.values_list("pk", "title")) if "topic" in new else {}
    found = []
    for name in new:
        before, after = (_text(v.get(name), name, topics) for v in (old, new))
        if before != after:
            label = "相关文章" if name == RELATED else _label(model, name)
            found.append(Change(label, tuple(_lines(before, after))))
    return found


def _label(model: type[models.Model], name: str) -> str:
    field: Any = model._meta.get_field(name)
    return str(field.verbose_name)


def _text(value: Any, name: str, topics: Mapping[int, str]) -> str:
    if name == "topic":
        return topics.get(value, "")
    if isinstance(value, (list, tuple)):
        return "\n".join(str(part) for part in value)
    if value is None:
        return ""
    text = value.isoformat() if hasattr(value, "isoformat") else str(value)
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def _lines(before: str, after: str) -> Iterable[Line]:
    old, new = before.splitlines(), after.splitlines()
    groups = SequenceMatcher(a=old, b=new, autojunk=False).get_grouped_opcodes(
        CONTEXT_LINES
    )
    for number, group in enumerate(groups):
        if number:
            yield Line("gap", "")
        for kind, start, end, new_start, new_end in group:
            if kind == "equal":
                yield from (Line("same", text) for text in old[start:end])
                continue
            yield from (Line("delete", text) for text in old[start:end])
            yield from (Line("insert", text) for text in new[new_start:new_end])
