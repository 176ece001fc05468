"""The library as readers see it: topics, articles, claims, words, channels.

Each view reads the values of its page; the function after it prints them.
"""

from __future__ import annotations

from datetime import date
from itertools import groupby

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from portal import glossary_pages, structured
from portal import library_pages as pages
from portal import library_rows as rows
from portal.caching import library_page
from portal.models import Article, Claim, Status, Term, Topic
from portal.pages import Page as AdvicePage
from portal.pages import page as advice_page
from portal.printing import Frame, Print, frame, printed
from portal.structured import Crumb
from portal.views.gone import missing
from timeline.catalog import words
from timeline.catalog.words import Channel
from timeline.citations import Citation, cite_all

LIBRARY = Crumb("文库", "/topics/")
CLAIMS = Crumb("网上说法", "/claims/")
WORDS = Crumb("名词解释", "/glossary/")
CITES_IN_LIST = 2
OTHER_CLAIMS = 3


@library_page
def topics(request: HttpRequest, day: date) -> HttpResponse:
    """Every shelf of the library."""
    shown = Q(articles__status=Status.PUBLISHED) & (
        Q(articles__publish_at=None) | Q(articles__publish_at__lte=timezone.now())
    )
    shelves = Topic.objects.annotate(count=Count("articles", filter=shown))
    lines = tuple((pages.shelf(row), row.count) for row in shelves)
    return _topics(frame(request, day), lines)


@printed
def _topics(frame: Frame, shelves: tuple[tuple[pages.Shelf, int], ...]) -> Print:
    summary = "按主题找：每篇先给一句话的回答，再写依据。"
    teasers = [pages.Teaser(one.title, one.summary, one.url) for one, _ in shelves]
    nodes = [structured.list_node(frame, teasers)]
    meta = structured.meta(frame, LIBRARY.name, summary, nodes)
    return "portal/topics.html", {"meta": meta, "topics": shelves}


@library_page
def topic(request: HttpRequest, day: date, key: str) -> HttpResponse:
    """One shelf: its articles, and what the web says about it."""
    shelf = Topic.objects.filter(key=key).first()
    if shelf is None:
        return missing(request, Topic, key)
    articles = Article.objects.published().filter(topic=shelf).order_by("title")
    claims = Claim.objects.published().filter(topic=shelf)
    return _topic(
        frame(request, day),
        pages.shelf(shelf),
        pages.teasers(articles.only("title", "answer", "slug"), day),
        tuple(pages.claim_line(claim, day) for claim in claims),
    )


@printed
def _topic(
    frame: Frame,
    shelf: pages.Shelf,
    articles: tuple[pages.Teaser, ...],
    claims: tuple[pages.ClaimLine, ...],
) -> Print:
    nodes = [structured.list_node(frame, articles)]
    meta = structured.meta(frame, shelf.title, shelf.summary, nodes, [LIBRARY])
    context = {"topic": shelf, "articles": articles, "claims": claims}
    return "portal/topic.html", {"meta": meta} | context


@library_page
def article(request: HttpRequest, day: date, slug: str) -> HttpResponse:
    """One article."""
    row = rows.article(slug)
    if row is None:
        return missing(request, Article, slug)
    return _article(frame(request, day), pages.article_page(row, day))


@printed
def _article(frame: Frame, page: pages.ArticlePage) -> Print:
    nodes = structured.article_nodes(frame, page)
    above = [LIBRARY, Crumb(page.topic.title, page.topic.url)]
    meta = structured.meta(frame, page.title, page.answer, nodes, above, kind="article")
    return "portal/article.html", {"meta": meta, "page": page}


@library_page
def claims(request: HttpRequest, day: date) -> HttpResponse:
    """What the web says, our verdict, and what it rests on, by topic."""
    found = (
        Claim.objects.published()
        .select_related("topic")
        .order_by("topic__position", "topic__title", "says")
    )
    groups = tuple(
        (
            pages.shelf(shelf),
            tuple(pages.claim_line(row, day, cites=CITES_IN_LIST) for row in group),
        )
        for shelf, group in groupby(found, key=lambda row: row.topic)
    )
    return _claims(frame(request, day), groups)


@printed
def _claims(
    frame: Frame, groups: tuple[tuple[pages.Shelf, tuple[pages.ClaimLine, ...]], ...]
) -> Print:
    summary = "网上流传的说法，我们的结论，和结论的依据。"
    teasers = [
        pages.Teaser(line.says, line.conclusion, line.url)
        for _, lines in groups
        for line in lines
    ]
    nodes = [structured.list_node(frame, teasers)]
    meta = structured.meta(frame, CLAIMS.name, summary, nodes, [LIBRARY])
    return "portal/claims.html", {"meta": meta, "groups": groups}


@library_page
def claim(request: HttpRequest, day: date, slug: str) -> HttpResponse:
    """One statement from the web with our verdict."""
    row = rows.claim(slug)
    if row is None:
        return missing(request, Claim, slug)
    others = Claim.objects.published().filter(topic=row.topic).exclude(pk=row.pk)
    return _claim(
        frame(request, day),
        pages.claim_page(row, day),
        tuple(pages.claim_line(other, day) for other in others[:OTHER_CLAIMS]),
    )


@printed
def _claim(
    frame: Frame, page: pages.ClaimPage, others: tuple[pages.ClaimLine, ...]
) -> Print:
    line = page.line
    nodes = [structured.claim_node(frame, page)]
    meta = structured.meta(
        frame, line.says, line.conclusion, nodes, [LIBRARY, CLAIMS], kind="article"
    )
    context = {"claim": line, "topic": page.topic, "body": page.body, "others": others}
    return "portal/claim.html", {"meta": meta} | context


@library_page
def glossary(request: HttpRequest, day: date) -> HttpResponse:
    """Every word, explained in a sentence."""
    terms = tuple(glossary_pages.term_line(term, day) for term in Term.objects.all())
    return _glossary(frame(request, day), terms)


@printed
def _glossary(frame: Frame, terms: tuple[glossary_pages.TermLine, ...]) -> Print:
    summary = "逾期、催收、法院里常见的词，用平常话说一遍。"
    nodes = [structured.terms_node(frame, terms)]
    meta = structured.meta(frame, WORDS.name, summary, nodes, [LIBRARY])
    return "portal/glossary.html", {"meta": meta, "terms": terms}


@library_page
def term(request: HttpRequest, day: date, key: str) -> HttpResponse:
    """One word, with all that is said of it."""
    row = Term.objects.exclude(body="").filter(key=key).first()
    if row is None:
        raise Http404
    return _term(frame(request, day), glossary_pages.term_page(row, day))


@printed
def _term(frame: Frame, page: glossary_pages.TermPage) -> Print:
    line = page.line
    nodes = [structured.term_node(frame, line)]
    meta = structured.meta(frame, line.word, line.meaning, nodes, [LIBRARY, WORDS])
    return "portal/term.html", {"meta": meta, "page": page}


@library_page
def channels(request: HttpRequest, day: date) -> HttpResponse:
    """Whom to turn to, by kind of lender, and every hotline."""
    lines = tuple(
        (key, channel, cite_all(channel.cites))
        for key, channel in words.channels().items()
    )
    return _channels(frame(request, day), advice_page("channels", day), lines)


@printed
def _channels(
    frame: Frame,
    page: AdvicePage,
    lines: tuple[tuple[str, Channel, tuple[Citation, ...]], ...],
) -> Print:
    meta = structured.meta(frame, page.title, page.description, [], [LIBRARY])
    context = {"page": page, "channels": lines}
    return "portal/channels.html", {"meta": meta} | context
