"""JSON objects ⇄ typed values, for ``ask``: one table of fields serves both ways.

A reader refuses unknown keys, wrong types and impossible values with a dotted field
name and one Chinese sentence, and prints the JSON Schema of what it reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, Final, Protocol

from timeline.engine import FactsError

Schema = dict[str, Any]
# date.fromisoformat alone would also take weeks and dates without hyphens.
ISO_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Shape(Protocol):
    """Something that can be read from JSON and described in a schema."""

    def read(self, value: Any, path: str) -> Any:
        """The typed value, or ``FactsError`` at ``path``."""

    def schema(self) -> Schema:
        """The JSON Schema of what ``read`` takes, ``null`` apart."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a closed list; ``make`` turns the key into its value."""

    keys: Callable[[], Iterable[str]]
    make: Callable[[str], Any] = str

    def read(self, value: Any, path: str) -> Any:
        options = list(self.keys())
        if not isinstance(value, str) or value not in options:
            raise FactsError(path, f"只能是这些之一：{'、'.join(options)}。")
        return self.make(value)

    def schema(self) -> Schema:
        return {"type": "string", "enum": list(self.keys())}


def choice(kind: type[Enum]) -> Choice:
    """A closed list that is an enum."""
    return Choice(lambda: [str(member.value) for member in kind], kind)


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar date, ``2026-11-14``."""

    def read(self, value: Any, path: str) -> date:
        problem = FactsError(path, "日期要写成 2026-11-14 这样，并且真有这一天。")
        if not isinstance(value, str) or not ISO_DAY.fullmatch(value):
            raise problem
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise problem from None

    def schema(self) -> Schema:
        return {"type": "string", "format": "date"}


@dataclass(frozen=True, slots=True)
class Truth:
    """``true`` or ``false``; not knowing is ``null``."""

    def read(self, value: Any, path: str) -> bool:
        if not isinstance(value, bool):
            raise FactsError(path, "只能是 true、false 或 null（不知道）。")
        return value

    def schema(self) -> Schema:
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Text:
    """A string, handed to ``make`` with its path."""

    make: Callable[[str, str], Any] = lambda value, path: value
    longest: int = 1000

    def read(self, value: Any, path: str) -> Any:
        if not isinstance(value, str):
            raise FactsError(path, "要写成一段文字（用引号括起来）。")
        if len(value) > self.longest:
            raise FactsError(path, f"最多 {self.longest} 个字。")
        return self.make(value, path)

    def schema(self) -> Schema:
        return {"type": "string", "maxLength": self.longest}


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number within bounds; booleans and floats are refused."""

    least: int
    most: int

    def read(self, value: Any, path: str) -> int:
        if not _is_whole(value) or not self.least <= value <= self.most:
            raise FactsError(path, f"要写 {self.least} 到 {self.most} 的整数。")
        return int(value)

    def schema(self) -> Schema:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True, slots=True)
class Span:
    """A whole number, or ``[lowest, highest]``; booleans and floats are refused."""

    def read(self, value: Any, path: str) -> tuple[int, int]:
        if _is_whole(value):
            return value, value
        if isinstance(value, list) and len(value) == 2 and all(map(_is_whole, value)):
            return value[0], value[1]
        raise FactsError(path, "要写整数，或者 [最少, 最多] 两个整数。")

    def schema(self) -> Schema:
        whole = {"type": "integer"}
        both = {"type": "array", "items": whole, "minItems": 2, "maxItems": 2}
        return {"anyOf": [whole, both]}


@dataclass(frozen=True, slots=True)
class Several:
    """A list of one shape, with a most."""

    item: Shape
    most: int
    unit: str

    def read(self, value: Any, path: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise FactsError(path, "要写成列表：[ … ]。")
        if len(value) > self.most:
            raise FactsError(path, f"最多填 {self.most} {self.unit}。")
        return tuple(
            self.item.read(item, f"{path}.{number}")
            for number, item in enumerate(value)
        )

    def schema(self) -> Schema:
        return {"type": "array", "items": self.item.schema(), "maxItems": self.most}


@dataclass(frozen=True, slots=True)
class Field:
    """A key of an object; ``null`` and missing are the same unless required."""

    key: str
    shape: Shape
    required: bool = False
    says: str = ""


@dataclass(frozen=True, slots=True)
class Object:
    """A JSON object with known keys only; reads to a plain dict of given values."""

    fields: tuple[Field, ...]
    make: Callable[[dict[str, Any], str], Any] = lambda values, path: values

    def read(self, value: Any, path: str = "") -> Any:
        if not isinstance(value, Mapping):
            raise FactsError(path, "要写成一个对象：{ … }。")
        dot = f"{path}." if path else ""
        known = {field.key for field in self.fields}
        for key in value:
            if key not in known:
                raise FactsError(f"{dot}{key}", "没有这个字段，请检查拼写。")
        values: dict[str, Any] = {}
        for field in self.fields:
            given = value.get(field.key)
            if given is not None:
                values[field.key] = field.shape.read(given, f"{dot}{field.key}")
            elif field.required:
                raise FactsError(f"{dot}{field.key}", "这一项必须填写。")
        return self.make(values, path)

    def schema(self) -> Schema:
        properties = {}
        for field in self.fields:
            shape = field.shape.schema()
            if not field.required:
                shape = {"anyOf": [shape, {"type": "null"}]}
            if field.says:
                shape["description"] = field.says
            properties[field.key] = shape
        return {
            "type": "object",
            "properties": properties,
            "required": [field.key for field in self.fields if field.required],
            "additionalProperties": False,
        }


def nullable(schema: Schema) -> Schema:
    """The schema, or ``null``."""
    return {"anyOf": [schema, {"type": "null"}]}


def closed(properties: Schema) -> Schema:
    """An object that always has these keys, and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def asked(facts: Object) -> Schema:
    """The schema of a question, with the ``id`` that is handed back."""
    given = facts.schema()
    given["properties"] = {"id": {}} | given["properties"]
    return given


def keys(options: Iterable[str]) -> Schema:
    """A list of keys of a closed list."""
    return {"type": "array", "items": {"type": "string", "enum": list(options)}}


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
