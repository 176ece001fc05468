"""What a page costs beside a bare Django hello: ``python -m tests.benchmark.pages``.

Each runs in gunicorn with one worker, and they are asked in turn, so that what else
the machine does weighs on all alike.  The figure is the worker's own CPU time for a
request, as the kernel counts it.  The database of ``DATABASE_URL`` must hold content.
Nothing here is asserted: machines differ.

``cached`` is a page found in the cache.  ``uncached`` is one that is not: its values
are read from the database, and the markup that follows from them is at hand.
``edited`` is one whose values were never printed: made from Markdown and template.
"""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
ROUNDS: Final = 12
REQUESTS: Final = 50  # of each in a round
PAGE: Final = "/articles/complain-where/"
CASES: Final = [
    (f"article, {case}", "site", PAGE, case)
    for case in ("edited", "uncached", "cached")
]
LIMITS: Final = {"uncached": "(at most 6.0 x)", "cached": "(at most 2.2 x)"}


def hello() -> object:
    """The floor: Django, one view, no middleware."""
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse("hello")

    settings.configure(
        ROOT_URLCONF=(path("", view),), ALLOWED_HOSTS=["*"], MIDDLEWARE=[]
    )
    return get_wsgi_application()


def site() -> object:
    """The site, in the case that ``CASE`` names."""
    from django.conf import settings

    # As in production: no look at the disk for static files at each request.
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = False
    from portal.wsgi import application  # first: it loads the apps

    from portal import caching, printing, richtext  # isort: skip

    case = os.environ["CASE"]
    if case != "cached":
        # The breaker that skips a failing cache, held open: no page is found there.
        # A moment of the clock that never comes; no sum.
        caching._cache.paused_until = float("inf")

    def edited(environ: dict[str, object], start: object) -> object:
        printing.markup.cache_clear()
        richtext.render.cache_clear()
        caching._packed.cache_clear()
        return application(environ, start)  # type: ignore[arg-type]

    return edited if case == "edited" else application


@contextmanager
def worker(name: str, **environ: str) -> Iterator[tuple[int, int]]:
    """Serve an application; gives the port and the process of its worker."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "-b", f"127.0.0.1:{port}"]
    command += [
        "-k",
        "gthread",
        "--threads",
        "1",
        "--keep-alive",
        "60",
        f"tests.benchmark.pages:{name}()",
    ]
    given = os.environ | {"DJANGO_SETTINGS_MODULE": "portal.settings"} | environ
    process = subprocess.Popen(
        command, cwd=ROOT, env=given | {"DJANGO_LOCAL": "1"}, stderr=subprocess.DEVNULL
    )
    try:
        yield port, _child(process.pid, port)
    finally:
        process.terminate()
        process.wait()


def _child(parent: int, port: int) -> int:
    """The worker of a gunicorn, as soon as it answers."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            children = Path(f"/proc/{parent}/task/{parent}/children").read_text("ascii")
            return int(children.split()[0])
        except (OSError, IndexError):
            time.sleep(0.1)
    raise TimeoutError("gunicorn does not answer")


def cpu(process: int) -> float:
    """Seconds of CPU that a process has used."""
    stat = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Asked:
    """A worker with a connection that stays open."""

    process: int
    client: http.client.HTTPConnection
    address: str

    def cost(self) -> float:
        """Seconds of CPU for one round."""
        before = cpu(self.process)
        for _ in range(REQUESTS):
            self.client.request(
                "GET", self.address, headers={"Accept-Encoding": "gzip"}
            )
            response = self.client.getresponse()
            response.read()
            if response.status != 200:
                raise RuntimeError(f"{self.address}: {response.status}")
        return cpu(self.process) - before


def main() -> None:
    """Measure the floor and each case in turn, and print them."""
    given = [("bare Django hello", "hello", "/", ""), *CASES]
    with ExitStack() as stack:
        asked = []
        for _, name, address, case in given:
            port, process = stack.enter_context(worker(name, CASE=case))
            client = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            asked.append(Asked(process, client, address))
        rounds = [[one.cost() for one in asked] for _ in range(ROUNDS + 1)]
    # The first round loads what is loaded once.
    sums = map(sum, zip(*rounds[1:], strict=True))
    costs = [seconds / ROUNDS / REQUESTS * 1e6 for seconds in sums]
    for (title, _, _, case), micros in zip(given, costs, strict=True):
        line = f"{title:24} {micros:7.0f} µs  {micros / costs[0]:4.1f} x"
        sys.stdout.write(f"{line}  {LIMITS.get(case, '')}".rstrip() + "\n")


if __name__ == "__main__":
    main()
