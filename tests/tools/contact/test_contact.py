"""我不是借款人: the four questions, the one screen, and what is never said on it."""

from __future__ import annotations

import re
from datetime import date
from itertools import product

import pytest

from tests.engine.contact.test_contact import table
from tests.portal.reading import read
from timeline.catalog import words
from timeline.catalog.contact import contact_words
from timeline.catalog.letters import letters
from timeline.engine import LenderKind, Role
from timeline.engine.contact import ContactFacts, Said, Signed
from timeline.tools.contact.page import contact_page

CONTACT = "/contact/"
TEXT = "/contact/text/"
TODAY = date(2026, 11, 23)
ALL = {"signed": "nothing", "lender_kind": "micro-loan", "told": "yes"}
# Words of a step towards paying. What a page warns of stands in quotation marks, and
# what it forbids behind 不, 没 or 别: both are taken out before they are looked for.
REPAYMENT = re.compile(
    "先还|还款方案|代还|代偿|分期|每月还|替他还|帮他还|垫付|先垫|凑钱|协商还款|还一部分"
)
WARNED = re.compile("「[^」]*」|[不没别][^，。；：]{0,8}还|愿意代偿的除外")
SCREENS = [
    (signed, said)
    for signed, said in product(Signed, [(), *[(one,) for one in Said], tuple(Said)])
]


def advice(response) -> str:
    """What the page says to do, without the questions themselves."""
    page = response.context["page"]
    guide = page.guide
    told = [*page.said, *page.complaints, *guide.police, *guide.record]
    lines = [page.title, page.text, *page.now, guide.script.text]
    lines += [part for step in page.steps for part in (step.title, step.text)]
    lines += [one.text for one in told]
    lines += [part for one in guide.others for part in (one.text, one.tell)]
    lines += [one.what for one in page.pages]
    lines += [page.letter.text] if page.letter else []
    return "\n".join(lines)


def first_screen(response) -> str:
    """The text inside the first element of the answer, spaces taken out."""
    html = response.content.decode()
    inner = html.split('id="first-screen">', 1)[1].split("</div>", 1)[0]
    return "".join(re.sub("<[^>]*>", "", inner).split())


def test_four_questions_and_each_can_be_left_unknown(client):
    form = read(client.get(CONTACT)).form_to(CONTACT)
    assert list(form.controls) == ["signed", "lender_kind", "told", "said", "answer"]
    for name in ("signed", "lender_kind", "told", "said"):
        assert "unknown" in form.controls[name].options


def test_an_empty_form_is_answered(client):
    response = client.post(CONTACT, {})
    assert response.status_code == 200
    assert "没有书面保证，就不是担保人" in read(response).text


def test_an_impossible_answer_is_refused_and_the_others_kept(client):
    response = client.post(CONTACT, ALL | {"said": ["threat", "胡说"]})
    page = read(response)
    assert response.status_code == 422
    kept = page.form_to(CONTACT).controls
    assert kept["signed"].value == "nothing"
    assert kept["lender_kind"].value == "micro-loan"
    assert page.title.startswith("错误：")


def test_the_answer_says_all_that_was_promised(client):
    said = ["threat", "ask-to-pay", "debt-details"]
    response = client.post(CONTACT, ALL | {"said": said})
    page = read(response)
    for heading in ("今天就做", "三句话不要说", "留一份记录", "什么时候直接报警"):
        assert heading in [text for _, text in page.headings], heading
    assert words.scripts()["contact"].text in page.text
    assert "/conduct/" in page.links
    for key in ("stop-contacting-me", "delete-my-number"):
        assert f"/letters/{key}/" in page.links
    assert response.headers["Cache-Control"].count("no-store")


@pytest.mark.parametrize(("signed", "said"), SCREENS)
def test_the_first_screen_holds_at_most_300_characters(client, signed, said):
    response = client.post(CONTACT, {"signed": signed, "said": said})
    shown = first_screen(response)
    assert 100 <= len(shown) <= 300
    assert response.context["page"].title in shown
    assert "「我替他还」" in shown


@pytest.mark.parametrize(("signed", "said"), SCREENS)
def test_no_rendered_answer_holds_a_repayment_step(client, signed, said):
    response = client.post(CONTACT, {"signed": signed, "said": said})
    assert REPAYMENT.findall(WARNED.sub("", advice(response))) == []
    assert "/repay/offer/" not in read(response).links
    titles = [action.title for action in words.actions().values() if action.repayment]
    assert [title for title in titles if title in read(response).text] == []


def test_no_answer_of_the_whole_table_holds_a_repayment_step():
    seen = set()
    for facts in table():
        page = contact_page(facts, TODAY) if facts.told is not None else None
        if page is None:
            continue
        texts = (page.title, page.text, *[step.text for step in page.steps])
        for text in {*texts, *[one.text for one in page.said]} - seen:
            seen.add(text)
            assert REPAYMENT.findall(WARNED.sub("", text)) == [], text
    assert len(seen) > 40


@pytest.mark.parametrize(
    "said", ["先还一部分，表示诚意。", "可以替他还。", "写一份还款方案。"]
)
def test_a_repayment_step_would_be_noticed(said):
    assert REPAYMENT.search(WARNED.sub("", said))


def test_only_letters_that_speak_of_no_payment_are_offered():
    for standing in contact_words().standings.values():
        for key in standing.letters:
            record = letters()[key]
            assert not record.acknowledges_debt
            assert not record.promises
            assert {Role.CONTACT, Role.GUARANTOR} & set(record.writers)


@pytest.mark.parametrize(
    "page", ["family", "guarantor", "recycled-number", "colleague", "identity-used"]
)
def test_every_page_for_one_kind_of_person_advises_no_repayment(client, page):
    shown = read(client.get(f"/contact/{page}/"))
    assert REPAYMENT.findall(WARNED.sub("", shown.text)) == []
    assert "/repay/offer/" not in shown.links
    assert "/contact/" in shown.links


@pytest.mark.parametrize(
    ("said", "page"),
    [
        ("family", "/contact/family/"),
        ("died", "/contact/family/"),
        ("guarantor", "/contact/guarantor/"),
        ("wrong-person", "/contact/recycled-number/"),
        ("workplace", "/contact/colleague/"),
        ("your-loan", "/contact/identity-used/"),
    ],
)
def test_what_was_said_leads_to_its_page(client, said, page):
    response = client.post(CONTACT, {"signed": "nothing", "said": [said]})
    listed = [link.name for link in response.context["page"].pages]
    assert page in read(response).links
    assert page.strip("/").replace("/", "-") in listed


def test_the_letter_can_be_saved_as_text(client):
    response = client.post(TEXT, ALL | {"said": ["threat"]})
    assert response.headers["Content-Disposition"].endswith('"letter-01.txt"')
    text = response.content.decode("utf-8-sig")
    assert "我不是借款人" in text
    assert "\r\n" in text


def test_the_letter_saved_is_the_letter_shown(client):
    response = client.post(CONTACT, ALL | {"said": ["your-loan", "insult"]})
    page, kept = read(response), response.context["form"].hidden_values()
    sent: dict[str, list[str]] = {}
    for name, value in kept:
        assert f'name="{name}" value="{value}"' in response.content.decode()
        sent.setdefault(name, []).append(value)
    text = client.post(TEXT, sent).content.decode("utf-8-sig")
    assert "情况说明" in text
    for line in filter(None, text.split()):
        assert line in page.text


def test_who_owes_himself_is_given_no_letter_and_no_denial(client):
    response = client.post(CONTACT, {"signed": "joint"})
    page = response.context["page"]
    assert page.letter is None
    assert words.scripts()["contact"].text not in read(response).text
    assert "/assess/" in read(response).links
    assert client.post(TEXT, {"signed": "joint"}).status_code == 200


def test_a_limit_that_protects_contacts_is_not_told_to_a_guarantor():
    heard = frozenset({Said.ASK_TO_PAY, Said.DEBT_DETAILS, Said.WHEREABOUTS})
    facts = ContactFacts(signed=Signed.GUARANTEE, said=heard)
    assert contact_page(facts, TODAY).said == ()


@pytest.mark.parametrize(
    ("lender", "sentence"),
    [
        (LenderKind.MICRO_LOAN, "违反监管规定"),
        (LenderKind.CONSUMER_FINANCE, "违反监管规定"),
        (LenderKind.BANK, "国家标准（推荐性）"),
        (LenderKind.PRIVATE, "国家标准（推荐性）"),
        (LenderKind.UNKNOWN, "国家标准（推荐性）"),
    ],
)
def test_only_a_rule_that_binds_the_lender_is_held_against_it(lender, sentence):
    facts = ContactFacts(
        signed=Signed.NOTHING, lender_kind=lender, said=frozenset({Said.ASK_TO_PAY})
    )
    (told,) = contact_page(facts, TODAY).said
    assert sentence in told.text


def test_the_assessment_quotes_the_same_words_for_the_phone(client):
    answers = {"role": "contact", "when": "unknown", "papers": "none"}
    page = read(client.post("/assess/", answers))
    assert words.scripts()["contact"].text in page.text


def test_the_borrower_is_led_to_the_letter_that_changes_a_contact(client):
    assert "/letters/change-emergency-contact/" in read(client.get(CONTACT)).links


def test_a_request_from_another_site_is_refused(client):
    response = client.post(CONTACT, ALL, headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 403
