"""Settings of the site, secure unless told that they run on one's own machine.

Environment variables, all of them:

DJANGO_LOCAL          1: own machine, no TLS, a new key each start (manage.py sets it)
DJANGO_DEBUG          1: Django's error pages; heeded in local mode only
DJANGO_SECRET_KEY     at least 50 random characters; required in production
DJANGO_ALLOWED_HOSTS  the site's host names, by comma; required in production
DJANGO_BEHIND_PROXY   1: a proxy ends TLS and always sets X-Forwarded-Proto itself
DATABASE_URL          e.g. postgres://user@host/name; default: db.sqlite3 in the root
CACHE_URL             e.g. rediscache://host:6379/0; default: memory of the process
SITE_OPERATOR, SITE_ICP_NUMBER, SITE_REPORT_ADDRESS    shown in the footer when set
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

from portal.logs import LOGGING as LOGGING

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parent.parent
LOCAL: bool = env.bool("DJANGO_LOCAL", default=False)


def required(name: str) -> str:
    """Return a variable that production cannot do without, or refuse to start."""
    value: str = env.str(name, default="").strip()
    if not value:
        raise ImproperlyConfigured(
            f"缺少环境变量 {name}；自己的电脑上请设 DJANGO_LOCAL=1。 {name} is not set."
        )
    return value


DEBUG = LOCAL and env.bool("DJANGO_DEBUG", default=False)
SECRET_KEY = get_random_secret_key() if LOCAL else required("DJANGO_SECRET_KEY")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", "testserver"]
if not LOCAL:
    ALLOWED_HOSTS = [h.strip() for h in required("DJANGO_ALLOWED_HOSTS").split(",")]

INSTALLED_APPS = [
    "portal",  # first: its admin templates win
    "timeline",
    "crispy_forms",
    "simple_history",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "portal.accounts.config.EditorsConfig",  # ADMIN: Django's, with our site
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
# ADMIN: readers have no account, so these run below /admin/ only, in this order.
ADMIN_MIDDLEWARE = (
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "portal.accounts.sessions.SessionLimits",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",
)
# The outer ones put their headers also on what the inner ones refuse.
MIDDLEWARE = [
    "portal.middleware.SiteHeaders",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.middleware.RequestLimits",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # BREACH guesses a secret that is compressed beside echoed input. These pages
    # hold none: no session, no account, and the tool forms carry no token.
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "portal.middleware.admin_only",
]
ROOT_URLCONF = "portal.urls"

TEMPLATE_CONTEXT = [
    "django.template.context_processors.request",
    "portal.context_processors.site",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,  # for the admin's own templates; ours are in DIRS
        "OPTIONS": {"context_processors": TEMPLATE_CONTEXT},
    },
]
CRISPY_TEMPLATE_PACK = "forms"
CRISPY_ALLOWED_TEMPLATE_PACKS = ("forms",)
CRISPY_FAIL_SILENTLY = False

DATABASE: dict[str, Any] = env.db("DATABASE_URL", f"sqlite:///{BASE_DIR}/db.sqlite3")
# The last connection to close would need disk space for the write-ahead log.
DATABASE |= {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}
if DATABASE["ENGINE"] == "django.db.backends.sqlite3":
    # Writers wait for each other instead of failing with "database is locked".
    DATABASE["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        " PRAGMA foreign_keys=ON;",
    }
DATABASES = {"default": DATABASE}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": env.cache("CACHE_URL", default="locmemcache://")}

# ADMIN: accounts. The second factor is asked for by portal.admin.
AUTHENTICATION_BACKENDS = (
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
)
PASSWORD_HASHERS = ("django.contrib.auth.hashers.Argon2PasswordHasher",)
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "portal.accounts.passwords.LongPassword",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = LOGIN_REDIRECT_URL = "admin:index"
SESSION_COOKIE_NAME = "sessionid" if LOCAL else "__Host-sessionid"
SESSION_COOKIE_SECURE = not LOCAL
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_IDLE_SECONDS = 30 * 60
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.5  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "admin/locked.html"
AXES_HTTP_RESPONSE_CODE = 429
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False  # addresses of visitors are no page of the admin
AXES_VERBOSE = False
OTP_TOTP_ISSUER = "逾期有数"
# Who came in and who changed what; axes would write names as they were typed.
LOGGING["loggers"] |= {"portal.accounts": {"level": "INFO"}, "axes": {"level": "ERROR"}}
# They do run, below /admin/: portal.middleware.admin_only.
SILENCED_SYSTEM_CHECKS = ["admin.E408", "admin.E409", "admin.E410", "axes.W002"]
# ADMIN end

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"

# Locally served as they lie in static/; in production collected, hashed, compressed.
COLLECTED = "whitenoise.storage.CompressedManifestStaticFilesStorage"
PLAIN = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {"staticfiles": {"BACKEND": PLAIN if LOCAL else COLLECTED}}
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = None if LOCAL else BASE_DIR / "var" / "static"
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = LOCAL
WHITENOISE_ALLOW_ALL_ORIGINS = False

DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "img-src": [SELF, "data:"],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"  # no-referrer would break the admin's login
CSRF_COOKIE_NAME = "csrftoken" if LOCAL else "__Host-csrftoken"
CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = not LOCAL
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "portal.middleware.csrf_failure"
SECURE_HSTS_SECONDS = 0 if LOCAL else 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not LOCAL
if env.bool("DJANGO_BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

SITE = {
    "name": "逾期有数",
    "operator": env.str("SITE_OPERATOR", default="本机演示" if LOCAL else ""),
    "icp_number": env.str("SITE_ICP_NUMBER", default=""),
    "report_address": env.str(
        "SITE_REPORT_ADDRESS", default="report@localhost" if LOCAL else ""
    ),
}
