"""What keeps a page from being published, and what an editor should look at again.

The words it looks for are data, in ``portal/content/check``.
"""

from __future__ import annotations

from portal.content_check.check import Draft, check, check_page
from portal.content_check.problem import Problem, Severity
from portal.content_check.reading import Reading, reading
from portal.content_check.shelf import Shelf, shelf_of_rows, shelf_of_seeds

__all__ = [
    "Draft",
    "Problem",
    "Reading",
    "Severity",
    "Shelf",
    "check",
    "check_page",
    "reading",
    "shelf_of_rows",
    "shelf_of_seeds",
]
