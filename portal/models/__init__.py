"""What editors write, and what is counted.

``portal/content`` seeds these rows; afterwards the editor owns them.  What visitors
leave is counted, never kept: a vote is one more on a page and day, a search without
result one more on a known word.
"""

from portal.models.edits import PendingEdit
from portal.models.glossary import Term
from portal.models.notices import Notice
from portal.models.pages import Article, Claim, Page, PageQuerySet, Status, Topic
from portal.models.records import Approval, DayCount, Moved

__all__ = [
    "Approval",
    "Article",
    "Claim",
    "DayCount",
    "Moved",
    "Notice",
    "Page",
    "PageQuerySet",
    "PendingEdit",
    "Status",
    "Term",
    "Topic",
]
