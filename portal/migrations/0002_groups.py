"""The three groups of editors, with just the rights they need."""

from __future__ import annotations

from django.apps import apps as django_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

EDIT = ("article", "claim", "term")
SEE = ("topic", "notice", "approval", "daycount", "moved")
RIGHTS = {
    "编辑": [
        *(f"{verb}_{model}" for model in EDIT for verb in ("add", "change", "view")),
        *(f"view_{model}" for model in SEE),
    ],
    "审核": [
        *(f"{verb}_{model}" for model in EDIT for verb in ("add", "change", "view")),
        *(f"view_{model}" for model in SEE),
        "approve_page",
    ],
    "管理员": [
        *(f"{verb}_{model}" for model in EDIT for verb in ("add", "change", "view")),
        *(
            f"{verb}_{model}"
            for model in ("topic", "notice", "moved")
            for verb in ("add", "change", "delete", "view")
        ),
        "view_approval",
        "view_daycount",
        "approve_page",
        "approve_alone",
    ],
}


def make_groups(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Permissions are made after all migrations; these groups need them now."""
    app = django_apps.get_app_config("portal")
    create_permissions(app, apps=apps, verbosity=0)
    group_model = apps.get_model("auth", "Group")
    permission_model = apps.get_model("auth", "Permission")
    for name, rights in RIGHTS.items():
        group, _ = group_model.objects.get_or_create(name=name)
        group.permissions.set(
            permission_model.objects.filter(
                content_type__app_label="portal", codename__in=rights
            )
        )


def drop_groups(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Remove the groups again."""
    apps.get_model("auth", "Group").objects.filter(name__in=list(RIGHTS)).delete()


class Migration(migrations.Migration):
    """Groups 编辑, 审核, 管理员."""

    dependencies = (
        ("portal", "0001_library"),
        ("auth", "0012_alter_user_first_name_max_length"),
    )
    operations = (migrations.RunPython(make_groups, drop_groups),)
