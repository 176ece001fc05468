"""A page printed once for the values that it shows.

The values are read from the database at every request.  The markup is made again where
one of them differs from before, so an edit shows at once in every process: nothing is
dropped, and nothing waits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, wraps
from typing import Any, Final, TypeVarTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from portal import library_rows
from portal.library_rows import Banner

Values = TypeVarTuple("Values")
Print = tuple[str, dict[str, Any]]

KEPT: Final = 512  # pages, some 25 KB each


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the values of every page of the library.

    ``origin`` is scheme and host of the site, ``path`` the address of the page on it.
    """

    origin: str
    path: str
    day: date
    banners: tuple[Banner, ...]
    site: tuple[tuple[str, str], ...]

    def absolute(self, path: str) -> str:
        """The whole address of a path on this site."""
        return self.origin + path


def frame(request: HttpRequest, day: date) -> Frame:
    """The frame of the page that is asked for; one query."""
    return Frame(
        origin=f"{request.scheme}://{request.get_host()}",
        path=request.path,
        day=day,
        banners=library_rows.banners(day),
        site=tuple(settings.SITE.items()),
    )


def printed(
    make: Callable[[Frame, *Values], Print],
) -> Callable[[Frame, *Values], HttpResponse]:
    """Print what ``make(frame, …)`` returns: a template, and its variables.

    Its arguments are all that the page may depend on, each of them plain values and
    never a row: two rows are equal although their texts differ.  The template sees a
    request of nobody's.
    """

    @wraps(make)
    def answer(frame: Frame, *values: *Values) -> HttpResponse:
        return HttpResponse(markup(make, frame, values))

    return answer


@lru_cache(maxsize=KEPT)
def markup(make: Callable[..., Print], frame: Frame, values: tuple[Any, ...]) -> bytes:
    """The page that ``make`` composes of those values; the same ones give the same."""
    template, context = make(frame, *values)
    context["notices"] = frame.banners
    return render_to_string(template, context, HttpRequest()).encode()
