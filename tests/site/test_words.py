"""Words: every key has them, and none says more than we know."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from portal.content_check.phrases import wrong
from tests.portal.texts import (
    HAN,
    ROOT,
    readings,
    statements,
    without_quotations,
)
from timeline import catalog
from timeline.catalog import words
from timeline.citations import cite
from timeline.engine import LegalStage, PaperKind, Strength, TimeStage
from timeline.engine.deadlines import DEADLINE_KEYS
from timeline.engine.rules import ACTIONS, FINDINGS, RIGHTS

PROMISES = re.compile(
    r"包过|包成功|100%|百分之百|洗白|停息挂账(?:成功|办理)|铲单|上岸|内部渠道|"
    r"保证(?:成功|减免|撤诉|解决)|一定(?:能|会)(?:减免|胜诉|赢|成功|撤销)|"
    r"(?:必|肯定|绝对)(?:胜|赢|成功|能减)|无需还款|不用还钱|放心不还"
)
SHAME = re.compile(r"老赖|赖账|欠债人|失信者|活该|咎由自取|丢人|可耻|后果自负")
# Service numbers (110, 120, 122, 123xx, 95xxx, 96xxx, 100xx), mobile numbers,
# landlines, 400 and 800.
SERVICE = re.compile(
    r"(?<![\d.,-])(?:11[09]|12[02]|12[13]\d\d|9[56]\d{3}|100\d\d)(?!\d)"
)
NUMBER = re.compile(
    r"(?<!\d)(?:1[3-9]\d{9}|[48]00[- ]?\d{3}[- ]?\d{4}|0\d{2,3}[- ]\d{7,8})(?!\d)"
)
# A denial and a question claim nothing.
ILLEGAL = re.compile(r"(?<!不)(?<!哪些做法)(?<!不自动等于)违法")
BINDING = (Strength.LAW, Strength.REGULATION, Strength.INTERPRETATION)
HALF_WIDTH = re.compile(
    r"[\u4e00-\u9fff，。；：、（）「」]\s?[,;!?]|[,;!?]\s?[\u4e00-\u9fff]"
    r"|[\u4e00-\u9fff][:(]|[:)][\u4e00-\u9fff]|[\u4e00-\u9fff]\.(?!\w)"
)
QUOTES = re.compile(r"[“”‘’\"']")
ENGLISH = re.compile(r"(?:\b[A-Za-z]{2,}[ ,]+){3,}[A-Za-z]{2,}\b")
LONGEST_AVERAGE = 60


def page_names():
    return pytest.mark.parametrize("name", sorted(readings()))


@pytest.mark.parametrize(
    ("keys", "table"),
    [
        ([rule.key for rule in FINDINGS], words.findings()),
        ([rule.key for rule in ACTIONS], words.actions()),
        ([rule.key for rule in RIGHTS], words.rights()),
        ([kind.key for kind in PaperKind], words.papers()),
        (list(DEADLINE_KEYS), words.deadlines()),
        (list(TimeStage), words.stages("time")),
        (list(LegalStage), words.stages("legal")),
    ],
    ids=["findings", "actions", "rights", "papers", "deadlines", "time", "legal"],
)
def test_every_key_of_the_engine_has_words_and_no_words_lack_a_key(keys, table):
    assert list(table) == [str(key) for key in keys]
    for key, text in table.items():
        name = getattr(text, "title", None) or text.name
        assert HAN.search(name), key


def test_no_text_of_the_data_is_empty_or_has_loose_ends():
    for statement in statements():
        assert statement.text == statement.text.strip(), statement.place
        assert "\n" not in statement.text, statement.place
        assert statement.text.count("「") == statement.text.count("」"), statement.place
        assert statement.text.count("（") == statement.text.count("）"), statement.place


def test_no_text_promises_an_outcome():
    for statement in statements():
        assert not PROMISES.search(without_quotations(statement.text)), statement.place
    for name, page in readings().items():
        assert PROMISES.findall(without_quotations(page.text)) == [], name


def test_nobody_is_shamed():
    for name, page in readings().items():
        assert SHAME.findall(page.text) == [], name


def test_no_page_says_what_articles_often_say_wrongly():
    for name, page in readings().items():
        for line in without_quotations(page.text).split("\n"):
            assert [key for _, key in wrong(line)] == [], f"{name}: {line}"
    for statement in statements():
        found = [key for _, key in wrong(without_quotations(statement.text))]
        assert found == [], statement.place


def rests_on(statement) -> list[str]:
    """The citations of the table that a text stands in."""
    table = statement.table
    found = [*table.get("cites", [])]
    if isinstance(table.get("cite"), str):
        found.append(table["cite"])
    for norm in table.get("norms", []):
        found += [version.cite for version in catalog.norm_records()[norm].versions]
    if statement.place.startswith("timeline/data/sources/") and "gist" in table:
        path, *rest = statement.place.split(" ")
        found.append(f"{Path(path).stem}:{rest[1]}")
    if "versions" in table:
        found += [version["cite"] for version in table["versions"]]
    return found


def test_illegal_is_said_only_of_what_a_law_that_was_read_forbids():
    for statement in statements():
        is_name = "/sources/" in statement.place and statement.key == "title"
        # The word for a strength; the finding that uses it brings the provision.
        is_weight = "/conduct.toml" in statement.place and statement.key in BINDING
        said = ILLEGAL.search(without_quotations(statement.text))
        if is_name or is_weight or not said:
            continue
        # A heading speaks for every item below it.
        items = statement.table.get("items")
        groups = [i["cites"] for i in items] if items else [rests_on(statement)]
        for references in groups:
            cited = [cite(reference) for reference in references]
            assert any(c.verified and c.strength in BINDING for c in cited), (
                f"{statement.place}: {statement.text} {references}"
            )


def test_illegal_is_said_by_no_template():
    for path in (ROOT / "templates").rglob("*.html"):
        assert not ILLEGAL.search(without_quotations(path.read_text("utf-8"))), path


def test_what_was_not_read_is_never_in_quotation_marks():
    for key, source in catalog.sources().items():
        for number, article in source.articles.items():
            if not article.verified:
                assert "「" not in article.gist, f"{key}:{number}"


def test_phone_numbers_are_written_in_one_place_only():
    for statement in statements():
        if "channels.toml" in statement.place or "/hotline.toml" in statement.place:
            continue
        text = re.sub(r"\{\{ channel:\d+ \}\}", "", statement.text)
        found = SERVICE.findall(text) + NUMBER.findall(text)
        assert found == [], f"{statement.place}: {statement.text}"


def test_no_template_holds_a_phone_number():
    for path in (ROOT / "templates").rglob("*.html"):
        text = re.sub(r'(?:d|x|y|width|height|viewBox)="[^"]*"', "", path.read_text())
        text = re.sub(r"<svg.*?</svg>", "", text, flags=re.DOTALL)
        assert SERVICE.findall(text) + NUMBER.findall(text) == [], path.name


@page_names()
def test_every_number_on_a_page_is_one_of_the_channels(name):
    page = readings()[name]
    text = page.text.replace(",", "")
    assert NUMBER.findall(text) == []
    assert set(SERVICE.findall(text)) <= set(words.channels())
    dialled = {x.removeprefix("tel:") for x in page.links if x.startswith("tel:")}
    assert dialled <= set(words.channels())


@page_names()
def test_no_page_holds_an_english_sentence(name):
    assert ENGLISH.findall(readings()[name].text) == []


@page_names()
def test_punctuation_beside_chinese_is_full_width(name):
    found = [line for line in readings()[name].lines if HALF_WIDTH.search(line)]
    assert found == []


@page_names()
def test_quotation_marks_are_corner_brackets(name):
    found = [line for line in readings()[name].lines if QUOTES.search(line)]
    assert found == []


def test_sentences_are_short_on_average():
    lengths = defaultdict(list)
    for statement in statements():
        for sentence in re.split(r"[。！？；]", statement.text):
            if sentence:
                lengths[statement.place.split(" ")[0]].append(len(sentence))
    for place, found in lengths.items():
        assert sum(found) / len(found) <= LONGEST_AVERAGE, place


def test_no_sentence_is_longer_than_anyone_reads():
    for statement in statements():
        for sentence in re.split(r"[。！？；]", statement.text):
            assert len(sentence) <= 120, f"{statement.place}: {sentence}"
