"""Pages that editors write: topics, articles, and claims with our verdict."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from portal.search.found import Found


class Status(models.TextChoices):
    """The steps from a draft to a page, and off the site again."""

    DRAFT = "draft", "草稿"
    IN_REVIEW = "in-review", "待审核"
    APPROVED = "approved", "已批准"
    PUBLISHED = "published", "已发布"
    WITHDRAWN = "withdrawn", "已撤下"


class PageQuerySet(models.QuerySet[Any]):
    """Each method names one idea and returns a queryset, so they chain."""

    def published(self) -> Self:
        """What readers see now: published, and its time has come."""
        now = timezone.now()
        return self.filter(status=Status.PUBLISHED).filter(
            Q(publish_at=None) | Q(publish_at__lte=now)
        )

    def due_for_review(self) -> Self:
        """Pages on the site whose law has not been checked in time."""
        return self.published().filter(review_by__lt=timezone.localdate())

    def awaiting_approval(self) -> Self:
        """What an author has handed in."""
        return self.filter(status=Status.IN_REVIEW)


class Page(Found):
    """What articles and claims share: words, dates, and the way to the site."""

    slug = models.SlugField(
        "网址名",
        max_length=80,
        unique=True,
        help_text="只用小写英文字母、数字和连字符。",
    )
    body = models.TextField("正文", help_text="用 Markdown 写。")
    status = models.CharField(
        "状态", max_length=12, choices=Status, default=Status.DRAFT, editable=False
    )
    publish_at = models.DateTimeField(
        "发布时间", null=True, blank=True, help_text="空着就是批准后马上发布。"
    )
    checked = models.DateField("最后核对", default=timezone.localdate)
    review_by = models.DateField("下次复核")
    unchecked = models.TextField(
        "没有核实的", blank=True, help_text="一行一句，会显示在页面上。"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="作者",
    )
    approver = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="批准人",
    )
    withdrawn_because = models.CharField(
        "撤下的原因", max_length=200, blank=True, editable=False
    )
    moved_to = models.CharField(
        "改到", max_length=200, blank=True, editable=False, help_text="新的网址。"
    )
    edition = models.PositiveIntegerField(default=0, editable=False)
    seed_digest = models.CharField(max_length=64, blank=True, editable=False)
    changed = models.DateTimeField("最后修改", auto_now=True)

    objects = PageQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def change_reason(self) -> str:
        """Why it is being saved; the history keeps it with the next version."""
        return str(getattr(self, "_change_reason", ""))

    @change_reason.setter
    def change_reason(self, reason: str) -> None:
        self._change_reason = reason

    @property
    def is_public(self) -> bool:
        """Whether readers see it now."""
        due = self.publish_at is None or self.publish_at <= timezone.now()
        return self.status == Status.PUBLISHED and due

    @property
    def unchecked_lines(self) -> list[str]:
        """One sentence a line."""
        return [line.strip() for line in self.unchecked.splitlines() if line.strip()]


class Topic(Found):
    """A shelf of the library."""

    key = models.SlugField("网址名", max_length=40, unique=True)
    title = models.CharField("名称", max_length=40)
    summary = models.CharField("一句话", max_length=160)
    position = models.PositiveSmallIntegerField("排序", default=0)
    seed_digest = models.CharField(max_length=64, blank=True, editable=False)
    history = HistoricalRecords(verbose_name="历史")

    class Meta:
        verbose_name = verbose_name_plural = "主题"
        ordering = ("position", "title")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("topic", args=[self.key])


class Article(Page):
    """A page of advice."""

    title = models.CharField("标题", max_length=60)
    answer = models.CharField(
        "一句话回答", max_length=120, help_text="读者最先看到的一句。"
    )
    topic = models.ForeignKey(
        Topic, models.PROTECT, related_name="articles", verbose_name="主题"
    )
    stages = models.JSONField("说到的阶段", default=list, blank=True)
    roles = models.JSONField("写给谁", default=list, blank=True)
    tools = models.JSONField("相关工具", default=list, blank=True)
    related = models.ManyToManyField(
        "self", blank=True, symmetrical=False, verbose_name="相关文章（最多三篇）"
    )
    history = HistoricalRecords(verbose_name="历史", m2m_fields=[related])

    class Meta:
        verbose_name = verbose_name_plural = "文章"
        ordering = ("title",)
        permissions = (
            ("approve_page", "批准、发布和撤下页面"),
            ("approve_alone", "一个人批准自己的页面（要写原因）"),
        )
        indexes = (
            # Topic pages list what is published, newest check first.
            models.Index(fields=["topic", "status", "-checked"], name="article_topic"),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.slug])


class Claim(Page):
    """A statement found on the web, with our verdict and what it rests on."""

    class Verdict(models.TextChoices):
        """How far the statement holds."""

        FALSE = "false", "不对"
        HALF = "half", "只对一半"
        OUTDATED = "outdated", "已经过时"
        UNPROVEN = "unproven", "没有依据"

    says = models.CharField("网上怎么说", max_length=120)
    verdict = models.CharField("结论", max_length=10, choices=Verdict)
    conclusion = models.CharField("我们的结论", max_length=200)
    topic = models.ForeignKey(
        Topic, models.PROTECT, related_name="claims", verbose_name="主题"
    )
    history = HistoricalRecords(verbose_name="历史")

    class Meta:
        verbose_name = verbose_name_plural = "网上说法"
        ordering = ("says",)

    def __str__(self) -> str:
        return self.says

    def get_absolute_url(self) -> str:
        return reverse("claim", args=[self.slug])
