"""The few words of Django's admin that have no Chinese translation yet."""

from __future__ import annotations

from typing import Any, Final

from django.views.i18n import JavaScriptCatalog

WORDS: Final = {
    'Choose %s by selecting them and then select the "Choose" arrow button.': (
        "点选以后，按向右的箭头。"
    ),
    'Remove %s by selecting them and then select the "Remove" arrow button.': (
        "点选以后，按向左的箭头就去掉。"
    ),
    "Choose all %s": "全部选上",
    "Choose selected %s": "选上点中的",
    "Remove all %s": "全部去掉",
    "Remove selected %s": "去掉点中的",
    "(click to clear)": "（点一下清空）",
}


class ChineseCatalog(JavaScriptCatalog):
    """Django's own catalog and what it lacks."""

    def get_catalog(self) -> dict[str, Any]:
        """Ours only where Django has nothing."""
        return WORDS | super().get_catalog()
