"""The content check stops what may not be published, and lets its look-alikes pass."""

from __future__ import annotations

import re
import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest
from django.core.checks import run_checks

from portal.content_check import Draft, Severity, Shelf, check, reading
from portal.content_check.phrases import wrong
from portal.content_check.rules import wrong_statements
from portal.content_check.shipped import draft_of_seed, page_problems, shipped_problems
from portal.models import Claim, Term
from portal.pages import ItemRecord, PageRecord, SectionRecord
from portal.richtext import render
from portal.seeds import CONTENT, Seed, seeds

DAY = date(2026, 11, 24)
CASES = Path(__file__).parents[2] / "cases" / "content"
PROBLEMS = tomllib.loads((CASES / "problems.toml").read_text("utf-8"))
STATEMENTS = tomllib.loads((CASES / "wrong_statements.toml").read_text("utf-8"))
SHELF = Shelf(
    open=frozenset({("article", "open"), ("topic", "open")}),
    written=frozenset({("article", "draft")}),
)


def problems(body: str, *lines: str, quoted: str = ""):
    return check(Draft(lines, body, quoted=quoted), DAY, SHELF)


def errors(body: str, *lines: str, quoted: str = ""):
    found = problems(body, *lines, quoted=quoted)
    return [problem for problem in found if problem.severity is Severity.ERROR]


def texts(key: str, table: dict[str, dict[str, list[str]]]):
    cases = [(kind, text) for kind, case in table.items() for text in case[key]]
    return pytest.mark.parametrize(("kind", "text"), cases, ids=str)


@texts("wrong", PROBLEMS)
def test_what_must_be_caught_is_caught(kind, text):
    case = PROBLEMS[kind]
    found = [p for p in problems(text) if case["says"] in p.text]
    assert found
    assert found[0].severity == case.get("severity", "error")


@texts("fine", PROBLEMS)
def test_what_only_looks_alike_passes(kind, text):
    assert [p for p in problems(text) if PROBLEMS[kind]["says"] in p.text] == []


@texts("wrong", STATEMENTS)
def test_a_wrong_statement_is_caught_in_its_usual_wordings(kind, text):
    assert kind in [key for _, key in wrong(text)]
    assert any("常见的错误说法" in problem.text for problem in errors(text))


@texts("fine", STATEMENTS)
def test_a_careful_sentence_about_it_passes(kind, text):
    assert [key for _, key in wrong(text)] == []


@pytest.mark.parametrize("key", wrong_statements())
def test_every_wrong_statement_has_its_cases_and_is_told_in_one_sentence(key):
    statement = wrong_statements()[key]
    assert set(STATEMENTS) == set(wrong_statements())
    assert key in [found for _, found in wrong(f"{statement.says}。")]
    assert statement.right.endswith("。")
    assert statement.right.count("。") == 1


def shipped(model: type) -> list[Seed]:
    return [seed for seed in seeds() if seed.model is model]


@pytest.mark.parametrize("claim", shipped(Claim), ids=lambda claim: claim.key)
def test_a_claim_quotes_what_no_page_may_say_and_still_passes(claim: Seed):
    says = re.sub(r"[「」]", "", claim.values["says"])
    assert errors(f"{says}。"), "as our own words it is caught"
    draft = draft_of_seed(claim)
    assert not errors("", *draft.lines[1:], quoted=draft.quoted)


def test_a_title_and_an_answer_are_checked_like_the_body():
    assert errors("好。", "请打 12378。")
    assert errors("好。", "逾期就会坐牢。")
    assert errors("好。", "您有权拒绝。")
    assert not errors("好 [[pipl:47]]。", "您有权要求删除。")
    assert errors("好 [[gbt-45251:hours]]。", "夜里打来违法。")
    assert not errors("好 [[psapl-2025:50]]。", "恐吓违法。")
    assert errors("好。", "{{ norm:nope }}内。")
    assert not errors("好。", "{{ norm:answer-days }}内。")


def test_a_quoted_claim_may_say_anything_but_a_number():
    assert not errors("好。", quoted="逾期就会坐牢，包过")
    assert errors("好。", quoted="打 13812345678 就能减免")


def test_a_problem_names_its_line_and_errors_come_first():
    found = problems("你好,世界。\n\n好。\n\n请打 12378。\n\n[去](tool:nope)")
    assert [problem.line for problem in found] == [5, 7, 1]
    assert [problem.severity for problem in found] == ["error", "error", "warning"]
    assert str(found[0]).startswith("第 5 行：")


def test_a_line_inside_a_paragraph_is_named_too():
    body = "第一行。\n您有权拒绝。\n\n- 一\n- 恐吓违法 [[gbt-45251:hours]]"
    assert {problem.line for problem in errors(body)} == {2, 5}


def test_every_problem_is_one_chinese_sentence():
    for case in PROBLEMS.values():
        for text in case["wrong"]:
            for problem in problems(text):
                assert re.search(r"[\u4e00-\u9fff]", problem.text)
                assert problem.text.endswith("。"), problem.text
                assert "\n" not in problem.text


def test_reading_counts_sentences_without_markup():
    measured = reading(
        "**短句。**[[civil-code:1033]] 再来[一句](tool:assess)。\n\n- 三。"
    )
    assert (measured.sentences, measured.mean) == (3, 7 / 3)
    assert measured.long_share == 0
    assert measured.level == "好读"


def test_reading_tells_the_share_of_long_sentences():
    measured = reading("短句。" + "长" * 70 + "。")
    assert measured.long_share == 0.5
    assert "长句占 50%" in str(measured)
    assert measured.level == "难读"


def test_nothing_to_read_is_no_problem():
    assert reading("").sentences == 0
    assert problems("") == ()


def test_the_shipped_files_have_no_problem_at_all():
    assert [f"{where} {problem}" for where, problem in shipped_problems(DAY)] == []


def test_manage_check_reads_them_and_finds_nothing():
    assert run_checks(tags=["content"]) == []


def test_a_problem_in_a_shipped_file_names_the_file_and_its_line(tmp_path):
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    article = folder / "articles" / "calls-a-day.md"
    text = article.read_text("utf-8")
    last = len(text.rstrip().splitlines())
    article.write_text(f"{text.rstrip()}\n\n请打 12378。\n", "utf-8")
    claim = folder / "claims" / "any-visit-illegal.md"
    claim.write_text(
        claim.read_text("utf-8").replace('conclusion = "', 'conclusion = "我们包过。')
    )
    glossary = folder / "glossary.toml"
    words = glossary.read_text("utf-8")
    glossary.write_text(words.replace('meaning = "', 'meaning = "逾期就会坐牢。', 1))
    related = folder / "articles" / "night-calls.md"
    related.write_text(
        related.read_text("utf-8").replace('["calls-a-day"', '["nobody"')
    )

    found = [f"{where} {problem}" for where, problem in shipped_problems(DAY, folder)]

    assert len(found) == 4
    assert any("calls-a-day.md" in one and f"第 {last + 2} 行" in one for one in found)
    assert any("any-visit-illegal.md 「包过」" in one for one in found)
    assert any("glossary.toml [overdue]" in one for one in found)
    assert any("「article:nobody」指向的页面不存在" in one for one in found)


def test_an_item_of_a_short_page_is_checked_with_its_own_citations():
    items = [
        ItemRecord("您有权要求删除。", ("pipl:47",)),
        ItemRecord("您有权要求删除。", ()),
        ItemRecord("夜里打来，违法。", ("gbt-45251:hours",)),
        ItemRecord("恐吓，违法。", ("psapl-2025:50",)),
    ]
    page = PageRecord(
        title="标题",
        description="请打 12378。",
        answer="一句。",
        tool=False,
        checked=DAY,
        review_by=DAY,
        unchecked=(),
        links=(),
        sections=(SectionRecord("rights", "小标题", tuple(items)),),
    )
    found = {where for where, _ in page_problems("p.toml", page, DAY, SHELF)}
    assert found == {"p.toml", "p.toml [rights] 2", "p.toml [rights] 3"}


def test_the_renderer_finds_nothing_that_the_check_leaves_out():
    for seed in seeds():
        assert render(seed.values.get("body", ""), DAY).problems == (), seed.key


def test_terms_are_drafts_too():
    term = shipped(Term)[0]
    assert draft_of_seed(term).lines == (term.values["word"], term.values["meaning"])
