"""The linter: what a text had better not say, and where it says it."""

from timeline.engine.folding import Folded, Folding
from timeline.engine.lint.cues import Cue, Kind, KindRules
from timeline.engine.lint.lint import Draft, Flag, lint

__all__ = ["Cue", "Draft", "Flag", "Folded", "Folding", "Kind", "KindRules", "lint"]
