"""A 管理员 makes and ends accounts."""

from __future__ import annotations

from typing import Any

from django.apps import apps as django_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

RIGHTS = ("add_user", "change_user", "view_user")


def rights_and_group(apps: StateApps) -> tuple[Any, Any]:
    # Permissions are made after all migrations; the group needs them now.
    create_permissions(django_apps.get_app_config("auth"), apps=apps, verbosity=0)
    rights = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="auth", codename__in=RIGHTS
    )
    return rights, apps.get_model("auth", "Group").objects.filter(name="管理员").first()


def give(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    rights, group = rights_and_group(apps)
    if group:
        group.permissions.add(*rights)


def take(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    rights, group = rights_and_group(apps)
    if group:
        group.permissions.remove(*rights)


class Migration(migrations.Migration):
    dependencies = (("portal", "0010_pending_edit"),)
    operations = (migrations.RunPython(give, take),)
