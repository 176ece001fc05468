"""What rests on a source: on the site, and in what editors are still writing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from portal.models import Article, Claim, PendingEdit, Term
from portal.richtext import citation_references
from portal.sources_page import ArticleLine, source_groups, source_page
from timeline import catalog


@dataclass(frozen=True, slots=True)
class Text:
    """Something an editor has written: its name, its form, and where it stands."""

    label: str
    url: str
    note: str


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision, what the site's own data makes of it, and the texts that cite it.

    ``line`` carries tools and pages whose words lie in files.
    """

    line: ArticleLine
    texts: tuple[Text, ...]


def sources(request: HttpRequest) -> HttpResponse:
    """Every source, the strongest first."""
    context = admin.site.each_context(request) | {
        "title": "依据",
        "groups": source_groups(),
    }
    return render(request, "admin/sources.html", context)


def source(request: HttpRequest, key: str) -> HttpResponse:
    """One source and everything that would have to change with it, drafts too."""
    if not request.user.has_perm("portal.view_article"):
        raise PermissionDenied
    if key not in catalog.sources():
        raise Http404
    page = source_page(key)
    texts = texts_on(key)
    context = admin.site.each_context(request) | {
        "title": page.title,
        "source": page,
        "key": key,
        "provisions": [
            Provision(line, tuple(texts.get(f"{key}:{line.key}", ())))
            for line in page.articles
        ],
    }
    return render(request, "admin/source.html", context)


def texts_on(key: str) -> dict[str, list[Text]]:
    """Texts that cite a source, by reference; the queries do not grow with them."""
    found: dict[str, list[Text]] = defaultdict(list)
    for row, body, note in _bodies(f"[[{key}:"):
        kind = row._meta.model_name
        url = reverse(f"admin:portal_{kind}_change", args=[row.pk])
        for reference in dict.fromkeys(citation_references(body)):
            found[reference].append(Text(str(row), url, note))
    return found


def _bodies(mark: str) -> Iterator[tuple[Model, str, str]]:
    """Rows with their text and its state; a waiting change is a text of its own."""
    for row in Article.objects.filter(body__contains=mark).order_by("title"):
        yield row, row.body, row.get_status_display()
    for row in Claim.objects.filter(body__contains=mark).order_by("says"):
        yield row, row.body, row.get_status_display()
    for row in Term.objects.filter(body__contains=mark).order_by("word"):
        yield row, row.body, "名词"
    waiting = [
        edit
        for edit in PendingEdit.objects.filter(open=True)
        if mark in edit.values.get("body", "")
    ]
    for model in (Article, Claim):
        kind = model._meta.model_name
        edits = {edit.page: edit for edit in waiting if edit.kind == kind}
        for row in model._default_manager.filter(pk__in=edits):
            yield row, edits[row.pk].values["body"], "等批准的修改"
