"""Production starts only when it is set up in full, and then passes Django's checks."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "portal.settings",
    "DJANGO_SECRET_KEY": secrets.token_urlsafe(50),
    "DJANGO_ALLOWED_HOSTS": "portal.invalid, www.portal.invalid",
}


def python(script: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run a script as a server would: nothing of this environment but the paths."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**kept, "PYTHONIOENCODING": "utf-8", **environ},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@pytest.mark.parametrize("missing", ["DJANGO_SECRET_KEY", "DJANGO_ALLOWED_HOSTS"])
@pytest.mark.parametrize("value", [None, "  "])
def test_production_refuses_to_start_without(missing, value):
    environ = {key: text for key, text in PRODUCTION.items() if key != missing}
    if value is not None:
        environ[missing] = value
    result = python("import portal.wsgi", **environ)
    assert result.returncode != 0
    assert f"{missing} is not set" in result.stderr
    assert f"缺少环境变量 {missing}" in result.stderr


def test_djangos_deployment_checks_are_clean_with_production_settings():
    script = (
        "import django; django.setup()\n"
        "from django.core.management import call_command\n"
        "call_command('check', deploy=True, fail_level='WARNING')"
    )
    result = python(script, **PRODUCTION)
    assert result.returncode == 0, result.stderr


def test_production_cannot_be_put_into_debug_and_keeps_its_cookies_to_itself():
    script = (
        "from portal import settings as s\n"
        "print(s.DEBUG, s.ALLOWED_HOSTS, s.CSRF_COOKIE_NAME, s.CSRF_COOKIE_SECURE,"
        " s.SECURE_SSL_REDIRECT, hasattr(s, 'SECURE_PROXY_SSL_HEADER'), sep='|')"
    )
    result = python(script, **PRODUCTION, DJANGO_DEBUG="1")
    assert result.stdout.strip().split("|") == [
        "False",
        "['portal.invalid', 'www.portal.invalid']",
        "__Host-csrftoken",
        "True",
        "True",
        "False",
    ]


def test_the_proxys_header_is_trusted_only_where_the_operator_says_so():
    script = "from portal import settings as s; print(s.SECURE_PROXY_SSL_HEADER)"
    result = python(script, **PRODUCTION, DJANGO_BEHIND_PROXY="1")
    assert "HTTP_X_FORWARDED_PROTO" in result.stdout


def test_the_environment_chooses_database_and_cache():
    script = (
        "from portal import settings as s\n"
        "print(s.DATABASES['default']['ENGINE'], s.CACHES['default']['BACKEND'])"
    )
    result = python(
        script,
        **PRODUCTION,
        DATABASE_URL="postgres://someone@localhost/portal",
        CACHE_URL="rediscache://localhost:6379/0",
    )
    assert result.stdout.split() == [
        "django.db.backends.postgresql",
        "django.core.cache.backends.redis.RedisCache",
    ]


def test_every_static_file_a_stylesheet_names_exists_when_collected(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        "staticfiles": {
            "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        }
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    assert (tmp_path / "staticfiles.json").exists()
