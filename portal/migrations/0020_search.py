from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

COLUMNS = """
    name varchar(300) NOT NULL UNIQUE,
    url varchar(300) NOT NULL,
    kind varchar(10) NOT NULL,
    title text NOT NULL,
    answer text NOT NULL,
    folded text NOT NULL,
"""
CREATE = {
    "postgresql": (
        f"CREATE TABLE portal_search (id bigserial PRIMARY KEY, {COLUMNS}"
        " opens double precision NOT NULL,"
        " head tsvector NOT NULL, whole tsvector NOT NULL)",
        "CREATE INDEX portal_search_head ON portal_search USING gin (head)",
        "CREATE INDEX portal_search_whole ON portal_search USING gin (whole)",
    ),
    "sqlite": (
        f"CREATE TABLE portal_search (id integer PRIMARY KEY AUTOINCREMENT, {COLUMNS}"
        " opens real NOT NULL)",
        # Only whether a row holds a token is asked, never where or how often.
        "CREATE VIRTUAL TABLE portal_search_tokens USING fts5"
        "(head, whole, detail=column, tokenize='unicode61 remove_diacritics 0')",
    ),
}
DROP = {
    "postgresql": ("DROP TABLE portal_search",),
    "sqlite": ("DROP TABLE portal_search_tokens", "DROP TABLE portal_search"),
}


def create(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in DROP[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = (("portal", "0002_groups"),)
    operations = (migrations.RunPython(create, drop),)
