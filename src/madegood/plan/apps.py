"""How Django knows the room."""

from importlib import import_module

from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "madegood.plan"
    label = "plan"

    def import_models(self) -> None:
        """Models stand in several modules, by what they speak of."""
        super().import_models()
        import_module("madegood.plan.colour_models")
        import_module("madegood.plan.evidence_models")
        import_module("madegood.plan.owner_models")
        import_module("madegood.plan.draft_models")
        import_module("madegood.plan.milestone_models")
        import_module("madegood.plan.working_models")
        import_module("madegood.plan.commitment_models")
        import_module("madegood.plan.file_models")
        import_module("madegood.plan.outcome_models")
        import_module("madegood.plan.inspection_models")
