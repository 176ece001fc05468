"""A cue hears an idea in many wordings, and lets its look-alikes pass."""

from __future__ import annotations

import tomllib

import pytest

from tests.engine.message.messages import CASES, read
from timeline.catalog.message import message_reader

CUES = message_reader().cues
WORDINGS = tomllib.loads((CASES / "wordings.toml").read_text(encoding="utf-8"))


def each(part: str) -> list[tuple[str, str]]:
    return [(cue, text) for cue, texts in WORDINGS.items() for text in texts[part]]


@pytest.mark.parametrize(("cue", "text"), each("says"))
def test_an_idea_is_heard_however_it_is_worded(cue, text):
    marks = read(text).marks
    if CUES[cue].weight:
        assert CUES[cue].points_to in {mark.points_to for mark in marks}
    else:
        assert cue in {mark.cue for mark in marks}


@pytest.mark.parametrize(("cue", "text"), each("alike"))
def test_a_look_alike_is_let_pass(cue, text):
    assert cue not in {mark.cue for mark in read(text).marks}
