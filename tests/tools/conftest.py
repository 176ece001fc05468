"""All tests of the tools ask on the same day."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from tests.tools.assess.asking import TODAY

PATIENCE: Final = 180  # seconds
Convert = Callable[..., None]


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> date:
    """Stop the one clock that forms and commands read."""
    monkeypatch.setattr(
        "django.utils.timezone.localdate", lambda *args, **kwargs: TODAY
    )
    return TODAY


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """LibreOffice as the machine has it; its absence is excused outside CI only.

    ``convert(target, out, *files)`` writes each file in another format into ``out``.
    """
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        reason = "没有找到 LibreOffice，文件没有打开试过。 No LibreOffice here."
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    profile = f"-env:UserInstallation=file://{tmp_path_factory.mktemp('office')}"

    def run(target: str, out: Path, *files: Path, read_as: str = "") -> None:
        filters = [f"--infilter={read_as}"] if read_as else []
        command = [office, profile, "--headless", *filters, "--convert-to", target]
        command += ["--outdir", str(out), *map(str, files)]
        subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)

    return run
