"""No sentence of the money tools is idle, and none promises what nobody can."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from tests.tools.money_pages import pages
from timeline.catalog.files import DATA

FILES = ("budget", "cost", "court-cost", "debts", "offer", "offer-advice", "rate")
# Keys of the program, not words: they are checked against it when a file is read.
NO_WORDS = {"cites", "basis", "link", "letter", "outcomes", "when", "papers", "key"}
# What stands in between is a figure of the day, or of the visitor.
FIGURE = re.compile(r"\{\{.*?\}\}|\{\w+\}")
# Of anybody's debt nobody here may say that it is not to be paid …
FREE = r"(?:不用|不必|无需|不需要|可以不|用不着)再?(?:偿还|支付|还|付|管)"
# … nor that another side has to agree to what it may refuse.
GRANTED = (
    r"(?:必须|应当|肯定|一定)(?:会|能|要)?(?:同意|减免|停息|批准|谈成)"
    r"|(?:保证|包)(?:能|你|您)?(?:同意|减免|停息|通过|谈成)"
    r"|有权(?:要求)?(?:分期|减免|停息|延期|展期)"
)
SOLD = re.compile(f"{FREE}|{GRANTED}")
# The same words where they are denied, or speak of rent.
DENIED = (
    "不等于不用还",
    "不用付的",
    "前面不用付，那一天要全拿出来",
    "不是必须同意",
    "没有规定要求它必须同意",
)


def sold(text: str) -> list[str]:
    """Every promise in a text that nobody can keep, with what stands around it."""
    for denied in DENIED:
        text = text.replace(denied, "")
    return [
        text[max(match.start() - 20, 0) : match.end() + 10]
        for match in SOLD.finditer(text)
    ]


def sentences(data: Any, key: str = "") -> Iterator[str]:
    """Every text of a file, whatever table it stands in."""
    if isinstance(data, dict):
        for name, value in data.items():
            if name not in NO_WORDS and name != "title" * (key == "sections"):
                yield from sentences(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from sentences(value, key)
    elif isinstance(data, str):
        yield data


@pytest.fixture(scope="module")
def shown() -> dict[str, str]:
    """The pages are asked for once for all tests of this file."""
    return {}


@pytest.fixture
def text(client, shown) -> str:
    """Everything that the money tools say."""
    if not shown:
        shown["text"] = pages(client)
    return shown["text"]


@pytest.mark.parametrize("name", FILES)
def test_every_sentence_of_the_file_comes_to_a_page(text, name):
    data = tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
    idle = [
        sentence
        for sentence in sentences(data)
        if not all(part in text for part in FIGURE.split(sentence))
    ]
    assert idle == []


def test_no_page_says_that_nothing_need_be_paid_or_that_others_must_agree(text):
    found = sold(text)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "promise",
    [
        "超过这条线的部分不用还了",
        "三年过了，可以不还",
        "高于 24% 就无需再支付",
        "银行必须同意分期",
        "我们保证减免",
        "您有权要求停息",
        "不等于不用还，其实不必还",
    ],
)
def test_such_a_promise_would_be_seen(promise):
    assert sold(f"先要明细。{promise}。")
