"""What holds for every text, whoever wrote it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.message.messages import SETS, messages, read
from timeline.catalog.message import message_reader
from timeline.catalog.spelling import folding
from timeline.engine.message import Kind
from timeline.engine.message.cues import GRAVE, STRONG, weigh
from timeline.engine.text.sentences import Sentences, closed_up, spaced

EVERY = [message.text for name in SETS for message in messages(name)]
CUES = message_reader().cues
# Scams by a cue that decides alone.
SCAMS = [
    message.text
    for name in SETS
    for message in messages(name)
    if any(
        mark.points_to is Kind.SCAM and CUES[mark.cue].weight == STRONG
        for mark in read(message.text).marks
    )
]
JOINTS = "，、。；\n"
STOPS = "，、。；！？\n"
SENTENCE = re.compile("[。；！？\n]")
REASSURING = [
    "【某区人民法院】我院不会要求您转账，谨防诈骗。请携带身份证到庭。",
    "调解不收费，双方自愿；调解员不会索要验证码。",
    "我行从不收取保证金，请勿向个人账户转账。",
]
PARTS = st.sampled_from(
    [
        *EVERY,
        "(2026)浙0106民初1号",
        "http://court.gov.cn@a.top",
        "１２３",
        "法.院",
        "\u200b",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(PARTS, max_size=4).map("".join),
    st.binary().map(str),
)
EVERY_CUE = st.sampled_from(list(CUES.values()))
GENUINE = (Kind.COURT_SERVICE, Kind.MEDIATION, Kind.LAWFUL_COLLECTION)


@given(TEXTS)
def test_any_text_is_answered_with_places_inside_it(text):
    reading = read(text)
    assert "verify-independently" in reading.steps
    for mark in reading.marks:
        assert 0 <= mark.start < mark.end <= len(text)


@given(TEXTS)
def test_folding_twice_is_folding_once(text):
    once = Sentences.of(folding().fold(text)).text
    assert Sentences.of(folding().fold(once)).text == once


@given(TEXTS)
def test_the_way_back_leads_to_the_character_that_was_typed(text):
    for folded in (closed_up(folding().fold(text)), spaced(folding().fold(text), text)):
        assert len(folded.text) == len(folded.origins)
        for char, origin in zip(folded.text, folded.origins, strict=True):
            assert char == " " or char in folding().fold(text[origin]).text


def joined(text: str, scam: str, joint: str, cut: int) -> str:
    """The scam before the text, after it, or at the end of one of its sentences."""
    ends = [0, *(end.start() for end in SENTENCE.finditer(text)), len(text)]
    place = ends[cut % len(ends)]
    before, after = text[:place].rstrip(STOPS), text[place:].lstrip(STOPS)
    return joint.join(part for part in (before, scam.rstrip(STOPS), after) if part)


def never_more_genuine(text: str, scam: str, joint: str, cut: int) -> None:
    before, after = read(text), read(joined(text, scam, joint, cut))
    assert after.kind not in GENUINE
    if before.kind is Kind.SCAM:
        assert after.kind in GRAVE


@settings(max_examples=1500)
@given(
    st.sampled_from(EVERY),
    st.sampled_from(SCAMS),
    st.sampled_from(JOINTS),
    st.integers(0, 9),
)
def test_a_scam_cue_more_never_makes_a_message_look_more_genuine(
    text, scam, joint, cut
):
    never_more_genuine(text, scam, joint, cut)


@settings(max_examples=200)
@given(TEXTS, st.sampled_from(SCAMS))
def test_a_scam_on_a_line_of_its_own_is_heard_under_any_text(text, scam):
    before, after = read(text), read(f"{text}\n{scam}")
    assert after.kind not in GENUINE
    if before.kind is Kind.SCAM:
        assert after.kind in GRAVE


@pytest.mark.parametrize("joint", JOINTS)
@pytest.mark.parametrize("scam", SCAMS, ids=lambda scam: scam[:12])
def test_no_warning_of_a_genuine_message_silences_a_scam_beside_it(scam, joint):
    for cut, text in enumerate(REASSURING):
        assert read(joined(text, scam, joint, cut)).kind in GRAVE


@given(st.lists(EVERY_CUE), EVERY_CUE)
def test_weighing_one_scam_cue_more_moves_nothing_but_towards_scam(cues, more):
    if more.points_to is not Kind.SCAM:
        return
    before, after = weigh(cues), weigh([*cues, more])
    assert after in {before, Kind.SCAM}


@pytest.mark.parametrize("text", EVERY)
def test_the_order_of_repetition_does_not_matter(text):
    assert read(f"{text}\n{text}").kind == read(text).kind
