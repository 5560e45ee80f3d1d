"""What other rooms may ask of the trail."""

from madegood.trail.record import (
    NoReason,
    record_event,
    record_reading,
    require_reason,
)

__all__ = ["NoReason", "record_event", "record_reading", "require_reason"]
