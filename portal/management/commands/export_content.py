"""``manage.py export_content FOLDER``: the database as files that would seed it."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from portal.content import CONTENT, export


class Command(BaseCommand):
    """Writes what editors have made, ready to be reviewed and committed."""

    help = "Write topics, glossary, articles and claims as files."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The folder; the shipped content when none is given."""
        parser.add_argument("folder", nargs="?", default=str(CONTENT), type=Path)

    def handle(self, *, folder: Path, **options: Any) -> None:
        """Make the folder and write."""
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        self.stdout.write(self.style.SUCCESS(f"{export(folder)} files and tables"))
