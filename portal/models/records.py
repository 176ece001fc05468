"""What happened: steps of the workflow, moved addresses, counts without a trace."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils import timezone


class Approval(models.Model):
    """Who took which step when, and why; rows are never changed."""

    kind = models.CharField("类型", max_length=10)
    slug = models.CharField("网址名", max_length=80)
    step = models.CharField("步骤", max_length=12)
    reason = models.CharField("原因", max_length=200, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="谁",
    )
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "发布记录"
        ordering = ("-at",)

    def __str__(self) -> str:
        return f"{self.slug} {self.step}"


class Moved(models.Model):
    """An old address that leads to a new one; none leads to a page that is gone."""

    old = models.CharField("旧网址", max_length=200, unique=True)
    new = models.CharField("新网址", max_length=200)

    class Meta:
        verbose_name = verbose_name_plural = "改过的网址"

    def __str__(self) -> str:
        return self.old


class DayCount(models.Model):
    """A number a day under a name: votes on a page, words nobody found.

    No text, no address, no cookie: who voted or searched cannot be told.
    """

    class Kind(models.TextChoices):
        """What is counted."""

        USEFUL = "useful", "有用"
        USELESS = "useless", "没用"
        NOT_FOUND = "not-found", "没搜到"

    kind = models.CharField("数的是", max_length=10, choices=Kind)
    name = models.CharField("页面或词", max_length=120)
    day = models.DateField("日期", default=timezone.localdate)
    number = models.PositiveIntegerField("次数", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "计数"
        constraints = (
            models.UniqueConstraint(
                fields=["kind", "name", "day"], name="one_count_a_day"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} {self.day}: {self.number}"

    @classmethod
    def add(cls, kind: str, name: str) -> None:
        """Count one more today, without losing any when two come at once."""
        row, _ = cls.objects.get_or_create(
            kind=kind, name=name, day=timezone.localdate()
        )
        cls.objects.filter(pk=row.pk).update(number=F("number") + 1)
