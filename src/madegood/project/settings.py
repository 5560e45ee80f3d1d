"""One settings file, told what differs by the environment.

MADEGOOD_DATA            the data folder: ledger (SQLite), snapshots, charts
MADEGOOD_KEYS            the keys' folder, best on another disk than the data's and in
                         no backup of it; `keys` in the data folder if unset
DATABASE_URL             the ledger elsewhere, e.g. postgres://user@host/name
MADEGOOD_SECRET_KEY      signs sessions; made once and kept with the keys if unset
MADEGOOD_HOSTS           host names served, comma separated
MADEGOOD_COUNCIL_NAME    whose name and colour stand at the top of every page
MADEGOOD_BRAND_COLOUR
MADEGOOD_AUTHORITY       the authority that published figures are compared for: its ONS
                         code, the department's number or its name; unset, what the
                         data's settings.toml says
MADEGOOD_HTTPS           "yes" behind TLS: secure cookies, HSTS
MADEGOOD_MATCHING_DAYS   how long lists of people are kept for matching
MADEGOOD_ATTACHED_MIB    the largest file that may be attached, 25 if unset
MADEGOOD_OFFICES         postcodes of the council's own buildings, comma separated: they
                         may stand in a file that is attached, and no other may
"""

import os
import secrets
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF

BASE = Path(__file__).resolve().parent.parent
DATA_DIR = Path(os.environ.get("MADEGOOD_DATA", "data")).resolve()
_keys = os.environ.get("MADEGOOD_KEYS")
KEYS_DIR = Path(_keys).resolve() if _keys else None


def _secret_key() -> str:
    given = os.environ.get("MADEGOOD_SECRET_KEY")
    if given:
        return given
    kept = (KEYS_DIR or DATA_DIR / "keys") / "session"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50))
    return kept.read_text()


SECRET_KEY = _secret_key()
DEBUG = False
HTTPS = os.environ.get("MADEGOOD_HTTPS") == "yes"
ALLOWED_HOSTS = os.environ.get("MADEGOOD_HOSTS", "localhost,127.0.0.1").split(",")
COUNCIL_NAME = os.environ.get("MADEGOOD_COUNCIL_NAME", "Borough Council")
SERVICE_NAME = "Children’s services improvement"
AUTHORITY = os.environ.get("MADEGOOD_AUTHORITY", "").strip()
BRAND_COLOUR = os.environ.get("MADEGOOD_BRAND_COLOUR", "#0b5c68")

MATCHING_DAYS = os.environ.get("MADEGOOD_MATCHING_DAYS", "90")
ATTACHED_MIB = int(os.environ.get("MADEGOOD_ATTACHED_MIB", "25"))
OFFICE_POSTCODES = [
    one for one in os.environ.get("MADEGOOD_OFFICES", "").split(",") if one.strip()
]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "madegood.trail",
    "madegood.accounts",
    "madegood.vault",
    "madegood.warehouse",
    "madegood.plan",
    "madegood.documents",
    "madegood.assurance",
    "madegood.comments",
    "madegood.benchmarks",
    "madegood.governance",
    "madegood.reports",
    "madegood.search",
    "madegood.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "madegood.web.guard.GuardMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "madegood.project.urls"
WSGI_APPLICATION = "madegood.project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE / "web" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "madegood.web.jinja.environment"},
    },
]

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or f"sqlite:///{DATA_DIR / 'ledger.sqlite3'}",
        conn_max_age=60,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # WAL lets pages read while a load writes; IMMEDIATE makes a second writer wait
    # for its turn instead of failing half-way through.
    DATABASES["default"]["OPTIONS"] = {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
# Jobs are rows of the ledger: asked for in the transaction that makes them needed.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# Called as f(as_of=…, by=…) when a load's measures have been computed: rooms above
# the warehouse, which it does not know.
MADEGOOD_AFTER_LOAD = ["madegood.jobs.retesting.retest_after_load"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
    )
]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "plan"
LOGOUT_REDIRECT_URL = "sign_in"

# Five wrong passwords for an account from one address close that door for 15 minutes.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "email"
AXES_LOCKOUT_CALLABLE = "madegood.web.pages.sign_in.locked_out"
AXES_VERBOSE = False

SESSION_COOKIE_AGE = 15 * 60
SESSION_SAVE_EVERY_REQUEST = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "madegood.web.pages.errors.csrf_failure"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE / "web" / "static"]
STATIC_ROOT = DATA_DIR / "static"
# The finders serve what is in the checkout; whitenoise still wants the folder there.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
# Ten years of every SSDA903 file, and to spare.
DATA_UPLOAD_MAX_NUMBER_FILES = 300

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django": {"handlers": ["console"], "level": "WARNING"}},
}
