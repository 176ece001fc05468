"""The three tables of rules: what to know, what to do, what may not be done.

A rule says *when*; its words and sources stand in ``timeline/data`` under the same
key, and a check keeps the two lists equal and in the same order.
"""

from timeline.engine.actions import ACTIONS
from timeline.engine.findings import FINDINGS
from timeline.engine.rights import RIGHTS

__all__ = ["ACTIONS", "FINDINGS", "RIGHTS"]
