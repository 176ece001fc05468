"""The environment is made when it must be, and left alone when it is right."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from portal import bootstrap
from portal.bootstrap import DEV, RUNTIME

NOW = {RUNTIME: "a1", DEV: "b2"}


def test_an_old_python_is_told_so_in_one_line_in_both_languages():
    problem = bootstrap.python_problem((3, 9, 18))
    assert problem is not None
    assert "\n" not in problem
    assert "需要 Python 3.11" in problem
    assert "Python 3.11 or newer is needed; this is 3.9." in problem


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 2)])
def test_a_python_that_is_new_enough_is_no_problem(version):
    assert bootstrap.python_problem(version) is None


@pytest.mark.parametrize(
    ("command", "environ", "lock"),
    [
        (["manage.py", "demo"], {}, RUNTIME),
        (["manage.py"], {}, RUNTIME),
        (["manage.py", "verify"], {}, DEV),
        (["manage.py", "check"], {"CI": "true"}, DEV),
        (["manage.py", "help", "verify"], {}, RUNTIME),
    ],
)
def test_only_verify_and_ci_need_the_development_lock(command, environ, lock):
    assert bootstrap.lock_for(command, environ) == lock


@pytest.mark.parametrize(
    ("wanted", "stamp", "installs"),
    [
        (RUNTIME, None, RUNTIME),
        (DEV, None, DEV),
        (RUNTIME, (RUNTIME, "a1"), None),
        (DEV, (DEV, "b2"), None),
        (RUNTIME, (DEV, "b2"), None),
        (DEV, (RUNTIME, "a1"), DEV),
        (RUNTIME, (RUNTIME, "old"), RUNTIME),
        (RUNTIME, (DEV, "old"), DEV),
        (RUNTIME, ("unheard-of.txt", "a1"), RUNTIME),
    ],
)
def test_a_lock_is_installed_only_when_the_stamp_does_not_serve(
    wanted, stamp, installs
):
    assert bootstrap.lock_to_install(wanted, stamp, NOW) == installs


def test_the_digest_is_that_of_the_lock_itself():
    lock = (bootstrap.ROOT / RUNTIME).read_bytes()
    assert bootstrap.digests()[RUNTIME] == hashlib.sha256(lock).hexdigest()


@pytest.mark.parametrize("text", ["", "one-word", "three words here"])
def test_a_damaged_stamp_counts_as_none(tmp_path, text):
    (tmp_path / bootstrap.STAMP).write_text(text, "utf-8")
    assert bootstrap.read_stamp(tmp_path) is None


def test_a_missing_stamp_counts_as_none(tmp_path):
    assert bootstrap.read_stamp(tmp_path) is None


def test_a_stamp_is_read_as_it_was_written(tmp_path):
    (tmp_path / bootstrap.STAMP).write_text(f"{DEV} b2\n", "utf-8")
    assert bootstrap.read_stamp(tmp_path) == (DEV, "b2")


def test_an_environment_without_the_stamp_is_known_by_its_packages():
    lock = (bootstrap.ROOT / RUNTIME).read_text("utf-8")
    assert bootstrap.has_all_pins(lock)
    assert not bootstrap.has_all_pins("django==0.1 \\\n")
    assert not bootstrap.has_all_pins("no-such-package-anywhere==1.0 \\\n")


def test_a_half_made_environment_does_not_count_as_working(tmp_path):
    assert bootstrap.works(Path(sys.executable))
    assert not bootstrap.works(tmp_path / "bin" / "python")
    broken = tmp_path / "python"
    broken.symlink_to(tmp_path / "gone")
    assert not bootstrap.works(broken)


def test_a_failed_installation_leaves_no_stamp(tmp_path, monkeypatch, capfd):
    stamp = tmp_path / bootstrap.STAMP
    stamp.write_text(f"{RUNTIME} old\n", "utf-8")
    monkeypatch.setattr(bootstrap, "VENV", tmp_path)
    monkeypatch.setattr(bootstrap, "VENV_PYTHON", Path(sys.executable))
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    for name in (RUNTIME, DEV):
        (tmp_path / name).write_text("not a requirement at all!\n", "utf-8")

    with pytest.raises(SystemExit, match="环境没有准备好"):
        bootstrap.install(RUNTIME)

    assert not stamp.exists()
    capfd.readouterr()


def test_a_python_without_venv_names_the_package_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(bootstrap, "VENV_PYTHON", tmp_path / "bin" / "python")
    monkeypatch.setattr(bootstrap.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SystemExit, match="缺少 python3-venv") as stop:
        bootstrap.install(RUNTIME)
    assert "\n" not in str(stop.value)


def test_importing_the_bootstrap_needs_the_standard_library_alone(tmp_path):
    package = tmp_path / "portal"
    package.mkdir()
    for name in ("__init__.py", "bootstrap.py"):
        shutil.copy(bootstrap.ROOT / "portal" / name, package)
    bare = [sys.executable, "-I", "-S", "-c"]
    script = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import portal.bootstrap"
    )
    subprocess.run([*bare, script], check=True)
