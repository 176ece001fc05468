"""Passwords are long; Django's own sentence about that is not in Chinese."""

from __future__ import annotations

from django.contrib.auth.password_validation import MinimumLengthValidator


class LongPassword(MinimumLengthValidator):
    """Refuse what is shorter than the settings say."""

    def get_error_message(self) -> str:
        """What to do next."""
        return f"密码太短，至少 {self.min_length} 个字符。可以用几个不相干的词。"

    def get_help_text(self) -> str:
        """The rule, next to the field."""
        return f"至少 {self.min_length} 个字符。"
