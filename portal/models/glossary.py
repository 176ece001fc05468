"""Words explained in place and in the glossary."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from portal.search.found import Found


class Term(Found):
    """A word explained; other spellings lead to the same entry."""

    key = models.SlugField("网址名", max_length=60, unique=True)
    word = models.CharField("词", max_length=30, unique=True)
    aliases = models.JSONField("别的说法", default=list, blank=True)
    meaning = models.CharField("一句话解释", max_length=160)
    body = models.TextField("多说几句", blank=True, help_text="用 Markdown 写。")
    seed_digest = models.CharField(max_length=64, blank=True, editable=False)
    history = HistoricalRecords(verbose_name="历史")

    class Meta:
        verbose_name = verbose_name_plural = "名词"
        ordering = ("word",)

    def __str__(self) -> str:
        return self.word

    def get_absolute_url(self) -> str:
        return f"{reverse('glossary')}#{self.key}"
