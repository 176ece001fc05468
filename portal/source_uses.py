"""What on the site rests on each provision: tools, data and pages that cite it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from django.urls import reverse
from django.utils import timezone

from portal.pages import page_records
from timeline import catalog
from timeline.catalog import words
from timeline.catalog.advice import advice
from timeline.catalog.budget import budget_words
from timeline.catalog.contact import contact_words
from timeline.catalog.cost import cost_words
from timeline.catalog.court_cost import court_cost_words
from timeline.catalog.court_fees import fee_records
from timeline.catalog.debts import debts_words
from timeline.catalog.letters import letters, paid_helpers
from timeline.catalog.message import message_cues, message_steps
from timeline.catalog.offer import offer_words
from timeline.catalog.papers import service_words
from timeline.catalog.payment_order import payment_order
from timeline.catalog.rate import rate_words
from timeline.engine import LegalStage, PaperKind
from timeline.tools.papers.page import kind_page
from timeline.tools.papers.road import road_page
from timeline.tools.payment_order.page import RESTS_ON

# Standing advice of tools: what each page is called, and the name of its address.
ADVICE_PAGES: Final = {
    "conduct": ("催收过分了吗", "conduct"),
    "message": ("收到短信或电话", "court-message"),
    "offer": ("想协商还款", "repay-offer"),
}


@dataclass(frozen=True, slots=True)
class Use:
    """Something on the site that rests on a provision."""

    label: str
    url: str


@cache
def uses() -> dict[str, tuple[Use, ...]]:
    """Everything that rests on a provision, by its reference."""
    found: dict[str, dict[Use, None]] = defaultdict(dict)
    for references, label, url in _citing():
        for reference in references:
            found[reference][Use(label, url)] = None
    return {reference: tuple(known) for reference, known in found.items()}


def _citing() -> Iterator[tuple[Iterable[str], str, str]]:
    """What is cited, by what, and where that is read."""
    assess, papers = map(reverse, ("assess", "papers"))
    for finding in words.findings().values():
        yield finding.cites, f"自测结果「{finding.title}」", assess
    for action in words.actions().values():
        yield action.cites, f"自测结果「{action.title}」", assess
    for norm in catalog.norm_records().values():
        yield [version.cite for version in norm.versions], f"数据「{norm.title}」", ""
    for key, profile in catalog.profile_records().items():
        url = reverse("timeline-profile", args=[key])
        yield profile.cites, f"时间尺「{profile.name}」", url
    today = timezone.localdate()
    for kind in PaperKind:
        sheet = kind_page(kind, today)
        yield sheet.references, sheet.name, reverse("paper", args=[kind.key])
    yield road_page(LegalStage.NONE, None, today).references, "这是什么文书", papers
    for way in service_words().values():
        cites = (*way.cites, *way.order_cites, *way.statement_cites)
        yield cites, f"这是什么文书「{way.name}」", papers
    objection = reverse("payment-order")
    yield RESTS_ON, "支付令异议", objection
    for step in payment_order().nothing:
        yield step.cites, "支付令异议「真的没有不认的地方」", objection
    for reason in payment_order().contests.values():
        yield reason.cites, f"支付令异议「{reason.title}」", objection
    for fees in fee_records().values():
        yield [fees.cite], f"数据「{fees.name}」", ""
    yield contact_words().cites, "我不是借款人，却被催", reverse("contact")
    for script in words.scripts().values():
        yield script.cites, "我不是借款人，却被催", reverse("contact")
    message = reverse("court-message")
    procedure = [step.cites for step in message_steps().values()]
    for references in procedure:
        yield references, "收到短信或电话", message
    for records in message_cues().values():
        for cue in records.values():
            yield cue.cites, f"收到短信或电话「{cue.title}」", message
    for key, letter in letters().items():
        yield letter.cites, f"文书「{letter.title}」", reverse("letter", args=[key])
    cost, rate, court = cost_words(), rate_words(), court_cost_words()
    for advised in (cost.lpr, *cost.notes, *cost.actions):
        yield advised.cites, "逾期费用怎么算", reverse("cost")
    for limit in rate.lines.values():
        yield limit.cites, "真实年化是多少", reverse("rate")
    for borne in court.costs.values():
        yield borne.cites, "打官司要花多少", reverse("court-cost")
    for doubt in court.doubts.values():
        yield doubt.cites, "打官司要花多少", reverse("court-cost")
    for advised in rate.actions:
        yield advised.cites, "真实年化是多少", reverse("rate")
    for advised in court.actions:
        yield advised.cites, "打官司要花多少", reverse("court-cost")
    yield budget_words().cites, "我每月能还多少", reverse("budget")
    yield debts_words().cites, "几笔债，先还哪笔", reverse("debts")
    talks = reverse("repay-offer")
    yield offer_words().cites, "想协商还款", talks
    helpers = paid_helpers()
    signs = [sign.cites for sign in helpers.signs]
    for cites in (*signs, *[remedy.cites for remedy in helpers.remedies]):
        yield cites, f"文书「{helpers.title}」", reverse("letters")
    for name, (title, address) in ADVICE_PAGES.items():
        for item in advice(name).items:
            yield item.cites, title, reverse(address)
    for key, record in page_records().items():
        for section in record.sections:
            for line in section.items:
                yield line.cites, record.title, reverse(key)
