"""Reads improvement plans and inspection reports. Plain Python; stores nothing."""

from madegood.intake.plans.answer import DELIVERY_WORDS, as_json, as_words
from madegood.intake.plans.read import read_plan, read_plans
from madegood.intake.plans.reading import (
    Action,
    Commitment,
    Delivery,
    Improvement,
    Inspection,
    Outcome,
    PlanFinding,
    PlanReading,
    Recommendation,
    Source,
    Unreadable,
)
from madegood.intake.plans.report import read_report

__all__ = [
    "DELIVERY_WORDS",
    "Action",
    "Commitment",
    "Delivery",
    "Improvement",
    "Inspection",
    "Outcome",
    "PlanFinding",
    "PlanReading",
    "Recommendation",
    "Source",
    "Unreadable",
    "as_json",
    "as_words",
    "read_plan",
    "read_plans",
    "read_report",
]
