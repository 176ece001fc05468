"""Every citation in the data that no record has looked up for itself."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.catalog import words
from timeline.catalog.advice import ADVISED, advice
from timeline.catalog.budget import budget_words
from timeline.catalog.contact import contact_words
from timeline.catalog.court_fees import fee_records
from timeline.catalog.debts import debts_words
from timeline.catalog.limitation import limitation_words
from timeline.catalog.message import message_steps
from timeline.catalog.norms import norm_records
from timeline.catalog.offer import offer_words
from timeline.catalog.papers import (
    own_steps,
    paper_guides,
    paper_parts,
    road,
    service_words,
)
from timeline.catalog.profiles import profile_records


def references() -> Iterator[tuple[str, str]]:
    """Each citation, with the place it stands in."""
    cited = {
        "findings": {key: text.cites for key, text in words.findings().items()},
        "actions": {key: text.cites for key, text in words.actions().items()},
        "channels": {key: text.cites for key, text in words.channels().items()},
    }
    for name, table in cited.items():
        for key, references in table.items():
            for reference in references:
                yield f"{name}.toml [{key}]", reference
    for key, norm in norm_records().items():
        for version in norm.versions:
            yield f"norms/{key}.toml", version.cite
    for name in ADVISED:
        for item in advice(name).items:
            for reference in item.cites:
                yield f"{name}-advice.toml", reference
    for reference in contact_words().cites:
        yield "contact.toml", reference
    plans = (
        ("budget", budget_words().cites),
        ("debts", debts_words().cites),
        ("offer", offer_words().cites),
    )
    for name, cites in plans:
        for reference in cites:
            yield f"{name}.toml", reference
    for key, scale in fee_records().items():
        yield f"court-fees.toml [{key}]", scale.cite
    for key, why in limitation_words().why.items():
        for reference in why.cites:
            yield f"limitation.toml [{key}]", reference
    for script in words.scripts().values():
        for reference in script.cites:
            yield "scripts.toml", reference
    for key, own in own_steps().items():
        if own.cite:
            yield f"paper-steps.toml [{key}]", own.cite
    for key, guide in paper_guides().items():
        for reference in guide.cites:
            yield f"paper-guides.toml [{key}]", reference
    for key, parts in paper_parts().items():
        for reference in parts.cites:
            yield f"paper-parts.toml [{key}]", reference
    for key, step in message_steps().items():
        for reference in step.cites:
            yield f"message-steps.toml [{key}]", reference
    for key, profile in profile_records().items():
        where = f"profiles/{key}.toml"
        for reference in profile.cites:
            yield where, reference
    for key, way in service_words().items():
        for reference in (*way.cites, *way.order_cites, *way.statement_cites):
            yield f"service.toml [{key}]", reference
    for key, stop in road().items():
        for reference in stop.cites:
            yield f"road.toml [{key}]", reference
