"""Reads improvement plans and inspection reports. Plain Python; stores nothing."""

from madegood.intake.plans.answer import DELIVERY_WORDS, as_json, as_words
from madegood.intake.plans.countability import COUNTABILITY_WORDS
from madegood.intake.plans.legend import KIND as COLOUR_KEY
from madegood.intake.plans.legend import meanings_told
from madegood.intake.plans.read import read_plan, read_plans
from madegood.intake.plans.reading import (
    Action,
    Commitment,
    Countability,
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
from madegood.intake.plans.vague_words import Vague, vague_words

__all__ = [
    "COLOUR_KEY",
    "COUNTABILITY_WORDS",
    "DELIVERY_WORDS",
    "Action",
    "Commitment",
    "Countability",
    "Delivery",
    "Improvement",
    "Inspection",
    "Outcome",
    "PlanFinding",
    "PlanReading",
    "Recommendation",
    "Source",
    "Unreadable",
    "Vague",
    "as_json",
    "as_words",
    "meanings_told",
    "read_plan",
    "read_plans",
    "read_report",
    "vague_words",
]
