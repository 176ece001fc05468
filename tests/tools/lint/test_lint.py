"""A pasted text on the page and in the shell."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from tests.engine.lint.drafts import seeded
from tests.tools.assess.asking import TODAY
from timeline.engine import FactsError
from timeline.tools.lint import ask
from timeline.tools.lint.forms import LONGEST

URL = "/letters/check/"
DRAFT = """我承认欠贵司五千元，我保证下个月10号前还清。
再打我妈电话，我就把你们发到抖音上曝光。"""


def test_each_mark_leads_to_its_explanation_and_better_words(client):
    page = client.post(URL, {"text": DRAFT}).content.decode()

    for number, title in ((1, "可能承认了一笔旧债"), (2, "写死了日期或金额")):
        assert f'<a href="#flag-{number}"' in page
        assert f'<li id="flag-{number}"' in page
        assert title in page
    assert "像是威胁" in page
    assert "可以这样：" in page


def test_the_text_comes_back_whole(client):
    for text in (DRAFT, *[case.text for case in seeded()]):
        pieces = client.post(URL, {"text": text}).context["page"].pieces
        assert "".join(piece.text for piece in pieces) == text


def test_every_flag_has_its_number_in_the_text(client):
    text = "".join(case.text for case in seeded() if case.faulty)
    page = client.post(URL, {"text": text, "lender_kind": "micro-loan"}).context["page"]

    shown = {number for piece in page.pieces for number in piece.numbers}
    assert shown == {flag.number for flag in page.flags}


def test_a_text_without_flags_is_no_certificate(client):
    page = client.post(URL, {"text": "请提供合同和明细。"}).content.decode()

    assert "没有找到要改的地方" in page
    assert "没有找到不等于没有问题" in page


def test_markup_in_the_text_stays_text(client):
    page = client.post(URL, {"text": "<script>我承认欠款</script>"}).content.decode()

    assert "<script>我" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": "我" * (LONGEST + 1)}, "text"),
        ({"text": "我", "lender_kind": "nobody"}, "lender_kind"),
        ({"text": "我", "limitation": "blue"}, "limitation"),
    ],
)
def test_what_cannot_be_checked_is_refused_and_kept(client, answers, field):
    response = client.post(URL, answers)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert answers["text"] in response.content.decode()


def test_a_hundred_kilobytes_are_refused_politely(client):
    response = client.post(URL, {"text": "我" * 100_000})

    assert response.status_code in (413, 422)


def test_nothing_is_kept(client):
    response = client.post(URL, {"text": DRAFT})

    assert not response.cookies
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("light", ["green", "red", "unknown"])
@pytest.mark.parametrize("lender", ["bank", "micro-loan", "unknown"])
def test_page_and_shell_agree(client, lender, light):
    facts = {
        "text": DRAFT + "向12378投诉。",
        "lender_kind": lender,
        "limitation": light,
    }
    flags = ask.answer(facts, TODAY)["flags"]
    page = client.post(URL, facts).context["page"]

    assert sum(len(piece.numbers) for piece in page.pieces) == len(flags)
    excerpts = {facts["text"][slice(*flag["span"])] for flag in flags}
    assert {text for line in page.flags for text in line.excerpts} == excerpts


def test_the_schema_describes_what_is_read_and_written():
    shapes = ask.schema()
    for light in ("green", "yellow", "red", "unknown", None):
        question = {"text": DRAFT, "limitation": light, "letter": None}
        Draft202012Validator(shapes["input"]).validate(question)
        answer = {"id": None} | ask.answer(question, TODAY)
        Draft202012Validator(shapes["output"]).validate(json.loads(json.dumps(answer)))


def test_spans_count_code_points():
    text = "😀我承认欠贵司五千元。"
    flag = ask.answer({"text": text}, TODAY)["flags"][0]

    assert text[slice(*flag["span"])].startswith("我承认欠")


def test_a_hundred_kilobytes_are_read_in_the_shell():
    assert ask.answer({"text": "我" * 33_000}, TODAY)["flags"] == []


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ({}, "text"),
        ({"text": 1}, "text"),
        ({"text": "我" * 100_001}, "text"),
        ({"text": "我", "letter": "nonsense"}, "letter"),
        ({"text": "我", "limitation": "blue"}, "limitation"),
        ({"text": "我", "kind": "threat"}, "kind"),
    ],
)
def test_a_wrong_field_is_named(question, field):
    with pytest.raises(FactsError) as error:
        ask.answer(question, TODAY)

    assert error.value.field == field
