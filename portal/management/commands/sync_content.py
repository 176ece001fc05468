"""``manage.py sync_content``: the shipped files into the database."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from portal.content import Outcome, sync
from portal.search.index import rebuild, refresh
from timeline.engine import DataError


class Command(BaseCommand):
    """Reports what was kept; the thinking is in ``portal.content``."""

    help = "Create or update content from portal/content; editors' changes are kept."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``--dry-run`` reports and writes nothing."""
        parser.add_argument(
            "--dry-run", action="store_true", help="Report, and write nothing."
        )

    def handle(self, *, dry_run: bool, **options: Any) -> None:
        """Write in one transaction, or not at all."""
        try:
            with transaction.atomic():
                outcomes = sync()
                transaction.set_rollback(dry_run)
        except DataError as error:
            raise CommandError(str(error)) from error
        changed = {Outcome.CREATED, Outcome.UPDATED} & set(outcomes.values())
        if changed and not dry_run:
            rebuild()
        elif not dry_run:
            refresh()  # the index also holds pages that lie in files
        for key, outcome in outcomes.items():
            if outcome is Outcome.KEPT:
                self.stderr.write(f"{key}: kept the editor's version")
        tally = Counter(outcomes.values())
        summary = ", ".join(f"{tally[outcome]} {outcome}" for outcome in Outcome)
        self.stdout.write(self.style.SUCCESS(summary))
