"""What this site adds to Markdown: citations, links by name, terms explained."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from django.urls import NoReverseMatch, reverse
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from timeline.citations import Citation, cite
from timeline.engine import DataError

CITATION: Final = r"\[\[([a-z0-9-]+:[a-z0-9-]+)\]\]"
SCHEMES: Final[Mapping[str, str]] = {
    "article": "article",
    "topic": "topic",
    "claim": "claim",
    "profile": "timeline-profile",
}
# More dotted words on one page than this are in the way of reading.
MOST_EXPLAINED: Final = 8
SCHEMES_ALLOWED: Final = {"http", "https", "mailto", "tel"}
_ALIGN: Final = re.compile(r"text-align:\s*(left|center|right)")


class Explained(NamedTuple):
    """A glossary word to explain where it first stands in a text.

    A tuple, because a hundred of them are part of every look-up of a rendered text.
    """

    word: str
    key: str
    meaning: str


@dataclass(slots=True)
class Found:
    """What rendering came across, and the words it may still explain."""

    citations: list[Citation]
    problems: list[str]
    terms: list[Explained]


class SiteMarks(Extension):
    """What this site adds to Markdown; raw HTML is taken as text."""

    def __init__(self, found: Found) -> None:
        super().__init__()
        self.found = found

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  the library's name
        """Register the patterns; no HTML, images or automatic mail links."""
        md.preprocessors.deregister("html_block")
        for name in ("html", "image_link", "image_reference", "automail"):
            md.inlinePatterns.deregister(name)
        md.inlinePatterns.register(_CitationPattern(CITATION, self.found), "cite", 185)
        md.treeprocessors.register(_Links(md, self.found), "links", 5)
        md.treeprocessors.register(_Tables(md), "aligned", 4)
        md.treeprocessors.register(_Terms(md, self.found), "terms", 3)


class _CitationPattern(InlineProcessor):
    def __init__(self, pattern: str, found: Found) -> None:
        super().__init__(pattern)
        self.found = found

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str, int, int]:
        try:
            citation = cite(m[1])
        except DataError:
            self.found.problems.append(f"找不到依据「{m[1]}」。")
            return f"（{m[1]}）", m.start(0), m.end(0)
        self.found.citations.append(citation)
        return _chip(citation), m.start(0), m.end(0)


def _chip(citation: Citation) -> Element:
    href = reverse("source", args=[citation.source])
    link = Element("a", {"class": "cite", "href": f"{href}#a-{citation.article}"})
    link.set("title", citation.gist)
    badge = SubElement(
        link, "span", {"class": f"badge badge--{citation.strength.value}"}
    )
    badge.text = citation.strength_text
    badge.tail = citation.short
    if citation.chip:
        badge.tail += " "
        SubElement(link, "em").text = citation.chip
    if not citation.verified:
        SubElement(link, "i").text = "（转述，未核对原文）"
    return link


class _Links(Treeprocessor):
    def __init__(self, md: Markdown, found: Found) -> None:
        super().__init__(md)
        self.found = found

    def run(self, root: Element) -> None:
        """Turn ``article:slug`` into an address; unwrap what leads nowhere."""
        for link in root.iter("a"):
            href = link.get("href", "")
            scheme, _, key = href.partition(":")
            try:
                if scheme == "tool":
                    link.set("href", reverse(key))
                elif scheme in SCHEMES:
                    link.set("href", reverse(SCHEMES[scheme], args=[key]))
                elif not href or (scheme not in SCHEMES_ALLOWED and ":" in href):
                    raise NoReverseMatch(href)
            except NoReverseMatch:
                self.found.problems.append(f"链接「{href}」哪里也不通。")
                link.tag = "span"
                link.attrib.pop("href", None)


class _Tables(Treeprocessor):
    def run(self, root: Element) -> None:
        """Alignment as a class: the site's policy allows no ``style``."""
        for cell in (*root.iter("td"), *root.iter("th")):
            match = _ALIGN.search(cell.attrib.pop("style", ""))
            if match:
                cell.set("class", f"align-{match[1]}")
        for head in root.iter("thead"):
            for cell in head.iter("th"):
                cell.set("scope", "col")


class _Terms(Treeprocessor):
    """Explain glossary words where they first stand, outside links and headings."""

    SKIP: Final = frozenset({"a", "h2", "h3", "h4", "code", "pre", "th"})

    def __init__(self, md: Markdown, found: Found) -> None:
        super().__init__(md)
        self.found = found
        self.room = MOST_EXPLAINED

    def run(self, root: Element) -> None:
        """Walk the text once; every word is explained once, the first few words."""
        left = sorted(self.found.terms, key=lambda term: -len(term.word))
        if left:
            self._walk(root, left)

    def _walk(self, element: Element, left: list[Explained]) -> None:
        if element.tag in self.SKIP:
            return
        self._mark(element, None, element.text, left)
        for child in list(element):
            self._walk(child, left)
            self._mark(element, child, child.tail, left)

    def _mark(
        self,
        parent: Element,
        after: Element | None,
        text: Any,
        left: list[Explained],
    ) -> None:
        """Wrap the first word found in ``text`` that is not explained yet."""
        if not isinstance(text, str) or not self.room:
            return
        hits = [(text.find(term.word), term) for term in left]
        hits = [hit for hit in hits if hit[0] >= 0]
        if not hits:
            return
        start, term = min(hits, key=lambda hit: hit[0])
        left.remove(term)
        self.room -= 1
        before, rest = text[:start], text[start + len(term.word) :]
        link = Element("a", {"class": "term", "title": term.meaning})
        link.set("href", f"{reverse('glossary')}#{term.key}")
        link.text, link.tail = term.word, rest
        if after is None:
            parent.text = before
            parent.insert(0, link)
        else:
            after.tail = before
            parent.insert(list(parent).index(after) + 1, link)
        self._mark(parent, link, link.tail, left)
