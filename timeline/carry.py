"""What one tool has worked out, brought to another by POST, never in an address."""

from __future__ import annotations

from typing import Final

# The button of a form that brings first values: they are shown, not yet complained of.
CARRY: Final = "carry"
