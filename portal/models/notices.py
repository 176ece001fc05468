"""Dated banners on content pages."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from simple_history.models import HistoricalRecords


class Notice(models.Model):
    """A dated banner on content pages; it ends by itself."""

    text = models.CharField("文字", max_length=200)
    link = models.CharField("链接（站内）", max_length=200, blank=True)
    starts = models.DateField("从")
    ends = models.DateField("到（含）")
    history = HistoricalRecords(verbose_name="历史")

    class Meta:
        verbose_name = verbose_name_plural = "通知"
        ordering = ("-starts",)

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        starts, ends = getattr(self, "starts", None), getattr(self, "ends", None)
        if starts and ends and ends < starts:
            raise ValidationError({"ends": "结束的日子在开始之前。"})
        if self.link and not self.link.startswith("/"):
            raise ValidationError({"link": "只能是站内的链接，以 / 开头。"})
