"""What the other side may not do, and what one may ask for; court first.

Words and sources stand in ``timeline/data/rights.toml``, in the same order.
"""

from __future__ import annotations

from typing import Final

from timeline.engine.rule import CONTACT, DEBTORS, Rule, Table, always
from timeline.engine.stages import LegalStage, PaperKind

RIGHTS: Final = Table(
    Rule(
        "paper-on-request",
        lambda s: s.legal not in (LegalStage.NONE, LegalStage.MEDIATION),
    ),
    Rule("refuse-mediation", lambda s: s.legal is LegalStage.MEDIATION),
    Rule(
        "living-costs-kept",
        lambda s: (
            s.legal in (LegalStage.JUDGMENT, LegalStage.ENFORCEMENT)
            or PaperKind.ASSET_FREEZE in s.kinds
        ),
    ),
    Rule("essentials-kept", lambda s: s.legal is LegalStage.ENFORCEMENT),
    Rule("stop-after-refusal", lambda s: s.is_contact or bool(s.facts.contact_called)),
    Rule("contact-only-if-unreachable", always),
    Rule("no-disclosure", always),
    Rule("quiet-hours", always),
    Rule("no-harassment", always),
    Rule("only-the-debtor", always),
    Rule("call-frequency", always, roles=DEBTORS),
    Rule("no-impersonation", always),
    Rule("no-home-entry", always),
    Rule("visits", always, roles=DEBTORS),
    Rule("delete-my-data", always, roles=CONTACT),
    Rule("late-fees-can-be-cut", lambda s: s.owing),
    Rule("told-before-credit-report", lambda s: s.owing),
    Rule("credit-objection", lambda s: s.owing),
)
