"""A keys folder of each test's own, outside its data folder."""

import pytest


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    settings.KEYS_DIR = tmp_path / "keys"
    settings.DATA_DIR.mkdir()
    return settings
