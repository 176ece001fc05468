"""Markdown becomes safe HTML, whatever somebody writes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.richtext import Explained, render

DAY = date(2026, 11, 23)
ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[点我](javascript:alert(1))",
    "[点我](JaVaScRiPt:alert(1))",
    "[点我](data:text/html;base64,PHNjcmlwdD4=)",
    "[点我](vbscript:msgbox(1))",
    "![图](x onerror=alert(1))",
    "<a href='javascript:alert(1)'>a</a>",
    "<svg/onload=alert(1)>",
    "<math><mtext><img src=x onerror=alert(1)></mtext></math>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<style>*{background:url(javascript:alert(1))}</style>",
    '[a](https://example.com "onmouseover=alert(1)")',
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    '!!! warning "<script>alert(1)</script>"\n    x',
    "## <script>alert(1)</script>",
    "| a |\n|---|\n| <script>alert(1)</script> |",
    "[[<script>alert(1)</script>]]",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "<<script>script>alert(1)<</script>/script>",
    "[x](tool:'><script>alert(1)</script>)",
)


def executable(html: str) -> list[str]:
    """What a browser might run in ``html``."""
    lowered = html.lower()
    signs = ("<script", "<img", "<svg", "<iframe", "<style", "<math", "<object")
    found = [sign for sign in signs if sign in lowered]
    for part in lowered.split("<")[1:]:
        tag = part.split(">")[0]
        if "javascript:" in tag or "vbscript:" in tag or "data:" in tag:
            found.append(tag)
        if " on" in " ".join(tag.split('"')[0::2]):  # outside quoted values
            found.append(tag)
    return found


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_that_a_browser_would_run_survives(attack):
    for text in (attack, f"**{attack}**", f"- {attack}", f"前{attack}后"):
        assert executable(render(text, DAY).html) == []


@given(st.text(max_size=200), st.sampled_from(ATTACKS), st.text(max_size=200))
def test_nothing_survives_between_any_other_text(before, attack, after):
    assert executable(render(before + attack + after, DAY).html) == []


@given(st.text(max_size=400))
def test_any_text_renders_without_an_error(text):
    render(text, DAY)


def test_chinese_emphasis_needs_no_spaces():
    html = render("**注意：**借款人请看**《民法典》**第676条", DAY).html

    assert html.count("<strong>") == 2


def test_a_citation_becomes_a_chip_with_its_strength():
    page = render("联系人不用还。[[civil-code:681]]", DAY)

    assert 'href="/sources/civil-code/#a-681"' in page.html
    assert "badge--law" in page.html
    assert [citation.reference for citation in page.citations] == ["civil-code:681"]


def test_a_citation_that_leads_nowhere_is_named_and_not_linked():
    page = render("见[[civil-code:99999]]", DAY)

    assert page.citations == ()
    assert page.problems == ("找不到依据「civil-code:99999」。",)
    assert "href" not in page.html


def test_a_second_hand_text_is_marked_and_its_number_left_out():
    html = render("[[micro-loan-measures:37]]", DAY).html

    assert "转述，未核对原文" in html
    assert "第三十七条" not in html


def test_a_figure_comes_from_its_norm_on_that_day():
    text = "收到起 {{ norm:payment-order-objection-days }}内。"

    assert "15 日内" in render(text, DAY).html
    assert "15 日" not in render(text, date(2020, 1, 1)).html


def test_a_link_inside_the_site_is_resolved_by_name():
    html = render("[看自测](tool:assess)、[尺](profile:renxingdai)", DAY).html

    assert 'href="/assess/"' in html
    assert 'href="/timeline/renxingdai/"' in html


def test_a_dead_link_loses_its_address_and_keeps_its_words():
    page = render("[去哪](tool:nowhere)", DAY)

    assert "href" not in page.html
    assert "去哪" in page.html
    assert page.problems == ("链接「tool:nowhere」哪里也不通。",)


def test_a_word_is_explained_once_where_it_first_stands():
    term = Explained("保证人", "guarantor", "书面答应担责的人")
    html = render("## 保证人\n\n保证人要书面。保证人不是联系人。", DAY, (term,)).html

    assert html.count('class="term"') == 1
    assert html.index("<h2") < html.index('class="term"')


def test_a_table_aligns_by_class_because_the_policy_allows_no_style():
    html = render("| 一 | 二 |\n|---|--:|\n| 1 | 2 |", DAY).html

    assert 'class="align-right"' in html
    assert "style=" not in html


def test_headings_are_known_for_the_contents_of_a_page():
    page = render("## 先做什么\n\n甲\n\n## 再做什么\n\n乙", DAY)

    assert [heading.text for heading in page.headings] == ["先做什么", "再做什么"]
    assert all(f'id="{heading.key}"' in page.html for heading in page.headings)


def test_a_number_of_the_channels_can_be_tapped():
    html = render("**打 {{ channel:12368 }}**，报案号", date(2026, 11, 23)).html
    assert html == ('<p><strong>打 <a href="tel:12368">12368</a></strong>，报案号</p>')
