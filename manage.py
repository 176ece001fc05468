#!/usr/bin/env python3
"""Run a command of the site; make its environment first where that is missing."""

import os
import sys

from portal import bootstrap


def main() -> None:
    """Make the environment ready, then hand over to Django."""
    bootstrap.ensure(sys.argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    # Whoever types a command sits at the machine; a server starts portal.wsgi instead.
    os.environ.setdefault("DJANGO_LOCAL", "1")

    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
