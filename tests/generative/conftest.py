"""What the tests of whole histories share."""

import pytest


@pytest.fixture
def settings_for_pages(settings, tmp_path):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.DATA_DIR = settings.STATIC_ROOT = tmp_path
