"""Codes as Annex A writes them: with their letter in front, as Ofsted's sheet of codes
lists them."""

from collections.abc import Mapping, Sequence
from string import ascii_lowercase
from typing import Final


def _lettered(said: Mapping[str, str], *, bare: bool = False) -> dict[str, str]:
    marks = zip(ascii_lowercase, said.items(), strict=False)
    return {
        code: f"{letter}) {code if bare else f'{code}: {words}'}"
        for letter, (code, words) in marks
    }


def _each(codes: str) -> dict[str, str]:
    return dict.fromkeys(codes.split(), "")


GENDER: Final = {
    "male": "a) Male", "female": "b) Female", "unknown": "c) Not stated/recorded",
}  # fmt: skip
ETHNICITY: Final = {
    **_lettered(
        _each(
            "WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB "
            "BAFR BOTH CHNE OOTH REFU"
        ),
        bare=True,
    ),
    # Two codes share a letter in Ofsted's own sheet.
    "NOBT": "s) NOBT",
}
_HEALTH, _LA = "Health services", "LA services"
SOURCE: Final = _lettered(
    {
        **dict.fromkeys(("1A", "1B", "1C", "1D"), "Individual"),
        "2A": "Schools", "2B": "Education services",
        **dict.fromkeys(("3A", "3B", "3C", "3D", "3E", "3F"), _HEALTH),
        "4": "Housing", **dict.fromkeys(("5A", "5B", "5C"), _LA),
        "6": "Police", "7": "Other legal agency", "8": "Other", "9": "Anonymous",
        "10": "Unknown",
    }
)  # fmt: skip
# A census code that Ofsted's list is older than.
SOURCE["5D"] = SOURCE["5C"]
NEED: Final = {
    "N1": "N1 - Abuse or neglect", "N2": "N2 - Child’s disability",
    "N3": "N3 - Parental disability or illness", "N4": "N4 - Family in acute stress",
    "N5": "N5 - Family dysfunction", "N6": "N6 - Socially unacceptable behaviour",
    "N7": "N7 - Low income", "N8": "N8 - Absent parenting",
}  # fmt: skip
CLOSURE: Final = {
    "RC7": "RC7 - Services ceased for any other reason, including child no longer in "
    "need",
    "RC8": "RC8 - Case closed after assessment, no further action",
}
ABUSE: Final = {
    "NEG": "a) Neglect", "PHY": "b) Physical abuse", "SAB": "c) Sexual abuse",
    "EMO": "d) Emotional abuse", "MUL": "e) Multiple/not recommended",
}  # fmt: skip
YES_NO: Final = {"yes": "a) Yes", "no": "b) No"}
YES_NO_UNKNOWN: Final = {**YES_NO, "": "c) Unknown", "not_applicable": "c) Unknown"}
LEGAL_STATUS: Final = {
    "C1": "C1: ICO", "C2": "C2: FCO", "E1": "E1: Placement order",
    "V2": "V2: Single period under S20",
}  # fmt: skip
CEASED: Final = {
    "E2": "c) E2: Died",
    "E4A": "e) E4A: Returned home to live with parents or relatives - part of planning",
    "E45": "i) E45: Special Guardianship Orders - former carer relative/friend",
    "E48": "l) E48: Special Guardianship Orders - other",
    "E7": "o) E7: Transferred to residential care funded by adult social services",
    "E8": "t) E8: Care ceased for any other reason",
}
PLACEMENT: Final = {
    "U3": "c) U3: Foster placement - relative - not FFA",
    "U4": "d) U4: Foster placement - long term",
    "U6": "f) U6: Foster placement - not FFA",
    "K2": "p) K2: Children’s Homes",
    "K3": "K3: Supported accommodation",
}
PROVIDER: Final = {"PR1": "b) PR1: Own provision", "PR4": "e) PR4: Private provision"}
PERMANENCE: Final = {
    "return_home": "a) Return to family", "adoption": "b) Adoption",
    "sgo": "c) SGO/CAO", "independence": "d) Supported living in the community",
    "residential": "e) Long-term residential placement",
    "long_term_fostering": "f) Long-term fostering",
}  # fmt: skip
STATUS: Final[Sequence[str]] = (
    "a) Looked after child", "b) Child Protection plan", "c) Child in need plan",
    "d) Open assessment", "e) Closed episode",
)  # fmt: skip
