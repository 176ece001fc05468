"""Real questions find the page that answers them, alike on both databases."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys

import pytest
from django.conf import settings
from django.urls import Resolver404, resolve

from tests.portal.search.answers import questions, results

LEAST_RATE = 0.9
POSTGRES = "postgres://root@127.0.0.1:5432/search_{}"


@pytest.fixture
def found(db):
    return results()


def test_nine_of_ten_questions_are_answered_among_the_first_three(found):
    misses = [
        f"{one['id']} {one['question']} → {found[one['question']][:3]}"
        for one in questions()
        if not set(one["pages"]) & set(found[one["question"]][:3])
    ]
    rate = 1 - len(misses) / len(questions())
    report = "\n".join([f"{rate:.1%} of {len(questions())} questions", *misses])
    sys.stdout.write(f"\n{report}\n")
    assert rate >= LEAST_RATE, report


def test_every_accepted_page_has_an_address():
    wrong = []
    for one in questions():
        for page in one["pages"]:
            try:
                resolve(page)
            except Resolver404:
                wrong.append(page)
    assert wrong == []


def postgres_answers() -> bool:
    try:
        socket.create_connection(("127.0.0.1", 5432), timeout=1).close()
    except OSError:
        return False
    return True


@pytest.mark.skipif(not postgres_answers(), reason="no PostgreSQL on this machine")
def test_postgresql_and_sqlite_give_the_same_results_in_the_same_order(tmp_path):
    urls = POSTGRES.format(os.getpid()), f"sqlite:///{tmp_path}/search.sqlite3"
    first, second = (results_on(url) for url in urls)
    assert first == second


def results_on(url: str) -> dict[str, list[str]]:
    answer = subprocess.run(
        [sys.executable, "-m", "tests.portal.search.answers"],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DATABASE_URL": url},
        capture_output=True,
        check=True,
    )
    return json.loads(answer.stdout)
