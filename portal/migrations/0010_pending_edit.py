from __future__ import annotations

import django.core.serializers.json
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0020_search"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PendingEdit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("kind", models.CharField(max_length=10, verbose_name="类型")),
                ("page", models.PositiveBigIntegerField()),
                (
                    "values",
                    models.JSONField(
                        encoder=django.core.serializers.json.DjangoJSONEncoder
                    ),
                ),
                ("related", models.JSONField(default=list)),
                ("open", models.BooleanField(default=True, verbose_name="等待批准")),
                (
                    "reason",
                    models.CharField(
                        blank=True, max_length=80, verbose_name="改了什么"
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="时间")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="谁",
                    ),
                ),
            ],
            options={
                "verbose_name": "待批准的修改",
                "verbose_name_plural": "待批准的修改",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("open", True)),
                        fields=("kind", "page"),
                        name="one_open_edit_a_page",
                    )
                ],
            },
        ),
    ]
