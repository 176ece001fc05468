"""The only reader of ``timeline/data``: validated, frozen, read once.

Everything raises ``DataError`` that names the file; ``manage.py check`` reads it all.
"""

from functools import cache

from timeline.catalog import words
from timeline.catalog.files import DATA, fingerprint
from timeline.catalog.letters import shelf
from timeline.catalog.norms import norm_records, norms
from timeline.catalog.profiles import ProfileRecord, profile_records, profiles
from timeline.catalog.sources import Article, Source, article, sources
from timeline.catalog.text import cn_date, cn_percent, cn_yuan, fill, say
from timeline.catalog.workdays import workdays, year_records
from timeline.engine import Ruleset

__all__ = [
    "DATA",
    "Article",
    "ProfileRecord",
    "Source",
    "article",
    "cn_date",
    "cn_percent",
    "cn_yuan",
    "fill",
    "fingerprint",
    "norm_records",
    "norms",
    "profile_records",
    "profiles",
    "ruleset",
    "say",
    "sources",
    "words",
    "workdays",
    "year_records",
]


@cache
def ruleset() -> Ruleset:
    """All that the engine needs besides the facts."""
    return Ruleset(
        profiles=profiles(),
        norms=norms(),
        units={key: norm.unit for key, norm in norms().items()},
        rights={key: right.norms for key, right in words.rights().items()},
        workdays=workdays(),
        letters=shelf(),
        version=fingerprint(),
    )
