"""Files and rows: an editor's change is never lost, an export seeds the same rows."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.content import Outcome, export, row_digest, row_values, sync
from portal.models import Article, Claim, Status, Term, Topic
from portal.seeds import seeds
from timeline.engine import DataError

pytestmark = pytest.mark.django_db
MODELS = (Topic, Term, Article, Claim)
ARTICLE = "article/a-page"
# Each example runs in a transaction of its own, which is rolled back.
examples = settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@contextmanager
def folder_of_its_own() -> Iterator[Path]:
    """A folder of content and a database in which nothing stays."""
    with TemporaryDirectory() as name, transaction.atomic():
        yield Path(name)
        transaction.set_rollback(True)


def words(limit: int) -> st.SearchStrategy[str]:
    """Text as an editor's form hands it on: stripped, no NUL, nothing empty."""
    odd = st.sampled_from("\x7f\\\"'+=[]{}#：，。\u2028 \t一")
    letters = st.characters(exclude_characters="\0", exclude_categories=["Cs"]) | odd
    text = st.text(letters, min_size=1, max_size=limit)
    return text.map(str.strip).filter(bool)


slugs = st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True)
days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
bodies = st.lists(words(30) | st.just("+++") | st.just(""), max_size=6).map(
    lambda lines: "\n".join(lines).strip() or "正文"
)
lists = st.lists(words(8), max_size=3)


def page() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "body": bodies,
            "checked": days,
            "review_by": days,
            "unchecked": st.lists(words(20), max_size=3).map("\n".join),
            "status": st.sampled_from(Status.values),
        }
    )


@st.composite
def libraries(draw: st.DrawFn) -> dict[str, list[dict[str, Any]]]:
    """Rows of every kind, as editors may have made them."""
    topics = draw(st.lists(slugs, min_size=1, max_size=2, unique=True))
    terms = draw(st.dictionaries(slugs, words(20), max_size=3))
    articles = draw(st.lists(slugs, max_size=3, unique=True))
    return {
        "topics": [
            {
                "key": key,
                "title": draw(words(20)),
                "summary": draw(words(40)),
                "position": draw(st.integers(0, 99)),
            }
            for key in topics
        ],
        "terms": [
            {
                "key": key,
                "word": f"{word}{number}",
                "meaning": draw(words(40)),
                "aliases": draw(lists),
                "body": draw(st.just("") | bodies),
            }
            for number, (key, word) in enumerate(terms.items())
        ],
        "articles": [
            draw(page())
            | {
                "slug": slug,
                "title": draw(words(40)),
                "answer": draw(words(60)),
                "stages": draw(lists),
                "roles": draw(lists),
                "tools": draw(lists),
                "topic": draw(st.sampled_from(topics)),
                "related": draw(
                    st.lists(st.sampled_from(articles), max_size=3, unique=True)
                ),
            }
            for slug in articles
        ],
        "claims": [
            draw(page())
            | {
                "slug": slug,
                "says": draw(words(40)),
                "verdict": draw(st.sampled_from(Claim.Verdict.values)),
                "conclusion": draw(words(60)),
                "topic": draw(st.sampled_from(topics)),
            }
            for slug in draw(st.lists(slugs, max_size=2, unique=True))
        ],
    }


def write(library: dict[str, list[dict[str, Any]]]) -> None:
    topics = {row["key"]: Topic.objects.create(**row) for row in library["topics"]}
    for row in library["terms"]:
        Term.objects.create(**row)
    related = {}
    for row in library["articles"]:
        values = row | {"topic": topics[row["topic"]]}
        related[row["slug"]] = values.pop("related")
        Article.objects.create(**values)
    for slug, others in related.items():
        Article.objects.get(slug=slug).related.set(
            Article.objects.filter(slug__in=others)
        )
    for row in library["claims"]:
        Claim.objects.create(**row | {"topic": topics[row["topic"]]})


def everything() -> dict[tuple[str, str], tuple[str, str]]:
    """What stands in the database: fingerprint and status by model and key."""
    return {
        (model.__name__, getattr(row, "slug", None) or row.key): (
            row_digest(row),
            getattr(row, "status", ""),
        )
        for model in MODELS
        for row in model.objects.all()
    }


@examples
@given(library=libraries())
def test_what_is_exported_changes_nothing_when_it_is_synced(library):
    with folder_of_its_own() as folder:
        write(library)
        before = everything()
        assert export(folder) == len(before)
        assert set(sync(folder).values()) <= {Outcome.UNCHANGED}
        assert everything() == before
        assert set(sync(folder).values()) <= {Outcome.UNCHANGED}


@examples
@given(library=libraries())
def test_what_is_exported_makes_the_same_library_on_a_new_site(library):
    with folder_of_its_own() as folder:
        write(library)
        before = everything()
        export(folder)
        for model in (Article, Claim, Term, Topic):
            model.objects.all().delete()
            model.history.all().delete()
        assert set(sync(folder).values()) <= {Outcome.CREATED}
        assert everything() == before


def seed_file(folder: Path, answer: str, body: str = "正文。", **values: Any) -> None:
    """One topic and one article, written as a developer would."""
    (folder / "articles").mkdir(exist_ok=True)
    (folder / "topics.toml").write_text(
        '[shelf]\ntitle = "主题"\nsummary = "一句。"\nposition = 1\n', "utf-8"
    )
    (folder / "glossary.toml").write_text("", "utf-8")
    related = values.get("related", "[]")
    (folder / "articles" / f"{values.get('slug', 'a-page')}.md").write_text(
        f'+++\ntitle = "标题"\nanswer = "{answer}"\ntopic = "shelf"\n'
        f"stages = []\nroles = []\ntools = []\nrelated = {related}\n"
        "checked = 2026-11-01\nreview_by = 2027-11-01\nunchecked = []\n"
        f"{values.get('more', '')}+++\n{body}\n",
        "utf-8",
    )


def article(slug: str = "a-page") -> Article:
    return Article.objects.get(slug=slug)


def edit(answer: str) -> None:
    row = article()
    row.answer = answer
    row.save()


answers = st.sampled_from(["一。", "二。", "三。", "四。"])
steps = st.lists(
    st.tuples(st.sampled_from(["file", "editor", "sync"]), answers), max_size=12
)


@examples
@given(steps=steps)
def test_no_order_of_steps_loses_what_an_editor_wrote(steps):
    """Beside the code runs a model of it: what a file last wrote, and what stands."""
    with folder_of_its_own() as folder:
        seed_file(folder, "零。")
        sync(folder)
        in_file = written = in_row = "零。"
        for step, answer in steps:
            if step == "file":
                seed_file(folder, in_file := answer)
            elif step == "editor":
                edit(in_row := answer)
            else:
                outcome = sync(folder)[ARTICLE]
                if in_file == written:
                    expected = Outcome.UNCHANGED
                elif in_row == in_file:
                    expected, written = Outcome.UNCHANGED, in_file
                elif in_row == written:
                    expected, in_row, written = Outcome.UPDATED, in_file, in_file
                else:
                    expected = Outcome.KEPT
                assert outcome is expected
            assert article().answer == in_row


@examples
@given(first=answers, second=answers)
def test_a_changed_file_reaches_a_row_that_nobody_touched(first, second):
    with folder_of_its_own() as folder:
        seed_file(folder, first)
        sync(folder)
        seed_file(folder, second)
        outcome = sync(folder)[ARTICLE]
        same = first == second
        assert outcome is (Outcome.UNCHANGED if same else Outcome.UPDATED)
        assert article().answer == second


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "编辑的标题"),
        ("body", "编辑的正文。"),
        ("unchecked", "没有核实。"),
        ("stages", ["contact"]),
        ("review_by", date(2028, 1, 1)),
    ],
)
def test_both_changed_is_kept_and_reported_whatever_was_changed(name, value):
    with folder_of_its_own() as folder:
        seed_file(folder, "一。")
        sync(folder)
        row = article()
        setattr(row, name, value)
        row.save()
        seed_file(folder, "二。", body="文件的正文。")
        assert sync(folder)[ARTICLE] is Outcome.KEPT
        assert row_values(article())[name] == value
        assert article().answer == "一。"


def test_a_change_of_related_articles_is_an_editors_change_too():
    with folder_of_its_own() as folder:
        seed_file(folder, "别的。", slug="other")
        seed_file(folder, "一。", related='["other"]')
        sync(folder)
        assert [row.slug for row in article().related.all()] == ["other"]
        article().related.clear()
        seed_file(folder, "二。", related='["other"]')
        assert sync(folder)[ARTICLE] is Outcome.KEPT
        assert not article().related.exists()


def test_a_page_that_an_editor_renamed_does_not_come_back_under_its_old_name():
    with folder_of_its_own() as folder:
        seed_file(folder, "一。")
        sync(folder)
        row = article()
        row.slug = "new-name"
        row.save()
        seed_file(folder, "二。")
        seed_file(folder, "别的。", slug="other", related='["a-page"]')
        outcomes = sync(folder)
        assert outcomes[ARTICLE] is Outcome.KEPT
        assert set(Article.objects.values_list("slug", flat=True)) == {
            "new-name",
            "other",
        }
        assert article("new-name").answer == "一。"
        assert list(article("other").related.all()) == [row]


def test_a_word_that_an_editor_removed_stays_removed():
    with folder_of_its_own() as folder:
        seed_file(folder, "一。")
        (folder / "glossary.toml").write_text('[w]\nword = "词"\nmeaning = "义。"\n')
        sync(folder)
        Term.objects.get(key="w").delete()
        assert sync(folder)["term/w"] is Outcome.KEPT
        assert not Term.objects.exists()


def test_a_sync_changes_no_status_of_a_page_that_is_there():
    with folder_of_its_own() as folder:
        seed_file(folder, "一。")
        sync(folder)
        assert article().status == Status.PUBLISHED
        Article.objects.update(status=Status.WITHDRAWN)
        seed_file(folder, "二。")
        assert sync(folder)[ARTICLE] is Outcome.UPDATED
        assert article().status == Status.WITHDRAWN


def test_a_page_that_waits_for_its_day_is_not_published_by_its_file():
    with folder_of_its_own() as folder:
        seed_file(folder, "一。")
        sync(folder)
        later = timezone.now() + timedelta(days=1)
        Article.objects.update(publish_at=later)
        shutil.rmtree(folder / "articles")
        export(folder)
        seed = next(seed for seed in seeds(folder) if seed.model is Article)
        assert seed.state["status"] == Status.APPROVED


@pytest.mark.parametrize(
    "broken",
    [
        {"related": '["nobody"]'},
        {"more": 'topic = "again"\n'},
        {"more": "unknown = 1\n"},
        {"more": 'status = "ready"\n'},
    ],
)
def test_a_file_that_cannot_be_used_is_named_and_nothing_is_written(broken):
    with folder_of_its_own() as folder:
        seed_file(folder, "一。", **broken)
        with pytest.raises(DataError, match="a-page"), transaction.atomic():
            sync(folder)
        assert not Article.objects.exists()
