"""Changes to a page on the site that wait for a second person."""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class PendingEdit(models.Model):
    """A change to a published page; readers keep the page as it was approved.

    ``values`` are the page's own columns, ``related`` the ids of related articles.
    There is at most one open for a page: the next editor goes on where it stands.
    Closed ones stay, so that nothing anybody has written is lost.
    """

    kind = models.CharField("类型", max_length=10)
    page = models.PositiveBigIntegerField()
    values = models.JSONField(encoder=DjangoJSONEncoder)
    related = models.JSONField(default=list)
    open = models.BooleanField("等待批准", default=True)
    reason = models.CharField("改了什么", max_length=80, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="谁",
    )
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "待批准的修改"
        constraints = (
            models.UniqueConstraint(
                fields=["kind", "page"],
                condition=models.Q(open=True),
                name="one_open_edit_a_page",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.page}"
