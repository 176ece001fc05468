"""How fast the search is: ``python -m tests.benchmark.search``.

Makes 10,000 articles from sentences of the shipped ones in a database of its own (or in
the test database of ``DATABASE_URL``), rebuilds the index, and asks the questions of
``tests/cases/questions.toml`` in one process.  Nothing is asserted: machines differ.
"""

from __future__ import annotations

import os
import random
import sys
import tomllib
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Final

import django

ARTICLES: Final = 10_000
ROUNDS: Final = 3
CASES: Final = Path(__file__).parents[1] / "cases" / "questions.toml"
SHORT: Final = ("逾期", "征信", "账", "停息挂账", "法院短信", "爆通讯录", "yuqi")


def main() -> None:
    """Set up a database that is thrown away, and print the figures."""
    with TemporaryDirectory() as folder:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/benchmark.sqlite3")
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
        django.setup()
        from django.test.utils import setup_databases, teardown_databases

        databases = setup_databases(verbosity=0, interactive=False)
        try:
            measure()
        finally:
            teardown_databases(databases, verbosity=0)


def measure() -> None:
    """Fill, rebuild, ask; print as it goes."""
    from django.db import connection

    from portal.search.index import rebuild
    from portal.search.results import search

    fill()
    start = perf_counter()
    entries = rebuild()
    say(f"{connection.vendor}: rebuilt {entries} entries", perf_counter() - start, "s")
    questions = tomllib.loads(CASES.read_text(encoding="utf-8"))["questions"]
    queries = [*(one["question"] for one in questions), *SHORT]
    search("逾期")  # loads the dictionary once
    times, work = [], []
    for query in queries * ROUNDS:
        start, worked = perf_counter(), process_time()
        search(query)
        times.append((perf_counter() - start) * 1000)
        work.append((process_time() - worked) * 1000)
    say(f"median of {len(times)} searches", median(times), "ms")
    say("95th percentile", quantiles(times, n=20)[-1], "ms")
    # On SQLite all the work is ours; the rest is waiting for a busy machine.
    say("95th percentile of CPU time", quantiles(work, n=20)[-1], "ms")
    say("slowest", max(times), "ms")


def fill() -> None:
    """Ten thousand articles of the length and with the words of ours."""
    from portal.content import seeds
    from portal.models import Article, Status, Topic

    shipped = [seed for seed in seeds() if seed.model is Article]
    sentences = [
        sentence
        for seed in shipped
        for sentence in seed.values["body"].split("\n")
        if sentence
    ]
    rng = random.Random(7)  # noqa: S311 - the same articles on every run
    topics = [
        Topic.objects.create(key=f"t{n}", title=f"主题{n}", summary="一句话。")
        for n in range(11)
    ]
    Article.objects.bulk_create(
        (
            Article(
                slug=f"generated-{number}",
                title=rng.choice(shipped).values["title"][:50],
                answer=rng.choice(shipped).values["answer"],
                body="\n\n".join(rng.sample(sentences, 28)),
                topic=rng.choice(topics),
                status=Status.PUBLISHED,
                review_by="2027-02-23",
            )
            for number in range(ARTICLES)
        ),
        batch_size=500,
    )


def say(what: str, value: float, unit: str) -> None:
    """One figure a line."""
    sys.stdout.write(f"{what}: {value:.1f} {unit}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
