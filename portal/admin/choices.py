"""What an article can speak to: stages, roles, tools."""

from __future__ import annotations

from typing import Final

from portal.library_pages import TOOLS, ToolRecord
from timeline.catalog import words
from timeline.catalog.records import read_tables
from timeline.engine.facts import Role

Choices = list[tuple[str, str]]

ROLES: Final = {
    Role.BORROWER: "借款人",
    Role.CONTACT: "联系人",
    Role.GUARANTOR: "保证人",
}


def stages() -> Choices:
    """Both tracks, in order, each stage once."""
    found = {
        key: stage.name
        for track in ("time", "legal")
        for key, stage in words.stages(track).items()
        if key != "none"
    }
    return list(found.items())


def roles() -> Choices:
    """Who may be asking."""
    return [(role.value, label) for role, label in ROLES.items()]


def tools() -> Choices:
    """The tools that an article may point to."""
    records = read_tables(TOOLS, ToolRecord)
    return [(key, record.label) for key, record in records.items()]
