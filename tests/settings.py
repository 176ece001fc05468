"""The site's own settings in local mode, for tests and for mypy.

pytest-django reads the settings before any conftest, so the mode is chosen here.
"""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_LOCAL", "1")

from portal.settings import *  # noqa: F403
