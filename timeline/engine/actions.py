"""What can be done today, most urgent first; at most three are shown.

Words and sources stand in ``timeline/data/actions.toml``, in the same order.
"""

from __future__ import annotations

from typing import Final

from timeline.engine.conditions import (
    EARLY,
    LIMITATION_NORM,
    copy_missing,
    freeze_unclear,
    old_debt,
)
from timeline.engine.facts import Agreement
from timeline.engine.rule import (
    BORROWER,
    CONTACT,
    DEBTORS,
    GUARANTOR,
    Rule,
    Table,
    always,
)
from timeline.engine.stages import LegalStage, PaperKind, TimeStage

CONTACTS_MATTER: Final = EARLY | {TimeStage.INTENSIVE}
FREEZE: Final = frozenset({PaperKind.ASSET_FREEZE})
WITHOUT_COPY: Final = frozenset(
    {PaperKind.SUMMONS, PaperKind.EVIDENCE_NOTICE, PaperKind.RESPONSE_NOTICE}
)
COURT_FILED: Final = WITHOUT_COPY | {PaperKind.COMPLAINT_COPY}

ACTIONS: Final = Table(
    Rule("ask-court-about-passed-date", lambda s: bool(s.passed)),
    Rule("verify-paper", lambda s: s.unverified),
    Rule("check-whose-paper", lambda s: s.legal is not LegalStage.NONE, roles=CONTACT),
    Rule(
        "object-to-payment-order",
        lambda s: "payment-order-objection" in s.ahead,
        roles=DEBTORS,
    ),
    Rule(
        "answer-complaint",
        lambda s: "answer" in s.ahead,
        papers=COURT_FILED,
        roles=DEBTORS,
    ),
    Rule("ask-for-complaint-copy", copy_missing, papers=WITHOUT_COPY, roles=DEBTORS),
    Rule(
        "answer-arbitration",
        always,
        papers=frozenset({PaperKind.ARBITRATION_NOTICE}),
        roles=DEBTORS,
    ),
    Rule("attend-hearing", lambda s: "hearing" in s.ahead, roles=DEBTORS),
    Rule("appeal-in-time", lambda s: "appeal" in s.ahead, roles=DEBTORS),
    Rule("ask-which-freeze", freeze_unclear, papers=FREEZE, roles=DEBTORS),
    Rule("review-freeze", lambda s: "freeze-review" in s.ahead, roles=DEBTORS),
    Rule("weigh-annulment", lambda s: "award-annulment" in s.ahead, roles=DEBTORS),
    Rule(
        "report-property",
        always,
        papers=frozenset({PaperKind.PROPERTY_REPORT_ORDER}),
        roles=DEBTORS,
    ),
    Rule(
        "keep-living-costs",
        lambda s: s.legal is LegalStage.ENFORCEMENT,
        roles=DEBTORS,
    ),
    Rule(
        "settle-in-enforcement",
        lambda s: s.legal is LegalStage.ENFORCEMENT,
        roles=DEBTORS,
    ),
    Rule("follow-the-ruling", lambda s: s.legal is LegalStage.JUDGMENT, roles=DEBTORS),
    Rule(
        "follow-the-mediation",
        always,
        papers=frozenset({PaperKind.MEDIATION_AGREEMENT}),
        roles=DEBTORS,
    ),
    Rule(
        "answer-mediation-yourself",
        always,
        papers=frozenset({PaperKind.MEDIATION_NOTICE}),
        roles=DEBTORS,
    ),
    Rule("find-paper-date", lambda s: s.undated),
    Rule("report-forged-paper", lambda s: s.forged),
    Rule(
        "promise-nothing-on-old-debt",
        old_debt,
        norms=(LIMITATION_NORM,),
        roles=DEBTORS,
    ),
    Rule("say-only-contact", always, roles=CONTACT),
    Rule("refuse-in-writing", always, roles=CONTACT),
    Rule("keep-call-log", always, roles=CONTACT),
    Rule("ask-for-guarantee", always, roles=GUARANTOR),
    Rule("keep-agreement", lambda s: s.paused, roles=DEBTORS),
    Rule(
        "renew-agreement",
        lambda s: s.facts.agreement is Agreement.BROKEN,
        roles=DEBTORS,
    ),
    Rule(
        "check-transfer",
        always,
        papers=frozenset({PaperKind.TRANSFER_NOTICE}),
        roles=DEBTORS,
    ),
    Rule(
        "stop-calls-to-contacts",
        lambda s: s.collecting and bool(s.facts.contact_called),
        roles=BORROWER,
    ),
    Rule(
        "check-sum-and-payee",
        lambda s: (
            s.collecting and s.high is not None and s.stages[-1] is TimeStage.REMINDER
        ),
        roles=BORROWER,
    ),
    Rule(
        "prepare-before-due",
        lambda s: s.high is not None and s.high < 1,
        roles=BORROWER,
    ),
    Rule("stay-reachable", lambda s: s.collecting, roles=BORROWER),
    Rule(
        "tell-contacts",
        lambda s: s.collecting and not CONTACTS_MATTER.isdisjoint(s.stages),
        roles=BORROWER,
    ),
    Rule("count-what-is-left", lambda s: not s.paused, roles=DEBTORS),
    Rule("ask-for-statement", always, roles=DEBTORS),
    Rule("propose-in-writing", lambda s: not s.paused, roles=BORROWER),
    Rule("read-credit-report", lambda s: s.owing),
)
