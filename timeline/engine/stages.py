"""The rungs of the two tracks, and which paper puts you on which.

The time track follows days and is practice; the legal track is moved by papers only.
"""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import Final


class TimeStage(StrEnum):
    """Where the calendar says a debt is, in the order in which it happens."""

    NOT_DUE = "not-due"
    REMINDER = "reminder"
    CONTACT = "contact"
    INTENSIVE = "intensive"
    OUTSOURCING = "outsourcing"
    PRE_SUIT = "pre-suit"


class LegalStage(StrEnum):
    """How far court, arbitration or mediation has come, lowest first."""

    NONE = "none"
    MEDIATION = "mediation"
    PAYMENT_ORDER = "payment-order"
    FILED = "filed"
    JUDGMENT = "judgment"
    ENFORCEMENT = "enforcement"


class PaperKind(Enum):
    """A document that can arrive, with the legal stage that it proves."""

    LAWYER_LETTER = ("lawyer-letter", LegalStage.NONE)
    TRANSFER_NOTICE = ("transfer-notice", LegalStage.NONE)
    CREDIT_NOTICE = ("credit-notice", LegalStage.NONE)
    MEDIATION_NOTICE = ("mediation-notice", LegalStage.MEDIATION)
    MEDIATION_AGREEMENT = ("mediation-agreement", LegalStage.MEDIATION)
    PAYMENT_ORDER = ("payment-order", LegalStage.PAYMENT_ORDER)
    COMPLAINT_COPY = ("complaint-copy", LegalStage.FILED)
    RESPONSE_NOTICE = ("response-notice", LegalStage.FILED)
    EVIDENCE_NOTICE = ("evidence-notice", LegalStage.FILED)
    SUMMONS = ("summons", LegalStage.FILED)
    ARBITRATION_NOTICE = ("arbitration-notice", LegalStage.FILED)
    ASSET_FREEZE = ("asset-freeze", LegalStage.FILED)
    JUDGMENT = ("judgment", LegalStage.JUDGMENT)
    SMALL_CLAIMS_JUDGMENT = ("small-claims-judgment", LegalStage.JUDGMENT)
    COURT_MEDIATION_STATEMENT = ("court-mediation-statement", LegalStage.JUDGMENT)
    ARBITRATION_AWARD = ("arbitration-award", LegalStage.JUDGMENT)
    ENFORCEMENT_NOTICE = ("enforcement-notice", LegalStage.ENFORCEMENT)
    PROPERTY_REPORT_ORDER = ("property-report-order", LegalStage.ENFORCEMENT)
    CONSUMPTION_RESTRICTION = ("consumption-restriction", LegalStage.ENFORCEMENT)
    NOTARISED_ENFORCEMENT = ("notarised-enforcement", LegalStage.ENFORCEMENT)

    key: str
    proves: LegalStage

    # Members are compared by identity; Enum's own hash is a Python function, and
    # an assessment hashes kinds some fifty times.
    __hash__ = object.__hash__

    def __new__(cls, key: str, proves: LegalStage) -> PaperKind:
        member = object.__new__(cls)
        member._value_ = key
        member.key = key
        member.proves = proves
        return member


# Enum members hash slowly; these ranks are read several times an assessment.
TIME_RANK: Final = {stage: rank for rank, stage in enumerate(TimeStage)}
LEGAL_RANK: Final = {stage: rank for rank, stage in enumerate(LegalStage)}
