"""What every tool that reads a text rests on: one spelling, sentences, numerals."""

from __future__ import annotations

import re

Patterns = tuple[re.Pattern[str], ...]
