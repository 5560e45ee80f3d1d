"""How somebody attends a meeting, and what may be on its agenda: the words."""

from typing import Final

PRESENT: Final = "present"
APOLOGIES: Final = "apologies"
ABSENT: Final = "absent"
DEPUTY: Final = "deputy"
ATTENDED: Final = (
    (PRESENT, "Present"),
    (DEPUTY, "Sent a deputy"),
    (APOLOGIES, "Sent apologies"),
    (ABSENT, "Absent without apologies"),
)
ITEM_KINDS: Final = (
    ("standing", "Standing item"),
    ("report", "Report"),
    ("decision", "For decision"),
    ("information", "For information"),
)
