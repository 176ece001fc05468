"""The library as readers see it: topics, articles, claims, words, channels."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from portal import library_pages as pages
from portal import structured
from portal.caching import library_page
from portal.models import Article, Claim, Status, Term, Topic
from portal.pages import page as advice_page
from portal.richtext import render as render_text
from portal.structured import Crumb
from portal.views.gone import missing
from timeline.catalog import words
from timeline.citations import cite_all

LIBRARY = Crumb("文库", "/topics/")
CLAIMS = Crumb("网上说法", "/claims/")
CITES_IN_LIST = 2


@library_page
def topics(request: HttpRequest, day: date) -> HttpResponse:
    """Every shelf of the library."""
    shown = Q(articles__status=Status.PUBLISHED) & (
        Q(articles__publish_at=None) | Q(articles__publish_at__lte=timezone.now())
    )
    shelves = Topic.objects.annotate(count=Count("articles", filter=shown))
    teasers = [
        pages.Teaser(row.title, row.summary, row.get_absolute_url()) for row in shelves
    ]
    summary = "按主题找：每篇先给一句话的回答，再写依据。"
    context = {
        "topics": shelves,
        "notices": pages.notices(day),
        "meta": structured.meta(
            request, "文库", summary, [structured.list_node(request, teasers)]
        ),
    }
    return render(request, "portal/topics.html", context)


@library_page
def topic(request: HttpRequest, day: date, key: str) -> HttpResponse:
    """One shelf: its articles, and what the web says about it."""
    shelf = Topic.objects.filter(key=key).first()
    if shelf is None:
        return missing(request, Topic, key)
    articles = Article.objects.published().filter(topic=shelf).order_by("title")
    teasers = pages.teasers(articles.only("title", "answer", "slug"), day)
    claims = Claim.objects.published().filter(topic=shelf)
    context = {
        "topic": shelf,
        "articles": teasers,
        "claims": [pages.claim_line(claim, day) for claim in claims],
        "notices": pages.notices(day),
        "meta": structured.meta(
            request,
            shelf.title,
            shelf.summary,
            [structured.list_node(request, teasers)],
            [LIBRARY],
        ),
    }
    return render(request, "portal/topic.html", context)


@library_page
def article(request: HttpRequest, day: date, slug: str) -> HttpResponse:
    """One article."""
    row = Article.objects.published().select_related("topic").filter(slug=slug).first()
    if row is None:
        return missing(request, Article, slug)
    page = pages.article_page(row, day)
    above = [LIBRARY, Crumb(row.topic.title, row.topic.get_absolute_url())]
    context = {
        "page": page,
        "notices": pages.notices(day),
        "meta": structured.meta(
            request,
            row.title,
            page.answer,
            structured.article_nodes(request, page),
            above,
            kind="article",
        ),
    }
    return render(request, "portal/article.html", context)


@library_page
def claims(request: HttpRequest, day: date) -> HttpResponse:
    """What the web says, our verdict, and what it rests on, by topic."""
    rows = (
        Claim.objects.published()
        .select_related("topic")
        .order_by("topic__position", "topic__title", "says")
    )
    groups = [
        (shelf, [pages.claim_line(row, day, cites=CITES_IN_LIST) for row in group])
        for shelf, group in groupby(rows, key=lambda row: row.topic)
    ]
    summary = "网上流传的说法，我们的结论，和结论的依据。"
    lines = [
        pages.Teaser(line.says, line.conclusion, line.url)
        for _, found in groups
        for line in found
    ]
    context = {
        "groups": groups,
        "notices": pages.notices(day),
        "meta": structured.meta(
            request,
            CLAIMS.name,
            summary,
            [structured.list_node(request, lines)],
            [LIBRARY],
        ),
    }
    return render(request, "portal/claims.html", context)


@library_page
def claim(request: HttpRequest, day: date, slug: str) -> HttpResponse:
    """One statement from the web with our verdict."""
    row = Claim.objects.published().select_related("topic").filter(slug=slug).first()
    if row is None:
        return missing(request, Claim, slug)
    line = pages.claim_line(row, day)
    others = Claim.objects.published().filter(topic=row.topic).exclude(pk=row.pk)
    context = {
        "claim": line,
        "topic": row.topic,
        "body": pages.body_of(row, day),
        "others": [pages.claim_line(other, day) for other in others[:3]],
        "notices": pages.notices(day),
        "meta": structured.meta(
            request,
            line.says,
            line.conclusion,
            [structured.claim_node(request, row, line.conclusion)],
            [LIBRARY, CLAIMS],
            kind="article",
        ),
    }
    return render(request, "portal/claim.html", context)


@library_page
def glossary(request: HttpRequest, day: date) -> HttpResponse:
    """Every word explained."""
    terms = list(Term.objects.all())
    summary = "逾期、催收、法院里常见的词，用平常话说一遍。"
    context = {
        "terms": [(term, render_text(term.body, day).html) for term in terms],
        "notices": pages.notices(day),
        "meta": structured.meta(
            request,
            "名词解释",
            summary,
            [structured.terms_node(request, terms)],
            [LIBRARY],
        ),
    }
    return render(request, "portal/glossary.html", context)


@library_page
def channels(request: HttpRequest, day: date) -> HttpResponse:
    """Whom to turn to, by kind of lender, and every hotline."""
    page = advice_page("channels", day)
    lines = [
        (key, channel, cite_all(channel.cites))
        for key, channel in words.channels().items()
    ]
    context = {
        "page": page,
        "channels": lines,
        "meta": structured.meta(request, page.title, page.description, [], [LIBRARY]),
        "notices": pages.notices(day),
    }
    return render(request, "portal/channels.html", context)


def pending(request: HttpRequest, **kwargs: object) -> HttpResponse:
    """The address of the search, which is built elsewhere."""
    raise Http404
