"""Which authority this installation is of.

The code that the data's own settings name (`authority` in settings.toml), unless the
environment says another: published figures are of use before any data is loaded.
"""

from dataclasses import dataclass

from django.conf import settings

from madegood.benchmarks.places import NoSuchPlace, Place, authority
from madegood.measures import Settings
from madegood.warehouse import queries as warehouse


@dataclass(frozen=True, slots=True)
class Ours:
    """`said_by` is where it was set, as a clause for a page."""

    place: Place
    said_by: str


def ours() -> Ours:
    """Our authority. Raises NoSuchPlace, saying which setting to put right."""
    given, said_by = _said()
    try:
        return Ours(authority(given), said_by)
    except NoSuchPlace as fault:
        raise NoSuchPlace(
            f"{fault} This comes from {said_by}; the setting MADEGOOD_AUTHORITY can "
            "say another."
        ) from None


def _said() -> tuple[str, str]:
    if settings.AUTHORITY:
        return settings.AUTHORITY, "the setting MADEGOOD_AUTHORITY"
    run = warehouse.latest_run()
    if run is not None and run.synthetic:
        # Nothing is published about an authority that was made up.
        given = Settings.default().authority
        return given, "the program’s own default, the loaded data being made up"
    if run is not None:
        return warehouse.run_settings(run).authority, "the settings of the data"
    return Settings.default().authority, "the program’s own default"
