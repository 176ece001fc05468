"""Make `.venv` from the hash-pinned locks and continue inside it; stdlib only.

No `from __future__ import annotations` here: a Python too old for the site must
still be able to read this file far enough to say so.
"""

import hashlib
import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path


def python_problem(version: "tuple[int, ...]") -> "str | None":
    """Return one line about a Python that is too old, or None."""
    if version >= (3, 11):
        return None
    found = ".".join(str(part) for part in version[:2])
    return (
        f"需要 Python 3.11 或更新的版本，现在是 {found}。"
        f" Python 3.11 or newer is needed; this is {found}."
    )


TOO_OLD = python_problem(sys.version_info[:3])
if TOO_OLD:
    sys.exit(TOO_OLD)

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = ".lock-stamp"
RUNTIME, DEV = "requirements.txt", "requirements-dev.txt"


def ensure(argv: list[str]) -> None:
    """Return inside an environment that has what the command needs.

    Otherwise make or refresh `.venv` and start the same command over in it.
    """
    wanted = lock_for(argv, os.environ)
    here = Path(sys.prefix)
    if lock_to_install(wanted, read_stamp(here), digests()) is None:
        return
    inside = here.resolve() == VENV.resolve()
    if not inside and has_all_pins((ROOT / wanted).read_text("utf-8")):
        return  # a container or a packager has installed the lock by its own means

    stamp = read_stamp(VENV) if works(VENV_PYTHON) else None
    lock = lock_to_install(wanted, stamp, digests())
    if lock is not None:
        install(lock)
    restart(argv)


def lock_for(argv: list[str], environ: "os._Environ[str] | dict[str, str]") -> str:
    """Return the lock a command needs: everything for `verify` and for CI."""
    return DEV if "verify" in argv[1:2] or environ.get("CI") else RUNTIME


def lock_to_install(
    wanted: str, stamp: "tuple[str, str] | None", current: dict[str, str]
) -> "str | None":
    """Return the lock to install, or None where the stamped one still serves.

    The development lock contains the other, and who has it once keeps it: a new
    runtime lock never leaves old tools beside new packages.
    """
    installed, digest = stamp or (wanted, "")
    lock = DEV if DEV in (wanted, installed) else RUNTIME
    return None if (installed, digest) == (lock, current[lock]) else lock


def digests() -> dict[str, str]:
    """Return the SHA-256 of each lock file by its name."""
    return {
        name: hashlib.sha256((ROOT / name).read_bytes()).hexdigest()
        for name in (RUNTIME, DEV)
    }


def read_stamp(venv: Path) -> "tuple[str, str] | None":
    """Return the name and digest of the lock a venv was made from, if it says so."""
    try:
        name, digest = (venv / STAMP).read_text("utf-8").split()
    except (OSError, ValueError):
        return None
    return name, digest


def has_all_pins(lock: str) -> bool:
    """Tell whether the running Python already has every unconditional pin of a lock."""
    from importlib import metadata

    pins = re.findall(r"^([\w.-]+)==(\S+) \\$", lock, flags=re.MULTILINE)
    try:
        return all(metadata.version(name) == version for name, version in pins)
    except metadata.PackageNotFoundError:
        return False


def works(python: Path) -> bool:
    """Tell whether an environment's interpreter starts, is inside it and has pip."""
    if not python.exists():
        return False
    probe = "import pip, sys; raise SystemExit(sys.prefix == sys.base_prefix)"
    return subprocess.run([python, "-c", probe], capture_output=True).returncode == 0


def install(lock: str) -> None:
    """Install one lock into `.venv`, building the environment where it must."""
    if not works(VENV_PYTHON):
        if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
            sys.exit(
                "缺少 python3-venv，请先安装它（Debian、Ubuntu：apt install"
                " python3-venv）。 Please install python3-venv first."
            )
        say("正在准备 .venv ……", "Making .venv ...")
        run([sys.executable, "-m", "venv", "--clear", str(VENV)])

    # Gone until the work is done, so that an interrupted installation is repeated.
    (VENV / STAMP).unlink(missing_ok=True)
    digest = digests()[lock]
    count = len(re.findall(r"^\S+==", (ROOT / lock).read_text("utf-8"), re.MULTILINE))
    say(
        f"正在按 {lock} 安装 {count} 个软件包，约需一分钟……",
        f"Installing {count} packages from {lock}, about a minute ...",
    )
    pip = [str(VENV_PYTHON), "-m", "pip", "--disable-pip-version-check", "-qq"]
    # Wheels only: building from source would fetch build tools that have no hash.
    # No resolving: the lock names everything, and for `coverage[toml]`, which a package
    # asks for, pip would take the newest release, which has no hash here.
    options = ["--no-input", "--no-deps", "--require-hashes", "--only-binary=:all:"]
    run([*pip, "install", *options, "-r", str(ROOT / lock)])
    (VENV / STAMP).write_text(f"{lock} {digest}\n", "utf-8")
    say("准备好了。", "Ready.")


def restart(argv: list[str]) -> None:
    """Start the same command again with the environment's own interpreter."""
    command = [str(VENV_PYTHON), *argv]
    sys.stderr.flush()
    if os.name == "nt":  # there, exec returns to the shell before the command ends
        sys.exit(subprocess.run(command).returncode)
    os.execv(command[0], command)  # noqa: S606 - our own interpreter, no shell


def run(command: list[str]) -> None:
    """Run one step of the set-up; stop with one line where it fails."""
    if subprocess.run(command).returncode != 0:
        sys.exit(
            "环境没有准备好：请看上面的原因，检查网络后再运行同一条命令。"
            " Set-up did not finish; see above, then run the same command again."
        )


def say(chinese: str, english: str) -> None:
    """Report progress on standard error; standard output belongs to the command."""
    sys.stderr.write(f"{chinese} {english}\n")
    sys.stderr.flush()
