"""The index follows edits at once, can be made anew, and never breaks a page."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from importlib import import_module
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from portal.models import Status
from portal.search import index, store
from portal.search.results import search
from tests.portal.search.shelf import article, claim, saved, term, topic, urls
from timeline.catalog.text import NO_VALUE

TABLES = import_module("portal.migrations.0020_search")


@pytest.mark.django_db
def test_what_is_published_is_found_at_once():
    article("night-calls", "半夜还打催收电话可以吗")
    assert "/articles/night-calls/" in urls("半夜 催收")


@pytest.mark.django_db
def test_a_changed_title_is_found_and_the_old_one_is_not():
    row = article("one", "紫色的独角兽")
    row.title = "绿色的麒麟"
    saved(row)
    assert urls("麒麟") == ["/articles/one/"]
    assert urls("独角兽") == []


@pytest.mark.django_db
def test_a_changed_address_leaves_no_old_one():
    row = article("before", "紫色的独角兽")
    row.slug = "after"
    saved(row)
    assert urls("独角兽") == ["/articles/after/"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "status", [one for one in Status if one is not Status.PUBLISHED]
)
def test_what_is_not_published_is_not_found(status):
    row = article("one", "紫色的独角兽")
    row.status = status
    saved(row)
    assert urls("独角兽") == []


@pytest.mark.django_db
def test_what_is_published_later_is_found_later():
    row = article("one", "紫色的独角兽", publish_at=timezone.now() + timedelta(hours=1))
    assert urls("独角兽") == []
    row.publish_at = timezone.now() - timedelta(seconds=1)
    saved(row)
    assert urls("独角兽") == ["/articles/one/"]


@pytest.mark.django_db
def test_what_is_deleted_is_gone():
    row = term("unicorn", "独角兽")
    assert urls("独角兽") == ["/glossary/#unicorn"]
    index.forget(row)
    row.delete()
    assert urls("独角兽") == []


@pytest.mark.django_db
def test_every_sort_of_row_is_found():
    article("a", "独角兽一")
    claim("c", "独角兽二")
    term("t", "独角兽三")
    topic("u", "独角兽四")
    found = {"/articles/a/", "/claims/c/", "/glossary/#t", "/topics/u/"}
    assert set(urls("独角兽")) == found


@pytest.mark.django_db
def test_other_spellings_of_a_word_lead_to_it():
    term("record", "信用报告", aliases=["独角兽单子"])
    assert urls("独角兽单子") == ["/glossary/#record"]


@pytest.mark.django_db
def test_figures_and_hotlines_are_found_as_readers_see_them():
    article("one", "独角兽", answer="有危险打 {{ channel:120 }}。")
    (result,) = search("独角兽").results
    answer = "".join(piece.text for piece in result.answer_pieces)
    assert answer == "有危险打 120。"


@pytest.mark.django_db
def test_an_index_that_was_never_made_is_made_by_the_first_search():
    store.clear()
    assert "/assess/" in urls("自测")
    assert "/sources/civil-code/" in urls("民法典")
    assert urls("12368")[0] == "/channels/#channel-12368"
    assert "/timeline/renxingdai/" in urls("任性贷时间尺")


@pytest.mark.django_db
def test_the_command_makes_the_index_anew():
    row = article("one", "独角兽")
    index.rebuild()
    store.remove([f"article/{row.pk}"])
    assert urls("独角兽") == []
    call_command("rebuild_search", stdout=StringIO())
    assert urls("独角兽") == ["/articles/one/"]


@pytest.fixture
def content(tmp_path, monkeypatch):
    """A copy of the shipped files, to be changed."""
    copy = tmp_path / "content"
    shutil.copytree(index.CONTENT, copy)
    monkeypatch.setattr(index, "CONTENT", copy)
    index.files_version.cache_clear()
    yield copy
    index.files_version.cache_clear()


@pytest.mark.django_db
def test_a_change_of_files_alone_makes_the_index_anew(content):
    call_command("sync_content", stdout=StringIO(), stderr=StringIO())
    store.remove(["tool/assess"])
    call_command("sync_content", stdout=StringIO(), stderr=StringIO())
    assert store.address("tool/assess") is None  # nothing had changed

    with (content / "search" / "tools.toml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    index.files_version.cache_clear()
    call_command("sync_content", "--dry-run", stdout=StringIO(), stderr=StringIO())
    assert store.address("tool/assess") is None
    call_command("sync_content", stdout=StringIO(), stderr=StringIO())
    assert store.address("tool/assess") == "/assess/"


@pytest.mark.django_db
def test_no_result_quotes_a_figure_that_has_ended():
    article("one", "独角兽", answer="一般有 {{ norm:answer-days }}。")
    expression = store.any_of(["独角兽"])
    (now,) = store.find(expression, "whole", timezone.now(), 9)
    (then,) = store.find(expression, "whole", datetime(1980, 1, 1, tzinfo=UTC), 9)
    assert now.answer == "一般有 15 日。"
    assert NO_VALUE in then.answer


@pytest.mark.django_db(transaction=True)
def test_without_its_tables_a_search_finds_nothing_and_saving_goes_on(client):
    vendor = connection.vendor
    with connection.cursor() as cursor:
        for statement in TABLES.DROP[vendor]:
            cursor.execute(statement)
    try:
        article("one", "独角兽")
        response = client.get("/search/", {"q": "独角兽"})
        assert response.status_code == 200
    finally:
        with connection.cursor() as cursor:
            for statement in TABLES.CREATE[vendor]:
                cursor.execute(statement)


@pytest.mark.django_db
def test_an_entry_of_a_page_that_is_gone_breaks_nothing(client):
    row = article("one", "独角兽")
    type(row).objects.filter(pk=row.pk).delete()
    assert client.get("/search/", {"q": "独角兽"}).status_code == 200
