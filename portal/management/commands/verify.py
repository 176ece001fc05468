"""Run every check and every test of the site."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.core.management.base import BaseCommand

PYTHON = sys.executable
MANAGE = (PYTHON, "manage.py")
PYTEST = (PYTHON, "-m", "pytest")


class Step(NamedTuple):
    """One check: its name in both languages and the command that makes it."""

    chinese: str
    english: str
    command: tuple[str, ...]
    production: bool = False


STEPS = (
    Step("代码格式", "format", (PYTHON, "-m", "ruff", "format", "--check", ".")),
    Step("代码规则", "lint", (PYTHON, "-m", "ruff", "check", ".")),
    Step("类型", "types", (PYTHON, "-m", "mypy")),
    Step(
        "模块边界",
        "imports",
        (str(Path(PYTHON).with_name("lint-imports")), "--no-logo"),
    ),
    Step("模板", "templates", (PYTHON, "-m", "djlint", "templates", "--lint")),
    Step(
        "数据库迁移", "migrations", (*MANAGE, "makemigrations", "--check", "--dry-run")
    ),
    Step("内容与引用", "content and citations", (*MANAGE, "check")),
    Step(
        "上线设置",
        "production settings",
        (*MANAGE, "check", "--deploy", "--fail-level", "WARNING"),
        production=True,
    ),
    # In a call of its own: Playwright leaves a running event loop behind.
    Step(
        "浏览器测试", "browser tests", (*PYTEST, "--numprocesses=auto", "tests/browser")
    ),
)
# Last, so that the last line printed is the test runner's own.
TESTS = Step(
    "测试", "tests", (*PYTEST, "--numprocesses=auto", "--ignore=tests/browser")
)


class Command(BaseCommand):
    """Run all steps, also after one has failed; fail where any did."""

    help = "运行全部检查和测试。 Run every check and every test."
    requires_system_checks = ()  # a step of its own runs them

    def handle(self, **options: Any) -> None:
        """Name what failed before the tests run, and exit with 1."""
        failed = [step for step in STEPS if not self.passes(step)]
        for step in failed:
            self.stdout.write(f"没有通过：{step.chinese}。 Failed: {step.english}.")
        tests_pass = self.passes(TESTS)
        if failed or not tests_pass:
            sys.exit(1)

    def passes(self, step: Step) -> bool:
        """Run one step under its heading and tell whether it succeeded."""
        self.stdout.write(f"\n== {step.chinese} · {step.english}")
        self.stdout.flush()
        environment = production_environment() if step.production else os.environ
        result = subprocess.run(step.command, cwd=settings.BASE_DIR, env=environment)
        return result.returncode == 0


def production_environment() -> dict[str, str]:
    """Return this environment as a server would have it, with a key of its own."""
    return {
        **os.environ,
        "DJANGO_LOCAL": "0",
        "DJANGO_SECRET_KEY": secrets.token_urlsafe(50),
        "DJANGO_ALLOWED_HOSTS": "portal.invalid",
    }
