"""Read a TOML table into a dataclass: types checked, unknown keys refused."""

from __future__ import annotations

import tomllib
import types
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from timeline.engine.errors import DataError

Record = TypeVar("Record")


def read(path: Path, shape: type[Record]) -> Record:
    """One file, one record.

    Raises:
        DataError: The message names file and key.
    """
    return build(table(path), shape, path.name)


def read_tables(path: Path, shape: type[Record]) -> dict[str, Record]:
    """One file whose top-level tables are records of one shape, in file order."""
    tables = table(path)
    return {
        key: build(value, shape, f"{path.name} [{key}]")
        for key, value in tables.items()
    }


def table(path: Path) -> dict[str, Any]:
    """The file as plain values.

    Raises:
        DataError: It is missing, or no TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{path.name}: {error}") from error


def build(values: object, shape: type[Record], where: str) -> Record:
    """Turn a table into ``shape``; ``where`` begins every message."""
    if not isinstance(values, Mapping):
        raise DataError(f"{where}: a table is needed, not {values!r}")
    hints = get_type_hints(shape)
    known = {field.name: field for field in fields(shape)}  # type: ignore[arg-type]
    unknown = sorted(set(values) - set(known))
    if unknown:
        raise DataError(f"{where}: unknown key {', '.join(unknown)}")
    given = {}
    for name, field in known.items():
        if name in values:
            given[name] = _value(values[name], hints[name], f"{where}: {name}")
        elif field.default is MISSING and field.default_factory is MISSING:
            raise DataError(f"{where}: {name} is missing")
    try:
        return shape(**given)
    except DataError as error:  # refused by the record itself
        raise DataError(f"{where}: {error}") from None


def same_keys(
    name: str, given: Iterable[str], keys: Iterable[str], *, ordered: bool = False
) -> None:
    """Hold the keys of a table to those that the engine knows.

    Args:
        name: Of the table, for errors.
        ordered: Whether they stand in the order of a page.

    Raises:
        DataError: One is missing, unknown or, where it matters, in the wrong place.
    """
    found, needed = list(given), list(keys)
    if odd := set(found) ^ set(needed):
        raise DataError(f"{name} and the engine differ: {', '.join(sorted(odd))}")
    if ordered and found != needed:
        raise DataError(f"{name}: the order must be {', '.join(needed)}")


def _value(value: Any, kind: Any, where: str) -> Any:
    origin, options = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _first_that_fits(value, options, where)
    if origin is tuple:
        return _items(value, options, where)
    if origin in (dict, Mapping) or kind is Mapping:
        if not isinstance(value, Mapping):
            raise DataError(f"{where}: a table is needed, not {value!r}")
        return {
            str(key): _value(item, options[1], f"{where}.{key}")
            for key, item in value.items()
        }
    if isinstance(kind, type) and is_dataclass(kind):
        return build(value, kind, where)
    if isinstance(kind, type) and issubclass(kind, Enum):
        try:
            return kind(value)
        except ValueError:
            raise DataError(f"{where}: {value!r} is no {kind.__name__}") from None
    fits = isinstance(value, kind) and not (
        (kind is int and isinstance(value, bool))
        or (kind is date and isinstance(value, datetime))
    )
    if not fits:
        raise DataError(f"{where}: {value!r} is no {kind.__name__}")
    return value


def _first_that_fits(value: Any, options: tuple[Any, ...], where: str) -> Any:
    for option in options:
        if option is type(None):
            continue
        try:
            return _value(value, option, where)
        except DataError as error:
            problem = error
    raise problem


def _items(value: Any, options: tuple[Any, ...], where: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise DataError(f"{where}: a list is needed, not {value!r}")
    if options[-1] is Ellipsis:
        return tuple(
            _value(item, options[0], f"{where}.{number}")
            for number, item in enumerate(value)
        )
    if len(value) != len(options):
        raise DataError(f"{where}: {len(options)} values are needed")
    return tuple(
        _value(item, kind, where) for item, kind in zip(value, options, strict=True)
    )
