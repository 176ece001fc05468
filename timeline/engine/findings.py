"""What a visitor should know, what has a date first, what calms last.

Words and sources stand in ``timeline/data/findings.toml``, in the same order.
"""

from __future__ import annotations

from typing import Final

from timeline.engine.conditions import (
    LIMITATION_NORM,
    REPAIR_NORMS,
    agreement_due_passed,
    called_early,
    copy_missing,
    freeze_unclear,
    large_sum,
    mediation_confirmed,
    old_debt,
    paper_before_due,
    repair_window_over,
    small_sum,
)
from timeline.engine.facts import Agreement, LenderKind
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

LATE: Final = frozenset({TimeStage.OUTSOURCING, TimeStage.PRE_SUIT})
FREEZE: Final = frozenset({PaperKind.ASSET_FREEZE})
WITHOUT_COPY: Final = frozenset(
    {PaperKind.SUMMONS, PaperKind.EVIDENCE_NOTICE, PaperKind.RESPONSE_NOTICE}
)
COURT_FILED: Final = WITHOUT_COPY | {PaperKind.COMPLAINT_COPY}

FINDINGS: Final = Table(
    Rule("deadline-passed", lambda s: bool(s.passed)),
    Rule("printed-date-is-later", lambda s: s.printed_later),
    Rule("paper-unverified", lambda s: s.unverified),
    Rule("paper-forged", lambda s: s.forged),
    Rule(
        "payment-order-must-contest",
        always,
        papers=frozenset({PaperKind.PAYMENT_ORDER}),
    ),
    Rule("absence-loses-the-say", always, papers=COURT_FILED),
    Rule("complaint-copy-missing", copy_missing, papers=WITHOUT_COPY),
    Rule(
        "arbitration-rules-apply",
        always,
        papers=frozenset({PaperKind.ARBITRATION_NOTICE}),
    ),
    Rule("freeze-two-kinds", freeze_unclear, papers=FREEZE),
    Rule("judgment-can-be-appealed", always, papers=frozenset({PaperKind.JUDGMENT})),
    Rule(
        "small-claims-is-final",
        always,
        papers=frozenset({PaperKind.SMALL_CLAIMS_JUDGMENT}),
    ),
    Rule(
        "court-mediation-binds",
        always,
        papers=frozenset({PaperKind.COURT_MEDIATION_STATEMENT}),
    ),
    Rule("award-is-final", always, papers=frozenset({PaperKind.ARBITRATION_AWARD})),
    Rule("enforcement-keeps-essentials", lambda s: s.legal is LegalStage.ENFORCEMENT),
    Rule(
        "property-report-is-a-duty",
        always,
        papers=frozenset({PaperKind.PROPERTY_REPORT_ORDER}),
    ),
    Rule(
        "restriction-is-not-the-list",
        always,
        papers=frozenset({PaperKind.CONSUMPTION_RESTRICTION}),
    ),
    Rule(
        "notarised-skips-the-suit",
        always,
        papers=frozenset({PaperKind.NOTARISED_ENFORCEMENT}),
    ),
    Rule(
        "mediation-is-voluntary",
        always,
        papers=frozenset({PaperKind.MEDIATION_NOTICE}),
    ),
    Rule(
        "mediation-can-bind",
        lambda s: not mediation_confirmed(s),
        papers=frozenset({PaperKind.MEDIATION_AGREEMENT}),
    ),
    Rule(
        "mediation-is-confirmed",
        mediation_confirmed,
        papers=frozenset({PaperKind.MEDIATION_AGREEMENT}),
    ),
    Rule(
        "lawyer-letter-is-no-court-paper",
        always,
        papers=frozenset({PaperKind.LAWYER_LETTER}),
    ),
    Rule(
        "transfer-needs-notice",
        always,
        papers=frozenset({PaperKind.TRANSFER_NOTICE}),
    ),
    Rule(
        "credit-notice-is-a-notice",
        always,
        papers=frozenset({PaperKind.CREDIT_NOTICE}),
    ),
    Rule("paper-before-due", paper_before_due),
    Rule("calendar-not-announced", lambda s: s.calendar_unknown),
    Rule("old-debt-be-careful", old_debt, norms=(LIMITATION_NORM,), roles=DEBTORS),
    Rule("contact-owes-nothing", always, roles=CONTACT),
    Rule("contact-should-not-promise", always, roles=CONTACT),
    Rule("guarantee-needs-writing", always, roles=GUARANTOR),
    Rule("guarantee-has-limits", always, roles=GUARANTOR),
    Rule("contacts-called-early", called_early),
    Rule(
        "contacts-called-while-reachable",
        lambda s: bool(s.facts.contact_called and s.facts.reachable),
    ),
    Rule("contact-has-refused", lambda s: bool(s.facts.contact_refused)),
    Rule(
        "where-to-complain",
        lambda s: (
            s.collecting and bool(s.facts.contact_called or s.facts.contact_refused)
        ),
    ),
    Rule("agreement-pauses", lambda s: s.paused),
    Rule("agreement-due-passed", agreement_due_passed),
    Rule(
        "agreement-asked-changes-nothing",
        lambda s: s.facts.agreement is Agreement.ASKED,
    ),
    Rule("agreement-broken", lambda s: s.facts.agreement is Agreement.BROKEN),
    Rule("small-sum-may-delay", small_sum),
    Rule("large-sum-may-hasten", large_sum),
    Rule(
        "no-day-count-for-a-suit",
        lambda s: not LATE.isdisjoint(s.stages),
        roles=DEBTORS,
    ),
    Rule("inability-is-no-crime", lambda s: s.owing, roles=BORROWER),
    Rule("credit-record-from-day-one", lambda s: s.owing),
    Rule("repair-window-over", repair_window_over, norms=REPAIR_NORMS),
    Rule("papers-unknown", lambda s: s.facts.papers is None),
    Rule("lender-unknown", lambda s: s.lender_kind is LenderKind.UNKNOWN),
)
