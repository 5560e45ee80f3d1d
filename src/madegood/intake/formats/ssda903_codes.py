"""The closed lists of the SSDA903 return, every collection year's together.

A return may carry episodes that were coded under an earlier year's list, so a code is
looked for in all of them. (Lists: the DfE's guides of 2017/18 to 2026/27.)
"""


def _list(codes: str) -> tuple[str, ...]:
    return tuple(codes.split())


SEX = (("1", "male"), ("2", "female"), ("M", "male"), ("F", "female"), ("U", "unknown"))
REASON_STARTED = _list("S L P T B U")
LEGAL_STATUS = _list("C1 C2 D1 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3")
NEED = tuple(f"N{n}" for n in range(1, 9))
PLACEMENT = _list(
    "A3 A4 A5 A6 H5 K1 K2 K3 P1 P2 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 "
    "U1 U2 U3 U4 U5 U6 Z1 Z11 Z12 Z13 Z14"
)
PLACEMENT_PROVIDER = tuple(f"PR{n}" for n in range(6))
REASON_CEASED = _list(
    "X1 E11 E12 E2 E3 E4A E4B E13 E41 E43 E44 E45 E46 E47 E48 E5 E6 E7 E8 E9 "
    "E14 E15 E16 E17"
)
REASON_PLACE_CHANGED = _list(
    "CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE CUSTOD OTHER"
)
ETHNICITY = _list(
    "WBRI WIRI WOTH WIRT WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH "
    "CHNE OOTH REFU NOBT"
)
REVIEW = tuple(f"PN{n}" for n in range(8))
IN_TOUCH = _list("YES NO DIED REFU NREQ RHOM")
ACTIVITY = _list("F1 P1 F2 P2 F3 P3 F4 P4 F5 P5 G4 G5 G6 0")
ACCOMMODATION = (
    *(f"{letter}{n}" for letter in "BCDEGHKRSTUVWXYZ" for n in (1, 2)),
    "0",
)
ADOPTERS = _list("M1 F1 MM FF MF")
ADOPTERS_STATUS = _list("L0 L11 L12 L2 L3 L4")
REASON_PLACED_CEASED = _list("RD1 RD2 RD3 RD4")
PREVIOUS_PERMANENCE = _list("P1 P2 P3 P4 Z1")
WORKER_CHANGED = _list(
    "MANAGE FCONTA LEFTRL ORGRST TSPROC ABSENC CHCHAN PCCHAN SWDIED OTHERS"
)
SDQ_REASON = tuple(f"SDQ{n}" for n in range(1, 6))
FLAG = ("0", "1")
