"""The engine's front door: pure functions over frozen facts and data."""

from timeline.engine.assess import Assessment, Confidence, Next, assess
from timeline.engine.deadlines import Deadline
from timeline.engine.errors import DataError, EngineError, FactsError
from timeline.engine.facts import (
    Agreement,
    Facts,
    Freeze,
    LenderKind,
    Paper,
    Role,
)
from timeline.engine.norms import Norm, Norms, Strength, Unit, Version
from timeline.engine.profiles import Band, Profile
from timeline.engine.ruleset import Ruleset
from timeline.engine.stages import LegalStage, PaperKind, TimeStage
from timeline.engine.trace import Step
from timeline.engine.workdays import Workdays

__all__ = [
    "Agreement",
    "Assessment",
    "Band",
    "Confidence",
    "DataError",
    "Deadline",
    "EngineError",
    "Facts",
    "FactsError",
    "Freeze",
    "LegalStage",
    "LenderKind",
    "Next",
    "Norm",
    "Norms",
    "Paper",
    "PaperKind",
    "Profile",
    "Role",
    "Ruleset",
    "Step",
    "Strength",
    "TimeStage",
    "Unit",
    "Version",
    "Workdays",
    "assess",
]
