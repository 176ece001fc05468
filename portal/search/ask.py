"""``ask search``: the same results as the page, over JSON."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from portal.search.entry import Kind
from portal.search.results import search
from timeline import catalog
from timeline.wire.shapes import Field, Object, Schema, Text

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
        "results": [
            {"url": one.url, "title": one.title, "kind": str(one.kind)}
            for one in results
        ],
        "ruleset": catalog.fingerprint(),
    }


def schema() -> dict[str, Schema]:
    """JSON Schema of input and output."""
    given = QUESTION.schema()
    given["properties"] = {"id": {}} | given["properties"]
    text: Schema = {"type": "string"}
    kind: Schema = {"type": "string", "enum": [str(kind) for kind in Kind]}
    result = _closed({"url": text, "title": text, "kind": kind})
    results: Schema = {"type": "array", "items": result, "maxItems": MOST}
    output = _closed({"id": {}, "results": results, "ruleset": text})
    return {"input": given, "output": output}


def _closed(properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
