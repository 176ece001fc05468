"""A page as a visitor's browser reads it, and the addresses of all pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.urls import reverse

from portal.models import Article, Claim, Term, Topic
from portal.seeds import seeds
from portal.urls import ADVICE
from timeline import catalog, tools
from timeline.catalog.letters import letters

VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
UNSEEN = {"script", "style", "template"}
# Elements that stand in a line of text; every other one begins a line of its own.
INLINE = {"a", "b", "em", "i", "q", "small", "span", "strong", "time", "tspan"}


@dataclass
class Control:
    """One named control of a form; a radio group is one control with options."""

    name: str
    kind: str
    options: list[str] = field(default_factory=list)
    value: str = ""


@dataclass
class FormOnPage:
    """A form: where it goes, and what it asks."""

    action: str
    method: str
    controls: dict[str, Control] = field(default_factory=dict)

    def values(self) -> dict[str, str]:
        """What stands in the controls, empty ones apart."""
        return {name: value for name, value in self.sent().items() if value}

    def sent(self) -> dict[str, str]:
        """What a browser sends: empty texts too, but no unchecked choice."""
        return {
            name: control.value
            for name, control in self.controls.items()
            if control.kind != "submit"
            and (control.value or control.kind not in {"radio", "checkbox"})
        }


class Reading(HTMLParser):
    """Ids, links, headings, forms and visible text of one HTML document."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[tuple[str, str]] = []
        self.forms: list[FormOnPage] = []
        self.title = ""
        self.lang = ""
        self.controls_by_id: dict[str, str] = {}
        self.described_by: dict[str, list[str]] = {}
        self._lines: list[str] = [""]
        self._open: list[tuple[str, dict[str, str]]] = []
        self._select: Control | None = None
        self._text_of: dict[str, str] = {}
        self.feed(html)
        self.close()

    @property
    def lines(self) -> list[str]:
        """Visible text, a block element a line."""
        return [" ".join(line.split()) for line in self._lines if line.strip()]

    @property
    def text(self) -> str:
        """All visible text."""
        return "\n".join(self.lines)

    def text_of(self, identity: str) -> str:
        """The text inside the element with that id."""
        return " ".join(self._text_of.get(identity, "").split())

    def levels(self, level: str) -> list[str]:
        """The headings of one level."""
        return [" ".join(text.split()) for tag, text in self.headings if tag == level]

    def form_to(self, action: str) -> FormOnPage:
        """The first form that is sent to an address."""
        return next(form for form in self.forms if form.action == action)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag not in INLINE:
            self._lines.append("")
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "html":
            self.lang = given.get("lang", "")
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag in {"h1", "h2", "h3", "h4"}:
            self.headings.append((tag, ""))
        if tag == "form":
            self.forms.append(FormOnPage(given["action"], given.get("method", "get")))
        if tag in {"input", "select", "textarea", "button"}:
            self._control(tag, given)
        if tag == "option" and self._select is not None:
            self._select.options.append(given.get("value", ""))
            if "selected" in given:
                self._select.value = given.get("value", "")
        if tag not in VOID:
            self._open.append((tag, given))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = None
        if any(name == tag for name, _ in self._open):
            while self._open.pop()[0] != tag:
                pass
        if tag not in INLINE:
            self._lines.append("")

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self._open]
        if "title" in tags and "svg" not in tags:
            self.title += data
        if "head" in tags or UNSEEN & set(tags):
            return
        for _, given in self._open:
            if "id" in given:
                known = self._text_of.get(given["id"], "")
                self._text_of[given["id"]] = known + data
        if self.headings and {"h1", "h2", "h3", "h4"} & set(tags):
            tag, text = self.headings[-1]
            self.headings[-1] = (tag, text + data)
        self._lines[-1] += data

    def _control(self, tag: str, given: dict[str, str]) -> None:
        name = given.get("name", "")
        if "id" in given:
            self.controls_by_id[given["id"]] = name
        if name and "aria-describedby" in given:
            self.described_by[name] = given["aria-describedby"].split()
        if not name or not self.forms:
            return
        kind = given.get("type", tag) if tag != "button" else "submit"
        controls = self.forms[-1].controls
        control = controls.setdefault(name, Control(name, kind))
        if tag == "select":
            self._select = control
        elif kind in {"radio", "checkbox"}:
            control.options.append(given.get("value", "on"))
            if "checked" in given:
                control.value = given.get("value", "on")
        elif kind != "submit":
            control.value = given.get("value", "")


def read(response: Any) -> Reading:
    """The page of a response."""
    return Reading(response.content.decode())


def addresses() -> list[str]:
    """Every page that a visitor can open, from the URL configuration and the data."""
    return [
        reverse("home"),
        *map(reverse, tools.NAMES),
        reverse("sources"),
        *[reverse(key) for key in ADVICE],
        *[reverse("source", args=[key]) for key in catalog.sources()],
        *[reverse("timeline-profile", args=[key]) for key in catalog.profile_records()],
        *[reverse("paper", args=[key]) for key in catalog.words.papers()],
        *[reverse("letter", args=[key]) for key in letters()],
    ]


def library_addresses() -> list[str]:
    """Every page of the library that is shipped; they need the rows of ``sync``.

    A word of which no more is said than its sentence has no page of its own.
    """
    lists = ("topics", "claims", "glossary", "channels", "search")
    kinds = {Topic: "topic", Article: "article", Claim: "claim", Term: "term"}
    return [
        *map(reverse, lists),
        *[
            reverse(kinds[seed.model], args=[seed.key])
            for seed in seeds()
            if seed.model is not Term or seed.values["body"]
        ],
    ]
