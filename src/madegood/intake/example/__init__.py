"""The filled example that is published with the extract: one small story of invented
children, with each thing that analysts ask how to write."""

from typing import Final

from madegood.intake.example.assurance import ASSURANCE
from madegood.intake.example.care import CARE
from madegood.intake.example.carers import CARERS
from madegood.intake.example.children import CHILDREN
from madegood.intake.example.front_door import FRONT_DOOR
from madegood.intake.example.homelessness import HOMELESSNESS
from madegood.intake.example.missing import MISSING
from madegood.intake.example.plans import PLANS
from madegood.intake.example.private_fostering import PRIVATE_FOSTERING
from madegood.intake.example.protection import PROTECTION
from madegood.intake.example.rows import Rows
from madegood.intake.example.workforce import WORKFORCE

__all__ = ["EXAMPLE"]

EXAMPLE: Final[dict[str, Rows]] = (
    CHILDREN
    | FRONT_DOOR
    | PROTECTION
    | PLANS
    | CARE
    | MISSING
    | CARERS
    | HOMELESSNESS
    | PRIVATE_FOSTERING
    | WORKFORCE
    | ASSURANCE
)
