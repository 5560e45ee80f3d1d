"""The DfE's closed lists, which its returns have in common: the first year's codes, and
what each later year added and took away.

SSDA903: the guides of 2017/18 to 2026/27. Children in need census: the schemas of
2020/21 to 2025/26 and the guide. The API has the codes of both.
"""

from typing import Final

from madegood.intake.codes_by_year import Change, CodesByYear

_SSDA903: Final = "the SSDA903 guide"
_CIN: Final = "the CIN census guide"
_EITHER: Final = "the DfE's guide"

# Of the child.
ETHNICITY = CodesByYear.of(
    _EITHER,
    "WBRI WIRI WOTH WIRT WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH "
    "CHNE OOTH REFU NOBT",
)
PUPIL_NUMBER_UNKNOWN = CodesByYear.of(_CIN, "UN1 UN2 UN3 UN4 UN5 UN6 UN7 UN8 UN9 UN10")
DISABILITY = CodesByYear.of(
    _CIN, "NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA", many=True
)
NOT_DISABLED: Final = "NONE"
_SEX_WORDS: Final = {"MALE": "M", "FEMALE": "F", "UNKNOWN": "U"}
SSDA903_SEX = CodesByYear.of(
    _SSDA903, "1 2", Change(2025, added="M F U", removed="1 2"), also=_SEX_WORDS
)
# GenderCurrent until 2023/24, and Sex from then on; some began with its codes.
CIN_GENDER = CodesByYear.of(_CIN, "1 2 0 9")
CIN_SEX = CodesByYear.of(
    _CIN, "M F U 1 2 0 9", Change(2025, removed="1 2 0 9"), also=_SEX_WORDS
)
SEX: Final = {
    "1": "male", "M": "male", "2": "female", "F": "female",
    "0": "unknown", "9": "unknown", "U": "unknown",
}  # fmt: skip

# Of being in need.
REFERRAL_SOURCE = CodesByYear.of(
    _CIN, "1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9 10"
)
PRIMARY_NEED = CodesByYear.of(_CIN, "N1 N2 N3 N4 N5 N6 N7 N8 N9 N0")
REASON_CLOSED = CodesByYear.of(
    _CIN, "RC1 RC2 RC3 RC4 RC5 RC6 RC7 RC8", Change(2023, added="RC9")
)
ASSESSMENT_FACTORS = CodesByYear.of(
    _CIN,
    "1A 1B 1C 2A 2B 2C 3A 3B 3C 4A 4B 4C 5A 5B 5C 6A 6B 6C 7A 8B 8C 8D 8E 8F 9A 10A 11A "
    "12A 13A 14A 15A 16A 17A 18A 18B 18C 19A 19B 19C 20 21 22A 23A",
    Change(2022, added="24A"),
    many=True,
)
ABUSE = CodesByYear.of(_CIN, "NEG PHY SAB EMO MUL")

# Of being looked after.
REASON_STARTED = CodesByYear.of(_SSDA903, "S L P T B U")
LEGAL_STATUS = CodesByYear.of(_SSDA903, "C1 C2 D1 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3")
CATEGORY_OF_NEED = CodesByYear.of(_SSDA903, "N1 N2 N3 N4 N5 N6 N7 N8")
PLACEMENT = CodesByYear.of(
    _SSDA903,
    "A3 A4 A5 A6 H5 K1 K2 P1 P2 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z1",
    Change(2025, added="K3", removed="H5 P2"),
    Change(2026, added="Z11 Z12 Z13 Z14"),
)
PLACEMENT_PROVIDER = CodesByYear.of(_SSDA903, "PR0 PR1 PR2 PR3 PR4 PR5")
REASON_CEASED = CodesByYear.of(
    _SSDA903,
    "X1 E11 E12 E2 E3 E4A E4B E13 E41 E43 E44 E5 E6 E7 E8 E9 E14 E15 E16 E17",
    Change(2019, added="E45 E46 E47 E48", removed="E43 E44"),
)
REASON_PLACE_CHANGED = CodesByYear.of(
    _SSDA903,
    "CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE OTHER",
    Change(2019, added="CUSTOD"),
)
REVIEW = CodesByYear.of(_SSDA903, "PN0 PN1 PN2 PN3 PN4 PN5 PN6 PN7")
SDQ_REASON = CodesByYear.of(_SSDA903, "SDQ1 SDQ2 SDQ3 SDQ4 SDQ5")
WORKER_CHANGED = CodesByYear.of(
    _SSDA903, "MANAGE FCONTA LEFTRL ORGRST TSPROC ABSENC CHCHAN PCCHAN SWDIED OTHERS"
)
FLAG = CodesByYear.of(
    _SSDA903,
    "0 1",
    also={"FALSE": "0", "NO": "0", "N": "0", "TRUE": "1", "YES": "1", "Y": "1"},
)

# Of adoption, and of what came before.
ADOPTERS = CodesByYear.of(_SSDA903, "M1 F1 MM FF MF")
ADOPTERS_STATUS = CodesByYear.of(_SSDA903, "L0 L11 L12 L2 L3 L4")
REASON_PLACED_CEASED = CodesByYear.of(_SSDA903, "RD1 RD2 RD3 RD4")
PREVIOUS_PERMANENCE = CodesByYear.of(_SSDA903, "P1 P2 P3 P4 Z1")

# Of leaving care.
_HOMES: Final = "B C D E G H K R S T U V W X Y Z"
IN_TOUCH = CodesByYear.of(_SSDA903, "YES NO DIED REFU NREQ RHOM")
ACTIVITY = CodesByYear.of(
    _SSDA903,
    "F1 P1 F2 P2 F3 P3 G4 G5 G6 0",
    Change(2022, added="F4 P4 F5 P5", removed="F3 P3"),
)
ACCOMMODATION = CodesByYear.of(
    _SSDA903, " ".join(f"{home}1 {home}2" for home in _HOMES.split()) + " 0"
)
# The API leaves out whether it is suitable.
ACCOMMODATION_KIND = CodesByYear.of(_EITHER, f"{_HOMES} 0")
