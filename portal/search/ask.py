"""``ask search``: the same results as the page, over JSON."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from portal.search.entry import Kind
from portal.search.results import search
from timeline import catalog
from timeline.crisis import wired, wired_schema
from timeline.wire.shapes import Field, Object, Schema, Text, asked, closed

MOST: Final = 10
QUESTION: Final = Object((Field("q", Text(), required=True),))


def answer(question: Any, today: date) -> dict[str, Any]:
    """Read one JSON object and search.

    Raises:
        FactsError: With the name of the field that is wrong.
    """
    values = QUESTION.read(question)
    results = search(values["q"]).results[:MOST]
    return {
        "comfort": wired(values["q"]),
        "results": [
            {"url": one.url, "title": one.title, "kind": str(one.kind)}
            for one in results
        ],
        "ruleset": catalog.fingerprint(),
    }


def schema() -> dict[str, Schema]:
    """JSON Schema of input and output."""
    text: Schema = {"type": "string"}
    kind: Schema = {"type": "string", "enum": [str(kind) for kind in Kind]}
    result = closed({"url": text, "title": text, "kind": kind})
    results: Schema = {"type": "array", "items": result, "maxItems": MOST}
    output = closed(
        {"id": {}, "comfort": wired_schema(), "results": results, "ruleset": text}
    )
    return {"input": asked(QUESTION), "output": output}
