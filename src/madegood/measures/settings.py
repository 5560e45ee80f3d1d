"""Local choices: read from `settings.toml`, else each measure's default."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from madegood.measures.library import LIBRARY
from madegood.measures.model import Measure, SettingSpec

OUR_AUTHORITY = "E08000029"

_BY_ID = {each.id: each for each in LIBRARY}
Values = dict[str, dict[str, int | bool]]


class BadSettings(ValueError):
    """A settings file says something no measure understands."""


@dataclass(frozen=True)
class Settings:
    """What an authority has chosen. `authority` is the ONS code that means ours."""

    authority: str = OUR_AUTHORITY
    chosen: Values = field(default_factory=dict)

    @classmethod
    def default(cls) -> "Settings":
        return cls()

    @classmethod
    def read(cls, path: Path | None) -> "Settings":
        """Read a settings file; a path that is not there means the defaults.

        Raises BadSettings, naming the file, the key and what is allowed.
        """
        if path is None or not path.exists():
            return cls()
        try:
            found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except OSError as fault:
            raise BadSettings(
                f"{path.name}: it cannot be opened ({fault.strerror}). "
                "Put a text file in its place, or take it away to use the defaults."
            ) from None
        except (ValueError, RecursionError) as fault:
            raise BadSettings(
                f"{path.name}: not readable as TOML: {fault}. "
                "Write tables such as [rhi_held_72h] with lines such as hours = 72."
            ) from None
        authority = found.pop("authority", OUR_AUTHORITY)
        if not isinstance(authority, str) or not authority.strip():
            raise BadSettings(
                f"{path.name}: authority is {authority!r}. "
                f'Write your ONS code in quotes, such as "{OUR_AUTHORITY}".'
            )
        chosen = {name: _table(path.name, name, found[name]) for name in found}
        return cls(authority, chosen)

    def of(self, measure_id: str) -> Mapping[str, int | bool]:
        """Every setting of the measure with its value; raises KeyError."""
        defaults = {spec.name: spec.default for spec in _BY_ID[measure_id].settings}
        return {**defaults, **self.chosen.get(measure_id, {})}


def _table(file: str, name: str, found: object) -> dict[str, int | bool]:
    if name not in _BY_ID:
        raise BadSettings(
            f"{file}: '{name}' is not a measure. "
            "`madegood measures list` shows the measures; `authority` is the one "
            "setting outside a table."
        )
    if not isinstance(found, dict):
        raise BadSettings(
            f"{file}: {name} must be a table, such as [{name}] with its settings "
            "on the lines below."
        )
    return {key: _value(file, _BY_ID[name], key, found[key]) for key in found}


def _value(file: str, measure: Measure, key: str, value: object) -> int | bool:
    specs = {spec.name: spec for spec in measure.settings}
    if key not in specs:
        allowed = ", ".join(specs) or "none"
        raise BadSettings(
            f"{file}: [{measure.id}] has no setting '{key}'. Its settings: {allowed}."
        )
    spec = specs[key]
    if isinstance(spec.default, bool) and isinstance(value, bool):
        return value
    whole = isinstance(value, int) and not isinstance(value, bool)
    if not isinstance(spec.default, bool) and whole:
        return _positive(file, measure, spec, value)
    allowed = "true or false" if isinstance(spec.default, bool) else "a whole number"
    raise BadSettings(
        f"{file}: [{measure.id}] {key} = {value!r}. It must be {allowed}; "
        f"the default is {str(spec.default).lower()}."
    )


def _positive(file: str, measure: Measure, spec: SettingSpec, value: object) -> int:
    if isinstance(value, int) and value >= 1:
        return value
    raise BadSettings(
        f"{file}: [{measure.id}] {spec.name} = {value!r}. It must be 1 or more; "
        f"the default is {spec.default}."
    )
