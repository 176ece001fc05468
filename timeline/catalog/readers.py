"""Everything that is read from ``timeline/data``, for ``manage.py check``.

A test holds the tuple to what the package has: who adds a reader adds it here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from timeline.catalog import ruleset, words
from timeline.catalog.advice import ADVISED, advice
from timeline.catalog.blanks import blanks
from timeline.catalog.budget import budget_words
from timeline.catalog.conduct import conduct_words, yardstick
from timeline.catalog.contact import contact_words
from timeline.catalog.cost import cost_words
from timeline.catalog.court_cost import court_cost_words
from timeline.catalog.court_fees import fee_records, fee_scales
from timeline.catalog.court_numbers import court_numbers
from timeline.catalog.date_words import date_words
from timeline.catalog.debts import debts_words
from timeline.catalog.files import fingerprint
from timeline.catalog.letters import letters, needs, paid_helpers, shelf
from timeline.catalog.limitation import limitation_words
from timeline.catalog.lint import lint_kinds, lint_rules
from timeline.catalog.message import (
    message_cues,
    message_reader,
    message_steps,
    message_words,
    threat,
    told,
)
from timeline.catalog.message_papers import (
    heard_signs,
    paper_signs,
    sign_records,
    term_records,
    term_signs,
)
from timeline.catalog.norms import norm_records, norms
from timeline.catalog.offer import offer_words
from timeline.catalog.paper_words import paper_words, paper_words_record
from timeline.catalog.papers import (
    own_steps,
    paper_guides,
    paper_hedges,
    paper_parts,
    road,
    service_words,
)
from timeline.catalog.payment_order import grammar, payment_order
from timeline.catalog.profiles import profile_records, profiles
from timeline.catalog.rate import rate_words
from timeline.catalog.series import lpr, lpr_record
from timeline.catalog.sources import sources
from timeline.catalog.spelling import folding, simplified
from timeline.catalog.workdays import workdays, year_records

READERS: Final[tuple[Callable[[], object], ...]] = (
    date_words,
    blanks,
    budget_words,
    conduct_words,
    yardstick,
    contact_words,
    cost_words,
    court_cost_words,
    fee_records,
    fee_scales,
    court_numbers,
    debts_words,
    fingerprint,
    needs,
    paid_helpers,
    letters,
    shelf,
    limitation_words,
    lint_kinds,
    lint_rules,
    message_words,
    threat,
    message_cues,
    message_steps,
    told,
    message_reader,
    sign_records,
    term_records,
    paper_signs,
    term_signs,
    heard_signs,
    norm_records,
    norms,
    offer_words,
    paper_words_record,
    paper_words,
    paper_hedges,
    own_steps,
    paper_parts,
    paper_guides,
    service_words,
    road,
    payment_order,
    grammar,
    profile_records,
    profiles,
    rate_words,
    lpr_record,
    lpr,
    sources,
    simplified,
    folding,
    year_records,
    workdays,
    words.findings,
    words.actions,
    words.rights,
    words.papers,
    words.deadlines,
    words.questions,
    words.trace,
    words.channels,
    words.scripts,
    words.headlines,
    *(partial(words.stages, track) for track in ("time", "legal")),
    *(partial(advice, name) for name in ADVISED),
    ruleset,
)
