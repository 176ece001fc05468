"""Real messages: the procedure is always there, and the kind is mostly right."""

from __future__ import annotations

import re

import pytest

from tests.engine.message.messages import SETS, confusion, messages, read
from timeline.catalog.message import message_steps

EVERY = [message for name in SETS for message in messages(name)]
NEVER = re.compile(
    r"(?:可以|请|就|尽管|直接)(?:忽略|删|不理|拉黑|挂断就行)|不(?:用|必)(?:管|理)|不予理会"
)


@pytest.mark.parametrize("name", SETS)
def test_the_kind_is_right_for_most(name):
    table = confusion(name)
    right = sum(count for (wanted, found), count in table.items() if wanted == found)
    assert right / table.total() >= 0.85


@pytest.mark.parametrize("message", EVERY, ids=lambda message: message.text[:40])
def test_every_answer_tells_to_verify_and_not_to_pay_or_click(message):
    steps = read(message.text).steps
    assert {"verify-independently", "do-not-pay", "do-not-click"} <= set(steps)


def test_a_scam_is_read_as_one():
    scams = [message for message in EVERY if message.scam]
    heard = [message for message in scams if "report-fraud" in read(message.text).steps]
    assert len(heard) / len(scams) >= 0.95


def test_no_step_says_to_ignore_or_to_delete():
    for key, step in message_steps().items():
        assert not NEVER.search(step.title + step.text), key
        assert "ignore" not in key
        assert "delete" not in key


@pytest.mark.parametrize("message", EVERY, ids=lambda message: message.text[:40])
def test_every_cue_marks_a_place_in_the_text(message):
    for mark in read(message.text).marks:
        assert 0 <= mark.start < mark.end <= len(message.text)
