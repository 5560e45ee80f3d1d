"""What other rooms may ask of the trail."""

from madegood.trail.record import NoReason, record_event, record_reading

__all__ = ["NoReason", "record_event", "record_reading"]
