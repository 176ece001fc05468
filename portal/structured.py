"""What search engines read of a page: canonical address, Open Graph, JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.urls import reverse

from portal.glossary_pages import TermLine
from portal.library_pages import ArticlePage, ClaimPage, Teaser
from portal.models import Claim
from portal.printing import Frame

Node = dict[str, Any]
# Characters with which a text could end the script element it stands in.
ESCAPES: Final = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
CONTEXT: Final = "https://schema.org"
LANGUAGE: Final = "zh-Hans"
# From "false" to "true", as schema.org's ClaimReview counts.
RATING: Final = {
    Claim.Verdict.FALSE: 1,
    Claim.Verdict.UNPROVEN: 2,
    Claim.Verdict.OUTDATED: 2,
    Claim.Verdict.HALF: 3,
}
_QUESTION: Final = re.compile(r"(?:吗|[?？])$")
_SECTION: Final = re.compile(r"<h2[^>]*>(.*?)</h2>(.*?)(?=<h2|\Z)", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]+>")
_ENTITY: Final = {"&lt;": "<", "&gt;": ">", "&nbsp;": " ", "&quot;": '"', "&amp;": "&"}


class JsonLd(str):
    """A data block for a page, finished: nothing in it can end its element.

    Templates print it as it is, because it says so itself.
    """

    __slots__ = ()

    def __new__(cls, nodes: Iterable[Node]) -> JsonLd:
        """Write the nodes; each character of markup is escaped as JSON allows."""
        data = {"@context": CONTEXT, "@graph": list(nodes)}
        text = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
        return super().__new__(
            cls, f'<script type="application/ld+json">{text}</script>'
        )

    def __html__(self) -> str:
        """Itself: it is markup already."""
        return self


@dataclass(frozen=True, slots=True)
class Meta:
    """What stands in the head of a page for those who link to it."""

    title: str
    description: str
    url: str
    kind: str
    graph: JsonLd


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way to a page."""

    name: str
    address: str


def meta(
    frame: Frame,
    title: str,
    description: str,
    nodes: Iterable[Node],
    crumbs: Sequence[Crumb] = (),
    *,
    kind: str = "website",
) -> Meta:
    """The head of a page below 首页 and ``crumbs``."""
    url = frame.absolute(frame.path)
    way = (Crumb("首页", reverse("home")), *crumbs, Crumb(title, frame.path))
    trail: Node = {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": crumb.name,
                "item": frame.absolute(crumb.address),
            }
            for position, crumb in enumerate(way, start=1)
        ],
    }
    graph = JsonLd([*nodes, trail])
    return Meta(title, description, url, kind, graph)


def article_nodes(frame: Frame, page: ArticlePage) -> list[Node]:
    """An Article, and a FAQPage where every section answers a question."""
    url = frame.absolute(page.url)
    node: Node = {
        "@type": "Article",
        "@id": url,
        "url": url,
        "headline": page.title,
        "description": page.answer,
        "inLanguage": LANGUAGE,
        "articleSection": page.topic.title,
        "datePublished": page.published.isoformat(),
        "dateModified": page.changed.isoformat(),
        "isAccessibleForFree": True,
        "author": _organisation(frame),
        "publisher": _organisation(frame),
        "citation": [basis.title for basis in page.body.basis],
    }
    sections = [
        (_plain(heading), _plain(text))
        for heading, text in _SECTION.findall(page.body.text.html)
    ]
    asked = all(_QUESTION.search(heading) and text for heading, text in sections)
    if len(sections) < 2 or not asked:
        return [node]
    return [node, _faq(url, sections)]


def claim_node(frame: Frame, page: ClaimPage) -> Node:
    """A ClaimReview."""
    line = page.line
    url = frame.absolute(line.url)
    return {
        "@type": "ClaimReview",
        "@id": url,
        "url": url,
        "claimReviewed": line.says,
        "reviewBody": line.conclusion,
        "datePublished": page.body.checked.isoformat(),
        "inLanguage": LANGUAGE,
        "author": _organisation(frame),
        "itemReviewed": {
            "@type": "Claim",
            "name": line.says,
            "author": {"@type": "Organization", "name": "网上流传"},
        },
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": RATING[Claim.Verdict(line.verdict)],
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": line.verdict_text,
        },
    }


def list_node(frame: Frame, teasers: Iterable[Teaser]) -> Node:
    """An ItemList of pages."""
    return {
        "@type": "ItemList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": teaser.title,
                "url": frame.absolute(teaser.url),
            }
            for position, teaser in enumerate(teasers, start=1)
        ],
    }


def terms_node(frame: Frame, terms: Iterable[TermLine]) -> Node:
    """A DefinedTermSet."""
    url = frame.absolute(reverse("glossary"))
    return {
        "@type": "DefinedTermSet",
        "@id": url,
        "name": "名词解释",
        "inLanguage": LANGUAGE,
        "hasDefinedTerm": [
            {"@type": "DefinedTerm", "name": term.word, "url": f"{url}#{term.key}"}
            for term in terms
        ],
    }


def term_node(frame: Frame, term: TermLine) -> Node:
    """A DefinedTerm of that set."""
    return {
        "@type": "DefinedTerm",
        "name": term.word,
        "alternateName": list(term.aliases),
        "description": term.meaning,
        "inLanguage": LANGUAGE,
        "url": frame.absolute(term.url),
        "inDefinedTermSet": frame.absolute(reverse("glossary")),
    }


def _faq(url: str, sections: Iterable[tuple[str, str]]) -> Node:
    return {
        "@type": "FAQPage",
        "url": url,
        "mainEntity": [
            {
                "@type": "Question",
                "name": question,
                "acceptedAnswer": {"@type": "Answer", "text": answer},
            }
            for question, answer in sections
        ],
    }


def _organisation(frame: Frame) -> Node:
    home = frame.absolute(reverse("home"))
    return {"@type": "Organization", "name": settings.SITE["name"], "url": home}


def _plain(markup: str) -> str:
    text = " ".join(_TAG.sub("", markup).split())
    for entity, character in _ENTITY.items():
        text = text.replace(entity, character)
    return text
