"""What is written into a letter, and what is not."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.letters.filling import KEYS, TODAY, everything, filled, mark
from timeline.catalog.blanks import BlankKind, blanks
from timeline.catalog.letter_record import Paragraph, Part
from timeline.catalog.letters import letters
from timeline.engine import LenderKind, Role
from timeline.letters import Answers, compose, plain, preview, text_file
from timeline.letters.compose import yuan

UNFILLED = re.compile(r"\{\{|\}\}|blank:|norm:|channel:|None|没有查到依据")
MARK = re.compile(r"《([a-z-]+)》")


@pytest.mark.parametrize(("key", "answers"), everything())
def test_every_letter_is_whole_for_every_writer_and_lender(key, answers):
    letter = letters()[key]
    made = compose(letter, answers, TODAY)
    assert made.lines
    assert not UNFILLED.search(made.text)
    assert made.heading == (letter.heading or letter.title)
    for line in made.lines:
        assert line.text.strip()
        assert not line.only_if


@pytest.mark.parametrize("key", KEYS)
def test_every_text_that_was_typed_is_in_one_version_of_the_letter(key):
    letter = replace(letters()[key], limit=None)
    versions = [filled(letter)]
    for blank in letter.blanks:
        options = blanks()[blank].options
        versions += [filled(letter) | {blank: option} for option in options]
    seen = {
        blank
        for writer in letter.writers
        for values in versions
        for blank in MARK.findall(
            compose(letter, Answers(writer=writer, values=values), TODAY).text
        )
    }
    kinds = (BlankKind.TEXT, BlankKind.LONG)
    assert seen == {blank for blank in letter.blanks if blanks()[blank].kind in kinds}


@pytest.mark.parametrize("key", KEYS)
def test_no_blank_of_one_letter_leaks_into_another(key):
    letter = letters()[key]
    foreign = {
        blank: mark("foreign") for blank in blanks() if blank not in letter.blanks
    }
    answers = Answers(writer=letter.writers[0], values=filled(letter))
    with_more = replace(answers, values={**answers.values, **foreign})
    assert compose(letter, with_more, TODAY) == compose(letter, answers, TODAY)


@pytest.mark.parametrize("key", KEYS)
def test_the_preview_shows_lines_for_blanks_and_says_what_is_conditional(key):
    letter = letters()[key]
    made = preview(letter, Answers(writer=letter.writers[0]), TODAY)
    assert "____" in made.text
    shown = {line.text for line in made.lines if not line.only_if}
    empty = compose(letter, Answers(writer=letter.writers[0]), TODAY)
    whole = made.text.replace("\n", "")
    for line in empty.lines:
        assert re.sub(r"^\d+\. ", "", line.text) in whole
    assert shown


def test_only_what_was_confirmed_is_written():
    letter = letters()["stop-contacting-me"]
    nothing = compose(letter, Answers(writer=Role.CONTACT), TODAY).text
    assert "没有签过保证" not in nothing
    assert "要我还款" not in nothing
    confirmed = {"no-guarantee": True, "did-press": True}
    said = compose(letter, Answers(writer=Role.CONTACT, values=confirmed), TODAY).text
    assert "没有签过保证" in said
    assert "要我还款" in said


@pytest.mark.parametrize(
    ("kind", "said", "unsaid"),
    [
        (LenderKind.MICRO_LOAN, "违反监管规定", None),
        (LenderKind.CONSUMER_FINANCE, "违反监管规定", None),
        (LenderKind.PRIVATE, "要我还款", "违反监管规定"),
        (LenderKind.UNKNOWN, "要我还款", "违反监管规定"),
    ],
)
def test_a_rule_is_held_only_against_those_it_binds(kind, said, unsaid):
    letter = letters()["stop-contacting-me"]
    answers = Answers(writer=Role.CONTACT, lender_kind=kind, values={"did-press": True})
    text = compose(letter, answers, TODAY).text
    assert said in text
    assert unsaid is None or unsaid not in text


def test_numbers_run_through_whatever_was_left_out():
    letter = letters()["complaint-lender"]
    values = {"did-night": True, "did-insult": True, "caller-tail": "1234"}
    made = compose(letter, Answers(writer=Role.CONTACT, values=values), TODAY)
    numbered = [line.text for line in made.lines if line.part is Part.NUMBERED]
    assert [text[:3] for text in numbered] == ["1. ", "2. ", "3. "]


def test_a_list_after_a_sentence_begins_again_at_one():
    one, two = (Paragraph(text, Part.NUMBERED) for text in ("甲。", "乙。"))
    letter = replace(
        letters()["hardship"], paragraphs=(one, two, Paragraph("另请："), one)
    )
    made = compose(letter, Answers(writer=Role.BORROWER), TODAY)
    assert [line.text for line in made.lines] == [
        "1. 甲。",
        "2. 乙。",
        "另请：",
        "1. 甲。",
    ]


def test_short_facts_go_on_in_one_paragraph():
    letter = letters()["stop-contacting-me"]
    values = {"my-phone": "13800001234", "first-contact": date(2026, 11, 1)}
    made = compose(letter, Answers(writer=Role.CONTACT, values=values), TODAY)
    assert any("来电。第一次是 2026年11月1日。" in line.text for line in made.lines)


def test_a_limited_letter_gives_up_what_is_least_needed_and_says_so():
    letter = replace(letters()["complaint-regulator"], limit=None)
    answers = Answers(
        writer=Role.CONTACT,
        lender_kind=LenderKind.MICRO_LOAN,
        values=filled(letter),
    )
    whole = compose(letter, answers, TODAY)
    short = compose(replace(letter, limit=whole.length - 1), answers, TODAY)
    assert short.left_out == 1
    assert "《contract》" in whole.text
    assert "《contract》" not in short.text
    assert "《what-happened》" in compose(replace(letter, limit=1), answers, TODAY).text


def test_what_looks_like_a_slot_stays_text():
    letter = letters()["stop-contacting-me"]
    typed = "{{ norm:answer-days }}{{ blank:my-name }}{% now %}"
    answers = Answers(writer=Role.CONTACT, values={"lender": typed, "my-name": "张三"})
    assert typed in compose(letter, answers, TODAY).text


@given(st.integers(1, 10**14))
def test_a_sum_is_written_to_the_fen(fen):
    text = yuan(fen).removesuffix(" 元").replace(",", "")
    whole, _, cents = text.partition(".")
    assert int(whole) * 100 + int(cents) == fen
    assert len(cents) == 2


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1))
def test_typed_words_arrive_unchanged(words):
    letter = letters()["confirm-oral-agreement"]
    answers = Answers(writer=Role.BORROWER, values={"agreed-terms": words})
    made = compose(letter, answers, TODAY)
    assert words in made.text
    assert words in text_file(made).decode("utf-8-sig").replace("\r\n", "\n")


def test_plain_text_has_a_mark_and_line_ends_for_old_machines():
    letter = letters()["hardship"]
    made = compose(letter, Answers(writer=Role.BORROWER), TODAY)
    data = text_file(made)
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert plain(made).splitlines()[0] == letter.heading
