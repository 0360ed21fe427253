"""All settings, read top to bottom; everything that differs between places comes from the environment.

Development is asked for (``DEBUG=1``; manage.py's demo and the tests do); anything else is production and
refuses to start without a secret key, hosts and a database.
"""

from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP

from portal import env
from portal.sign_in.settings import *  # noqa: F403 - those that are the same everywhere

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env.text("VAR_DIR") or BASE_DIR / "var")

# --- Production or not -----------------------------------------------------------------------

DEBUG = env.flag("DEBUG", default=False)
DEMO = env.flag("DEMO", default=False)
LOCAL = DEBUG or DEMO
if not LOCAL:
    env.require(["SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL"])

SECRET_KEY = env.text("SECRET_KEY") or "only-for-development-and-demo-on-this-machine"
ALLOWED_HOSTS = [
    *env.words("ALLOWED_HOSTS"),
    "127.0.0.1",  # the container's own health check
    *(["localhost", "[::1]"] if LOCAL else []),
]
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")
RELEASE = env.text("RELEASE", "dev")  # part of every public page's ETag

# --- Parts -----------------------------------------------------------------------------------

INSTALLED_APPS = [
    "promises",
    "dialogues",
    "portal",
    "pghistory",
    "pgtrigger",
    "django_prose_editor",
    "django_tasks_db",
    "django_htmx",
    "portal.apps.PortalAdminConfig",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django.forms",
]

# Sessions, sign-in and messages are lazy: a public page touches none of them and sets no cookie.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # pages that are made for one request; finished ones are packed
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "portal.http.permissions_policy",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "portal.history.note_writer",  # writes in the admin only
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "portal.User"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            # Nothing about the user here: a public page must be the same for everybody.
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["portal.templatetags.swedish"],
        },
    }
]

# --- Database --------------------------------------------------------------------------------

if env.text("DATABASE_URL"):
    try:
        given: dict[str, Any] = {**dj_database_url.parse(env.text("DATABASE_URL"))}
    except ValueError as error:
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {error}") from None
    if "postgresql" not in given["ENGINE"]:
        raise ImproperlyConfigured("DATABASE_URL must name a PostgreSQL: postgres://…")
    given["OPTIONS"] = {
        **given.get("OPTIONS", {}),
        "pool": {"min_size": 2, "max_size": env.number("DATABASE_POOL", default=8)},
        "server_side_binding": True,
    }
    DATABASES = {"default": given}
else:
    from portal.embedded_postgres import database_settings

    DATABASES = {"default": database_settings(VAR_DIR)}

PGHISTORY_APPEND_ONLY = True
PGHISTORY_DEFAULT_TRACKERS = None  # set per model: inserts, updates and deletes

# --- Language and time -----------------------------------------------------------------------

LANGUAGE_CODE = "sv"
USE_I18N = True
TIME_ZONE = "Europe/Stockholm"
USE_TZ = True

# --- Files -----------------------------------------------------------------------------------

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "media/"
MEDIA_ROOT = Path(env.text("MEDIA_DIR") or VAR_DIR / "media")
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "portal.storage.StaticStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_ROOT = BASE_DIR / "static" / "root"  # img/favicon.svg as pixels, where browsers look

# --- Security --------------------------------------------------------------------------------

SECURE_CSP: dict[str, list[str]] = {
    "default-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "connect-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "img-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
}
HTTPS = env.flag("HTTPS", default=not LOCAL)
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^halsa/$"]  # the health check comes from inside, without TLS
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("BEHIND_PROXY", default=False) else None
)
SECURE_HSTS_SECONDS = 63_072_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# /.well-known/security.txt: where holes are reported, and how such reports are dealt with.
SECURITY_CONTACT = env.reachable("SECURITY_CONTACT")
SECURITY_POLICY = env.text("SECURITY_POLICY")
# The reporting desk posts a whole period at once, and the paste import a choice per line of a long page.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "portal.views.errors.csrf_failure"
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {"user_attributes": ["name", "email"]}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
AUTHENTICATION_BACKENDS = ["portal.auth.SignInBackend"]

# --- Sign-in: the rest is in portal/sign_in/settings.py --------------------------------------------

ALLAUTH_TRUSTED_PROXY_COUNT = 1 if env.flag("BEHIND_PROXY", default=False) else 0

# The municipality's own sign-in (OpenID Connect), for those that have been invited.
OIDC_ISSUER = env.text("OIDC_ISSUER").rstrip("/")
OIDC_NAME = env.text("OIDC_NAME", "organisationens konto")
if OIDC_ISSUER:
    env.require(["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"])
    INSTALLED_APPS += ["allauth.socialaccount", "allauth.socialaccount.providers.openid_connect"]
    SOCIALACCOUNT_ADAPTER = "portal.sign_in.oidc.OrganisationAdapter"
    SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
    SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
    SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": "organisation",
                    "name": OIDC_NAME,
                    "client_id": env.text("OIDC_CLIENT_ID"),
                    "secret": env.text("OIDC_CLIENT_SECRET"),
                    "settings": {"server_url": OIDC_ISSUER},
                }
            ],
        }
    }
    # Browsers hold the redirect after the button's POST to form-action too.
    SECURE_CSP["form-action"] = [CSP.SELF, env.origin(OIDC_ISSUER)]

# --- Mail: rows in the database, sent by the worker (docs/adr/0005-mail.md) ------------------------

SITE_URL = env.text("SITE_URL") or (
    "http://localhost:8000" if LOCAL else f"https://{ALLOWED_HOSTS[0]}"
)  # of links in mail, canonical addresses, feeds and the sitemap: the same at every door
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
MAIL_DIR = VAR_DIR / "mail"
MAILERS: dict[str, dict[str, Any]] = {}
if mail_server := env.mail_server():
    MAILERS["default"] = {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {"timeout": 20, **mail_server},
    }
elif LOCAL:
    MAILERS["default"] = {
        "BACKEND": "portal.mail_files.ReadableFiles",
        "OPTIONS": {"folder": MAIL_DIR},
    }
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "Medborgarlöften <inget-svar@localhost>")

# --- Caches ----------------------------------------------------------------------------------

CACHES: dict[str, dict[str, Any]] = {
    # Limits of sign-in and codes already used: one truth for all processes.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "portal_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    # Rendered public pages, keyed by what they were made of, so never invalidated.
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 2000},
    },
    # PDFs, dear to make: kept on disk for all processes. Without releases to tell them apart, in memory.
    "papers": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "papers",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 2000},
    }
    if env.text("RELEASE")
    else {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "papers",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 100},
    },
}

# --- Logs ------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.text("LOG_LEVEL", "INFO")},
}
