"""The locks pin every package by hash, name no host, and agree with each other."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.txt", "requirements-dev.txt")


def pins(name: str) -> dict[str, str]:
    """Return the version of each package in a lock."""
    text = (ROOT / name).read_text("utf-8")
    return dict(re.findall(r"^([\w.-]+)(?:\[[\w,]+\])?==(\S+)", text, re.MULTILINE))


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_names_a_host(name):
    text = (ROOT / name).read_text("utf-8")
    assert "http" not in text
    assert "--index" not in text


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_has_a_hash(name):
    text = (ROOT / name).read_text("utf-8")
    packages = re.split(r"\n(?=\S)", text.strip())
    assert packages
    assert [entry for entry in packages if "--hash=sha256:" not in entry] == []


def test_the_development_lock_contains_the_other():
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


def test_every_dependency_of_the_project_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = {
        re.split(r"[\[<>=]", line)[0] for line in project["project"]["dependencies"]
    }
    assert wanted <= pins("requirements.txt").keys()


def test_the_locks_name_everything_that_their_packages_need():
    """They are installed without resolving, so nothing else would bring it in."""
    pip_check = [sys.executable, "-m", "pip", "check"]
    result = subprocess.run(pip_check, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout
