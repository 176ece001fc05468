"""The content check stops what may not be published, and lets its look-alikes pass."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from portal.content_check import Severity, check
from portal.seeds import CONTENT, FENCE

DAY = date(2026, 11, 24)
ARTICLES = sorted((CONTENT / "articles").glob("*.md"))


def errors(body, answer=""):
    problems = check("标题", answer, body, DAY)
    return [problem for problem in problems if problem.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("请打 12378。", "请打 {{ channel:12378 }}。"),
        ("我们包过。", "有人说「包过」，那是圈套。"),
        ("### 小标题", "## 小标题"),
        ("见 [[no-such:1]]。", "见 [[civil-code:1033]]。"),
        ("{{ norm:nope }}内。", "{{ norm:answer-days }}内。"),
        ("[去看](tool:nope)", "[去看](tool:conduct)"),
        ("这样做违法。", "这样做违法 [[civil-code:1033]]。"),
        ("违法 [[gbt-45251:hours]]。", "有人说「违法」，不一定。"),
    ],
)
def test_each_error_is_told_from_its_look_alike(wrong, right):
    assert errors(wrong)
    assert not errors(right)


def test_a_problem_names_its_line():
    assert errors("好。\n\n请打 12378。")[0].line == 3


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_shipped_articles_have_no_error(path):
    _, head, body = path.read_text("utf-8").split(FENCE, 2)
    assert errors(body, tomllib.loads(head)["answer"]) == []
