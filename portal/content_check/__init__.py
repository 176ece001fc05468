"""What keeps a page from being published, and what an editor should look at again."""

from __future__ import annotations

from portal.content_check.check import Reading, check, check_page, reading
from portal.content_check.problem import Problem, Severity

__all__ = ["Problem", "Reading", "Severity", "check", "check_page", "reading"]
