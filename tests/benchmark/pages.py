"""What a page costs beside a bare Django hello: ``python -m tests.benchmark.pages``.

Each runs in gunicorn with one worker; the figure is the worker's own CPU time for a
request, as the kernel counts it.  The database of ``DATABASE_URL`` must hold content.
Nothing here is asserted: machines differ.
"""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
REQUESTS: Final = 500
WARM: Final = 30
PAGE: Final = "/articles/complain-where/"
TARGETS: Final = {"uncached": 6.0, "cached": 2.2}


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
    """The site; where ``UNCACHED`` is set, no page is found in the cache."""
    from django.conf import settings

    # As in production: no look at the disk for static files at each request.
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = False
    from portal.wsgi import application

    if os.environ.get("UNCACHED"):
        from portal import caching

        # The breaker that skips a failing cache, held open: every page is rendered.
        caching._cache.paused_until = float("inf")
    return application


@contextmanager
def worker(name: str, **environ: str) -> Iterator[tuple[int, int]]:
    """Serve an application; gives the port and the process of its worker."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "-b", f"127.0.0.1:{port}"]
    command += ["-k", "gthread", "--threads", "1", f"tests.benchmark.pages:{name}()"]
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


def cost(name: str, address: str, **environ: str) -> float:
    """Microseconds of CPU for one request on a connection that stays open."""
    with worker(name, **environ) as (port, process):
        client = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        before = 0.0
        for number in range(WARM + REQUESTS):
            if number == WARM:
                before = cpu(process)
            client.request("GET", address, headers={"Accept-Encoding": "gzip"})
            response = client.getresponse()
            response.read()
            if response.status != 200:
                raise RuntimeError(f"{address}: {response.status}")
        return (cpu(process) - before) / REQUESTS * 1e6


def main() -> None:
    """Measure all three and print them."""
    floor = cost("hello", "/")
    sys.stdout.write(f"{'bare Django hello':24} {floor:7.0f} µs\n")
    for name, environ in (("uncached", {"UNCACHED": "1"}), ("cached", {})):
        micros = cost("site", PAGE, **environ)
        sys.stdout.write(
            f"{'article, ' + name:24} {micros:7.0f} µs"
            f"  {micros / floor:4.1f} x  (at most {TARGETS[name]} x)\n"
        )


if __name__ == "__main__":
    main()
