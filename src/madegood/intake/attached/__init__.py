"""Files that people attach: what kind each is, and whether it may be kept.

`kinds` tells by content and by name what a file is; `looked_into` has what it holds read
in the reading process (contained) and says where it identifies anybody."""

from madegood.intake.attached.kinds import (
    ENDINGS,
    AttachedKind,
    NotTaken,
    kind_of,
)
from madegood.intake.attached.looked_into import Looked, look_into

__all__ = ["ENDINGS", "AttachedKind", "Looked", "NotTaken", "kind_of", "look_into"]
