"""The pages of editors, in Django's admin."""

from portal.accounts import journal, sessions
from portal.admin import accounts, articles, claims, library, records

__all__ = [
    "accounts",
    "articles",
    "claims",
    "journal",
    "library",
    "records",
    "sessions",
]
