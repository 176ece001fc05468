"""The shipped letters, and what a wrong file is told."""

from __future__ import annotations

import re

import pytest

from tests.tools.letters.filling import KEYS, TODAY
from timeline.catalog import fill, letter_record
from timeline.catalog.blanks import SLOT, BlankKind, blanks
from timeline.catalog.letter_record import LENDER, WRITER, LetterRecord, Part
from timeline.catalog.letters import (
    Need,
    _problems,
    letters,
    needs,
    paid_helpers,
    shelf,
)
from timeline.catalog.records import build
from timeline.catalog.text import SLOT as FIGURE
from timeline.citations import cite
from timeline.engine import DataError, LegalStage, LenderKind, Role
from timeline.engine.deadlines import DEADLINE_KEYS
from timeline.engine.letters import Situation
from timeline.engine.rules import ACTIONS, FINDINGS

WANTED = {
    "stop-contacting-me",
    "delete-my-number",
    "which-data-do-you-hold",
    "change-emergency-contact",
    "complaint-lender",
    "complaint-regulator",
    "complaint-nuisance-calls",
    "complaint-personal-data",
    "police-outline",
    "hardship",
    "instalment-proposal",
    "confirm-oral-agreement",
    "statement-and-contract",
    "adjust-fees",
    "answer-debt-transfer",
    "credit-objection",
    "settlement-certificate",
    "court-answer",
    "payment-order-objection",
    "retain-living-costs",
    "freeze-review",
}
NAMED = re.compile(r"《([^》]+)》((?:第[一二三四五六七八九十百]+条、?)+)")
ARTICLE = re.compile(r"第[一二三四五六七八九十百]+条")
RAW = re.compile(r"\d+ ?(?:日|天|年|个月|%|％)|\d{1,2}:\d{2}")


def sentences(letter: LetterRecord) -> list[str]:
    """Every sentence of a file that somebody reads."""
    lines = [*letter.paragraphs, *letter.accepts, *letter.send]
    return [
        letter.title,
        letter.summary,
        *letter.cannot,
        *letter.unchecked,
        *(line.text for line in lines),
    ]


def test_every_letter_of_the_plan_is_here():
    assert set(letters()) >= WANTED
    assert {letter.need for letter in letters().values()} == set(needs())


@pytest.mark.parametrize("key", KEYS)
def test_an_article_named_in_a_paragraph_stands_in_its_citations(key):
    for line in letters()[key].paragraphs:
        known = [c for c in map(cite, line.cites) if c.verified]
        cited = {
            (name, c.label)
            for c in known
            for name in (c.short, c.title.partition("（")[0])
        }
        for law, numbers in NAMED.findall(line.text):
            for number in ARTICLE.findall(numbers):
                assert (law, number) in cited, line.text


@pytest.mark.parametrize("key", KEYS)
def test_no_sentence_says_and_or_or_at_once(key):
    for sentence in sentences(letters()[key]):
        for word in ("和/或", "及/或", "立即", "马上", "尽快", "不用还"):
            assert word not in sentence, sentence
        assert not re.search(r"(?<![a-zA-Z0-9])[,;!?](?![a-zA-Z0-9])", sentence)


@pytest.mark.parametrize("key", KEYS)
def test_no_figure_of_law_is_written_out(key):
    for sentence in sentences(letters()[key]):
        assert not RAW.search(FIGURE.sub("", SLOT.sub("", sentence))), sentence


@pytest.mark.parametrize("key", KEYS)
def test_illegal_is_said_only_on_the_strength_of_a_law_that_was_read(key):
    letter = letters()[key]
    for line in (*letter.paragraphs, *letter.accepts, *letter.send):
        if "违法" in line.text:
            strengths = {c.strength for c in map(cite, line.cites) if c.verified}
            assert strengths & {"law", "regulation", "interpretation"}, line.text


@pytest.mark.parametrize("key", KEYS)
def test_a_contact_is_never_given_words_of_repayment(key):
    letter = letters()[key]
    if Role.CONTACT in letter.writers:
        assert not letter.acknowledges_debt
        assert not letter.promises


def test_letters_that_speak_of_the_debt_keep_the_defences():
    asking = [letter for letter in letters().values() if letter.asks_limitation]
    assert len(asking) >= 4
    for letter in asking:
        (clause,) = [line for line in letter.paragraphs if line.part is Part.CLAUSE]
        assert "不构成对任何债务及其金额的确认" in clause.text
        assert "放弃诉讼时效等抗辩" in clause.text


def test_an_identity_number_has_a_line_and_no_control():
    kinds = {key: blank.kind for key, blank in blanks().items()}
    assert BlankKind.IDENTITY in kinds.values()
    for blank in blanks().values():
        if blank.kind is not BlankKind.IDENTITY:
            assert "身份证" not in blank.label
        fill(blank.label + blank.hint, TODAY)


def test_every_suggestion_names_keys_of_the_engine():
    known = {
        "findings": {rule.key for rule in FINDINGS},
        "actions": {rule.key for rule in ACTIONS},
        "deadlines": set(DEADLINE_KEYS),
    }
    for key, letter in letters().items():
        for name, keys in known.items():
            assert set(getattr(letter.fits, name)) <= keys, key


def test_a_deadline_suggests_its_letter_before_anything_else():
    keys = shelf().fitting(
        Situation(
            Role.BORROWER,
            deadlines=frozenset({"payment-order-objection"}),
            actions=("ask-for-statement",),
            findings=(),
            stage=LegalStage.PAYMENT_ORDER,
        )
    )
    assert keys[0] == "payment-order-objection"
    assert "statement-and-contract" in keys


def test_a_contact_is_suggested_only_letters_a_contact_may_write():
    everything = Situation(
        Role.CONTACT,
        deadlines=frozenset(DEADLINE_KEYS),
        actions=tuple(rule.key for rule in ACTIONS),
        findings=tuple(rule.key for rule in FINDINGS),
        stage=LegalStage.ENFORCEMENT,
    )
    keys = shelf().fitting(everything)
    assert keys
    assert all(Role.CONTACT in letters()[key].writers for key in keys)


def test_a_regulator_fits_the_kind_of_lender():
    letter = letters()["complaint-regulator"]

    def told(kind: LenderKind) -> str:
        return "".join(
            line.text
            for line in letter.accepts
            if kind in line.when.get(LENDER, (kind,))
        )

    assert "channel:12378" in told(LenderKind.BANK)
    assert "channel:12378" in told(LenderKind.CONSUMER_FINANCE)
    assert told(LenderKind.MICRO_LOAN).startswith("小额贷款公司：省级地方金融管理局")
    assert "说法不一" in told(LenderKind.MICRO_LOAN)
    assert "channel:12378" not in told(LenderKind.PRIVATE)


def test_there_are_five_signs_and_a_way_out_of_each_loss():
    helpers = paid_helpers()
    assert len(helpers.signs) == 5
    said = "".join(remedy.title for remedy in helpers.remedies)
    for loss in ("钱", "证件", "电话卡"):
        assert loss in said


GOOD = {
    "title": "一封信",
    "summary": "为什么写。",
    "need": "stop",
    "position": 1,
    "file_name": "letter-99",
    "writers": ["contact"],
    "acknowledges_debt": False,
    "promises": False,
    "accepts": [{"text": "客服。"}],
    "send": [{"text": "留回执。"}],
    "cannot": [],
    "blanks": ["lender"],
    "paragraphs": [{"text": "{{ blank:lender }}："}],
    "checked": TODAY,
    "review_by": TODAY,
}


def problems(key: str = "a-letter", **changes: object) -> list[str]:
    return list(_problems(key, build(GOOD | changes, LetterRecord, "x.toml")))


def test_a_sound_file_has_no_problem():
    assert problems() == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"key": "check"}, "not a key"),
        ({"file_name": "逾期投诉"}, "no neutral file name"),
        ({"need": "nonsense"}, "no need"),
        ({"blanks": ["lender", "no-such-blank"]}, "unknown blank"),
        ({"blanks": ["lender", "my-name"]}, "never used"),
        ({"blanks": ["my-name"]}, "not listed"),
        ({"promises": True}, "keeps the defences"),
        (
            {"paragraphs": [{"text": "{{ blank:lender }}", "cites": ["civil-code:9"]}]},
            "unknown citation",
        ),
        (
            {"paragraphs": [{"text": "{{ blank:lender }}", "when": {"wind": ["no"]}}]},
            "not listed",
        ),
        (
            {
                "paragraphs": [
                    {"text": "{{ blank:lender }}", "when": {WRITER: ["borrower"]}}
                ]
            },
            "impossible condition",
        ),
    ],
)
def test_a_wrong_file_is_told_what_is_wrong(changes, said):
    assert any(said in problem for problem in problems(**changes))


@pytest.mark.parametrize(
    ("shape", "values"),
    [
        (LetterRecord, GOOD | {"colour": "red"}),
        (Need, {"title": "一"}),
        (letter_record.Clock, {"deadline": "no", "paper": "summons", "received": "x"}),
        (letter_record.Clock, {"deadline": "answer", "paper": "no", "received": "x"}),
    ],
)
def test_a_file_with_odd_keys_is_refused(shape, values):
    with pytest.raises(DataError):
        build(values, shape, "x.toml")
