"""Local choices: read from `settings.toml`, else each measure's default."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from madegood.clock.moments import NotAMoment, parse_date
from madegood.measures.library import LIBRARY, LOCAL
from madegood.measures.model import Choice, Measure, Post, SettingSpec

OUR_AUTHORITY = "E08000029"
# What holds for proof by any measure, in the file as the table [proof].
PROOF = "proof"
MOST_BAD = SettingSpec(
    "most_bad_percent",
    5,
    "In how many of a hundred rows the data may be too bad to tell, in the months that "
    "a test looks at, for the measure still to prove anything.",
    "Local choice; no national rule. Targets are agreed in steps of five points, so "
    "more bad rows than that could carry a rate across a step by themselves.",
)
MOST_BAD_KEPT_BY = Post("Head of Performance, Children's Services")

_BY_ID = {each.id: each for each in LIBRARY}
Values = dict[str, dict[str, Choice]]


class BadSettings(ValueError):
    """A settings file says something no measure understands."""


@dataclass(frozen=True)
class Settings:
    """What an authority has chosen. `authority` is the ONS code that means ours."""

    authority: str = OUR_AUTHORITY
    chosen: Values = field(default_factory=dict)
    most_bad_percent: int = int(MOST_BAD.default)

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
        most_bad = _most_bad(path.name, found.pop(PROOF, {}))
        chosen = {name: _table(path.name, name, found[name]) for name in found}
        return cls(authority, chosen, most_bad)

    def of(self, measure_id: str) -> Mapping[str, Choice]:
        """Every setting of the measure, or of its local variant, with its value; raises
        KeyError."""
        standard = measure_id.removesuffix(LOCAL)
        defaults = {spec.name: spec.default for spec in _BY_ID[standard].settings}
        return {**defaults, **self.chosen.get(standard, {})}


def _most_bad(file: str, found: object) -> int:
    """What the table [proof] says, or the default."""
    if not isinstance(found, dict) or set(found) - {MOST_BAD.name}:
        raise BadSettings(
            f"{file}: [{PROOF}] must be a table with {MOST_BAD.name} and nothing else."
        )
    value = found.get(MOST_BAD.name, MOST_BAD.default)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 100:
        raise BadSettings(
            f"{file}: [{PROOF}] {MOST_BAD.name} = {value!r}. It must be a whole number "
            f"from 0 to 100; the default is {MOST_BAD.default}."
        )
    return value


def _table(file: str, name: str, found: object) -> dict[str, Choice]:
    if name not in _BY_ID:
        raise BadSettings(
            f"{file}: '{name}' is not a measure. "
            "`madegood measures list` shows the measures; what holds for all of them "
            "is `authority`, outside a table, and [proof]."
        )
    if not isinstance(found, dict):
        raise BadSettings(
            f"{file}: {name} must be a table, such as [{name}] with its settings "
            "on the lines below."
        )
    return {key: _value(file, _BY_ID[name], key, found[key]) for key in found}


def _value(file: str, measure: Measure, key: str, value: object) -> Choice:
    specs = {spec.name: spec for spec in measure.settings}
    if key not in specs:
        allowed = ", ".join(specs) or "none"
        raise BadSettings(
            f"{file}: [{measure.id}] has no setting '{key}'. Its settings: {allowed}."
        )
    spec = specs[key]
    if isinstance(spec.default, str):
        return _day(file, measure, spec, value)
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


def _day(file: str, measure: Measure, spec: SettingSpec, value: object) -> str:
    """A day as TOML has it, or in quotes; kept as text, as `Choice` has it."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    try:
        return parse_date(str(value)).isoformat()
    except NotAMoment:
        raise BadSettings(
            f"{file}: [{measure.id}] {spec.name} = {value!r}. It must be a day, such "
            "as 2021-06-01; leave the line out where there is none."
        ) from None


def _positive(file: str, measure: Measure, spec: SettingSpec, value: object) -> int:
    if isinstance(value, int) and value >= 1:
        return value
    raise BadSettings(
        f"{file}: [{measure.id}] {spec.name} = {value!r}. It must be 1 or more; "
        f"the default is {spec.default}."
    )
