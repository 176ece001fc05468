"""A row that the search finds: the index follows when it is saved or deleted."""

from __future__ import annotations

from typing import Any

from django.db import models


class Found(models.Model):
    """A base for the models that readers search."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and bring the index up to it."""
        from portal.search.index import follow  # reads the models: not before they are

        super().save(*args, **kwargs)
        follow(self)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Take it out of the index, and delete."""
        from portal.search.index import forget

        forget(self)
        return super().delete(*args, **kwargs)
