"""The check over the shipped files: articles, claims, topics, glossary, pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from portal.content_check.check import Draft, check
from portal.content_check.problem import Problem
from portal.content_check.shelf import Shelf, shelf_of_seeds
from portal.models import Article, Claim, Term, Topic
from portal.pages import PageRecord, page_records
from portal.seeds import CONTENT, FENCE, Seed, seeds


def shipped_problems(
    day: date, folder: Path = CONTENT
) -> Iterator[tuple[str, Problem]]:
    """Each problem with the file, and the line of the file, that it stands in.

    Raises:
        DataError: A file cannot be used; the message names it.
    """
    every = list(seeds(folder))
    shelf = shelf_of_seeds(every)
    for seed in every:
        where, first = _place(seed), None
        for problem in (
            *check(draft_of_seed(seed), day, shelf, rendered=False),
            *_neighbours(seed, shelf),
        ):
            if problem.line is None or seed.model in (Topic, Term):
                yield where, problem
                continue
            first = first or _first_line(folder / where)
            line = problem.line + first
            yield where, Problem(problem.severity, line, problem.text)
    for key, record in page_records().items():
        yield from page_problems(f"pages/{key}.toml", record, day, shelf)


def draft_of_seed(seed: Seed) -> Draft:
    """A seed as a draft; the same parts as of its row."""
    values = seed.values
    if seed.model is Topic:
        return Draft((values["title"], values["summary"]))
    if seed.model is Term:
        return Draft((values["word"], values["meaning"]), values["body"])
    unchecked = values["unchecked"].splitlines()
    if seed.model is Claim:
        lines = (values["conclusion"], *unchecked)
        return Draft(lines, values["body"], quoted=values["says"])
    return Draft((values["title"], values["answer"], *unchecked), values["body"])


def _neighbours(seed: Seed, shelf: Shelf) -> Iterator[Problem]:
    wanted = [("article", slug) for slug in seed.related]
    if seed.model in (Article, Claim):
        wanted.append(("topic", seed.values["topic"]))
    for kind, key in wanted:
        trouble = shelf.problem(kind, key)
        if trouble:
            severity, why = trouble
            yield Problem(severity, None, f"「{kind}:{key}」{why}。")


def _place(seed: Seed) -> str:
    if seed.model is Topic:
        return f"topics.toml [{seed.key}]"
    if seed.model is Term:
        return f"glossary.toml [{seed.key}]"
    folder = "articles" if seed.model is Article else "claims"
    return f"{folder}/{seed.key}.md"


def _first_line(path: Path) -> int:
    """How many lines of a file stand above its body."""
    text = path.read_text(encoding="utf-8")
    body = text.split(FENCE, 2)[2].lstrip()
    return text[: len(text) - len(body)].count("\n")


def page_problems(
    where: str, record: PageRecord, day: date, shelf: Shelf
) -> Iterator[tuple[str, Problem]]:
    """A short page: each item is a paragraph with its citations behind it."""
    every = tuple(
        reference
        for section in record.sections
        for item in section.items
        for reference in item.cites
    )
    head = (record.title, record.description, record.answer, *record.unchecked)
    for problem in check(Draft(head, cites=every), day, shelf, rendered=False):
        yield where, problem
    for section in record.sections:
        place = f"{where} [{section.key}]"
        body = "\n\n".join(_paragraph(item.text, item.cites) for item in section.items)
        draft = Draft((section.heading, section.intro), body)
        for problem in check(draft, day, shelf, rendered=False):
            number = "" if problem.line is None else f" {problem.line // 2 + 1}"
            yield place + number, Problem(problem.severity, None, problem.text)


def _paragraph(text: str, cites: Iterable[str]) -> str:
    return " ".join([text, *(f"[[{reference}]]" for reference in cites)])
