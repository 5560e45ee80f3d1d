"""The synthetic children as files of the Madegood extract: one for each table."""

from pathlib import Path

from madegood.clock.moments import london_date
from madegood.record.tables import TABLES
from madegood.synthetic.cells import day, moment, text
from madegood.synthetic.formats.base import CsvRows, Files, Part, headed
from madegood.synthetic.life import Life
from madegood.synthetic.making import Making
from madegood.synthetic.outcome import Standing
from madegood.synthetic.people import Absence, Child, Interview, Placement, Role
from madegood.synthetic.story import Story

COLUMNS = {f"{one.name}.csv": tuple(c.name for c in one.columns) for one in TABLES}
ALWAYS = (
    "children.csv",
    "care_episodes.csv",
    "missing_episodes.csv",
    "return_interviews.csv",
    "return_interview_episodes.csv",
)
RETURN_CELLS = ("ended_at", "returned_at", "located_at")


def extract_files(out: Path, _making: Making) -> Files:
    return Files(out, headed(COLUMNS), always=ALWAYS)


class ExtractForm:
    """Every table of the record."""

    def __init__(self, _story: Story) -> None:
        self._rows = CsvRows()

    def write(self, life: Life) -> None:
        child = life.child
        self._add("children", _child_row(child))
        for placement in child.placements:
            self._add("care_episodes", _care_row(child, placement))
        for absence in child.absences:
            for row in _missing_rows(child, absence):
                self._add("missing_episodes", row)
            interview = absence.interview
            if interview and interview.episodes[0] == absence.episode_id:
                self._add_interview(child, absence, interview)
        for table, rows in life.rows.items():
            file = f"{table}.csv"
            columns = COLUMNS[file]
            for told in rows:
                self._rows.add(file, [text(told.get(name)) for name in columns])

    def _add_interview(
        self, child: Child, absence: Absence, interview: Interview
    ) -> None:
        for row in _interview_rows(child, absence, interview):
            self._add("return_interviews", row)
        for episode in interview.episodes:
            link = {
                "interview_id": interview.interview_id,
                "episode_id": episode,
                "responsible_authority": child.authority,
            }
            self._add("return_interview_episodes", link)

    def _add(self, table: str, row: dict[str, str]) -> None:
        file = f"{table}.csv"
        self._rows.add(file, [row.get(name, "") for name in COLUMNS[file]])

    def part(self) -> Part:
        return self._rows.part()


def _ours(child: Child) -> dict[str, str]:
    return {
        "child_id": child.child_id,
        "responsible_authority": child.authority,
        "team": child.team,
    }


def _child_row(child: Child) -> dict[str, str]:
    return {
        **_ours(child),
        "date_of_birth": day(child.born),
        "sex": child.sex,
        "ethnicity": child.ethnicity,
        "disabled": child.disabled,
        "uasc": child.uasc,
        "died_on": day(child.died_on),
    }


def _care_row(child: Child, placement: Placement) -> dict[str, str]:
    return {
        **_ours(child),
        "started_on": day(placement.started),
        "legal_status": placement.legal_status,
        "placement_type": placement.provider.place,
        "provider": placement.provider.name,
        "placement_id": placement.placement_id,
        "carer_id": placement.carer_id,
        "ended_on": day(placement.ended),
        "reason_ended": placement.reason_ended,
        "reason_started": placement.reason_started,
    }


def _missing_rows(child: Child, absence: Absence) -> list[dict[str, str]]:
    """The versions of the episode's row: the corrected one last."""
    placement = absence.placement
    away = absence.outcome.standing is Standing.AWAY
    row = {
        **_ours(child),
        "episode_id": absence.episode_id,
        "kind": "away" if away else "missing",
        "started_at": moment(absence.start),
        "looked_after": "no" if child.role is Role.AT_HOME else "yes",
        "placement_id": placement.placement_id if placement else "",
        "provider": placement.provider.name if placement else "",
        "placed_by_us": absence.placed_by_us,
        **_times(absence),
        "recorded_at": moment(absence.recorded_at),
    }
    if absence.wrong_back is None or absence.recorded_at is None:
        return [row]
    wrong = moment(absence.wrong_back)
    first = {name: wrong if row.get(name) else "" for name in RETURN_CELLS}
    told = absence.back or absence.wrong_back
    recorded = moment(told + (absence.recorded_at - told) / 2)
    return [{**row, **first, "recorded_at": recorded}, row]


def _times(absence: Absence) -> dict[str, str]:
    dated = set(absence.outcome.date_only)
    if "back" in dated and absence.back is not None:
        same_day = london_date(absence.start) == london_date(absence.back)
        dated |= set() if same_day else set(RETURN_CELLS)
    return {
        name: moment(at, date_only=name in dated) for name, at in absence.cells.items()
    }


def _interview_rows(
    child: Child, absence: Absence, interview: Interview
) -> list[dict[str, str]]:
    """The versions of the interview's row: at referral, then filled in."""
    dated = absence.outcome.date_only
    row = {
        **_ours(child),
        "interview_id": interview.interview_id,
        "provider": interview.provider,
        **interview.words,
        **{n: moment(at, date_only=n in dated) for n, at in interview.cells.items()},
        "plan_updated_on": day(interview.plan_updated_on),
        "recorded_at": moment(interview.recorded_at),
    }
    if interview.first_recorded_at is None:
        return [row]
    began = {
        **_ours(child),
        "interview_id": interview.interview_id,
        "provider": interview.provider,
        "referred_to_provider_at": row["referred_to_provider_at"],
        "recorded_at": moment(interview.first_recorded_at),
    }
    return [began, row]
