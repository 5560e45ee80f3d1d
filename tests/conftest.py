"""What every test stands on: a data folder of its own and a marked set of journeys."""

import os
import tempfile

# Settings read this when they are imported, which pytest-django does before any
# fixture could run.
os.environ.setdefault("MADEGOOD_DATA", tempfile.mkdtemp(prefix="madegood-tests-"))
# Playwright's synchronous driver keeps an event loop in the thread that Django's
# database calls run in.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
