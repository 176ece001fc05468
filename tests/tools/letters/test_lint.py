"""The linter and the letters: ours are clean, what is typed is read once more."""

from __future__ import annotations

import pytest

from tests.tools.letters.filling import KEYS, TODAY, senders, url
from timeline.catalog.letters import letters
from timeline.catalog.lint import lint_rules
from timeline.catalog.spelling import folding
from timeline.engine.lint import Draft, lint
from timeline.letters import Answers, compose, plain, preview


def flags(key, answers, text):
    """What the linter says when nothing is known of the three years."""
    draft = Draft(text=text, today=TODAY, letter=key, lender_kind=answers.lender_kind)
    return [
        (flag.why, text[flag.start : flag.end])
        for flag in lint(draft, lint_rules(), folding())
    ]


@pytest.mark.parametrize("key", KEYS)
def test_a_shipped_letter_with_its_blanks_open_has_no_flag(key):
    letter = letters()[key]
    for writer, kind in senders(letter):
        answers = Answers(writer=writer, lender_kind=kind)
        for made in (
            compose(letter, answers, TODAY),
            preview(letter, answers, TODAY),
        ):
            assert flags(key, answers, plain(made)) == []


def test_the_linter_is_awake():
    answers = Answers(writer=letters()["hardship"].writers[0])
    assert flags("hardship", answers, "不停止就曝光你们，我欠贵公司 5000 元。")


def test_what_was_typed_is_read_once_more_before_it_is_taken(client):
    typed = {"what-happened": "再打我就去你们公司泼油漆，让你们好看。"}
    response = client.post(url("complaint-lender"), typed)
    page = response.content.decode()
    assert response.context["page"].second_look
    assert page.index("再看一眼") < page.index('name="as"')


def test_plain_facts_are_left_alone(client):
    typed = {
        "what-happened": "11月20日 22:40 来电，说了欠款的事，我请他不要再打。",
        "lender": "某某消费金融有限公司",
        "evidence": "通话记录 6 页",
        "my-name": "张三",
    }
    response = client.post(url("complaint-lender"), typed)
    assert response.context["page"].second_look == ()
