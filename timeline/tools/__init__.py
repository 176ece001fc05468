"""The tools of the site: a folder each, and an address of the same name."""

from typing import Final

# In the order of the home page; each is the URL name of the tool's first page.
NAMES: Final = (
    "assess",
    "contact",
    "conduct",
    "letters",
    "lint",
    "limitation",
    "court-message",
    "papers",
    "payment-order",
    "cost",
    "rate",
    "court-cost",
    "budget",
    "debts",
    "repay-offer",
)
