"""Every citation leads to a source, and the sources agree with the statutes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.portal.texts import DATA, PAGES, ROOT
from timeline import catalog
from timeline.citations import by_source, cite, cite_all
from timeline.engine import Strength

SHARED = ROOT.parent / "shared" / "tools" / "statutes.py"
PLACES = ("timeline", "portal", "templates")
KINDS = {".toml", ".py", ".html", ".md"}
CITE = re.compile(r"""["'\[]([a-z][a-z0-9-]{2,40}):([0-9a-z][0-9a-z-]*)["'\]]""")
# In code, square brackets are slices.
QUOTED = re.compile(r"""["']([a-z][a-z0-9-]{2,40}):([0-9a-z][0-9a-z-]*)["']""")
TAG = re.compile(r"\{%\s*cite\s+([^%]*?)\s*%\}")
LEVELS = {
    "法律": Strength.LAW,
    "行政法规": Strength.REGULATION,
    "司法解释": Strength.INTERPRETATION,
}


@cache
def references() -> tuple[tuple[str, str], ...]:
    """Every citation in data, pages, code and templates, with its file."""
    found = []
    for place in PLACES:
        for path in sorted((ROOT / place).rglob("*")):
            if path.suffix in KINDS and path.is_file():
                name = path.relative_to(ROOT).as_posix()
                form = QUOTED if path.suffix == ".py" else CITE
                for key, article in form.findall(path.read_text("utf-8")):
                    # In code and markup such pairs are also names of addresses.
                    data = path.suffix in {".toml", ".md"}
                    if data or key in catalog.sources():
                        found.append((name, f"{key}:{article}"))
    return tuple(found)


def test_the_site_rests_on_many_citations():
    assert len(references()) > 300


def test_every_citation_resolves():
    for place, reference in references():
        assert cite(reference).reference == reference, place


def test_every_citation_in_a_template_is_a_literal_that_resolves():
    for path in (ROOT / "templates").rglob("*.html"):
        for argument in TAG.findall(path.read_text("utf-8")):
            assert CITE.fullmatch(argument), f"{path.name}: {argument}"


def test_every_list_of_citations_holds_nothing_but_citations():
    listed = re.compile(r"^cites?\s*=\s*(\[.*?\]|\".*?\")", re.MULTILINE | re.DOTALL)
    for folder in (DATA, PAGES):
        for path in folder.rglob("*.toml"):
            for value in listed.findall(path.read_text("utf-8")):
                for item in re.findall(r'"([^"]*)"', value):
                    assert CITE.fullmatch(f'"{item}"'), f"{path.name}: {item}"


def test_every_source_was_checked_and_will_be_again():
    for key, source in catalog.sources().items():
        assert source.checked < source.review_by, key
        assert source.title, key
        assert source.issuer, key


def test_only_what_was_read_is_called_verified():
    weak = (Strength.PRACTICE, Strength.CONTRACT)
    for key, source in catalog.sources().items():
        if source.strength in weak:
            verified = [n for n, a in source.articles.items() if a.verified]
            assert verified == [], key


@cache
def statutes() -> dict[str, dict]:
    """The entries beside the project, where they are at hand."""
    if not SHARED.exists():
        pytest.skip("the statutes beside the project are not at hand")
    python = Path(sys.base_prefix) / "bin" / "python3"
    script = (
        "import json, sys; sys.path.insert(0, sys.argv[1]); import statutes as s;"
        "print(json.dumps({i: {'verified': e['verified'], 'level': e.get('level'),"
        " 'text': e.get('text') or ''} for i, e in s.ENTRIES.items()}))"
    )
    result = subprocess.run(
        [str(python), "-B", "-c", script, str(SHARED.parent)],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if result.returncode:
        pytest.skip("the statutes beside the project need PyYAML to be read")
    return json.loads(result.stdout)


def ours() -> dict[str, tuple[str, str]]:
    """Articles that come from a text, by the id they have beside the project."""
    return {
        f"{key}-{number}": (key, number)
        for key, source in catalog.sources().items()
        if source.strength is not Strength.PRACTICE
        for number in source.articles
    }


def test_every_article_has_an_entry_in_the_statutes():
    known = statutes()
    assert [identity for identity in ours() if identity not in known] == []


def test_verified_means_verified_in_the_statutes():
    known = statutes()
    for identity, (key, number) in ours().items():
        if catalog.sources()[key].articles[number].verified:
            assert known[identity]["verified"] is True, identity


def test_the_strength_of_a_source_is_that_of_the_statutes():
    known = statutes()
    for identity, (key, number) in ours().items():
        level = LEVELS.get(known[identity]["level"])
        article = catalog.sources()[key].articles[number]
        strength = article.strength or catalog.sources()[key].strength
        if level is not None:
            assert strength is level, identity


def test_no_gist_copies_the_wording_of_a_statute():
    known = statutes()
    for identity, (key, number) in ours().items():
        text = re.sub(r"\s", "", known[identity]["text"])
        gist = catalog.sources()[key].articles[number].gist.rstrip("。")
        for sentence in re.split(r"[。；]", gist):
            if len(sentence) > 24:
                assert sentence not in text, f"{identity}: {sentence}"


def test_a_law_is_named_once_for_its_articles_and_what_was_not_read_stands_alone():
    references = ["civil-code:1033", "criminal-law:313", "civil-code:1032"]
    groups = by_source(map(cite, references))
    assert [[one.reference for one in group] for group in groups] == [
        ["civil-code:1033", "civil-code:1032"],
        ["criminal-law:313"],
    ]
    unread = [cite("hotline:12378"), cite("hotline:12363")]
    assert by_source(unread) == [[one] for one in unread]
    assert cite_all(["hotline:12378", "hotline:12363"]) == (unread[0],)
