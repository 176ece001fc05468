"""What can go wrong in the engine.

* EngineError
  - FactsError   the answers contradict each other; ``field`` names the culprit
  - DataError    a file in ``timeline/data`` is wrong; the message names it
"""

from __future__ import annotations


class EngineError(Exception):
    """Base class, for callers that treat every failure alike."""


class FactsError(EngineError):
    """One answer is impossible, or contradicts another.

    ``field`` is the name used by form and ``ask`` alike: ``papers.0.received``.
    The message is one Chinese sentence for the visitor.
    """

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class DataError(EngineError):
    """A data file cannot be used.  Raised when it is read, never in a request."""
