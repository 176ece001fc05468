"""The linter: what a text had better not say, and where it says it."""

from timeline.engine.lint.cues import Cue, Kind, KindRules
from timeline.engine.lint.lint import Draft, Flag, lint
from timeline.engine.text.folding import Folded, Folding

__all__ = ["Cue", "Draft", "Flag", "Folded", "Folding", "Kind", "KindRules", "lint"]
