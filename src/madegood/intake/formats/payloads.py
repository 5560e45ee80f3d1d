"""The payload that comes as JSON."""

from typing import Final

from madegood.intake.formats.csc_api_json import CSC_API_JSON
from madegood.intake.payload_shape import PayloadShape

PAYLOAD: Final[PayloadShape] = CSC_API_JSON
