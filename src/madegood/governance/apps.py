"""How Django knows the room."""

from importlib import import_module

from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    name = "madegood.governance"
    label = "governance"

    def import_models(self) -> None:
        """Models stand in five modules, by what they speak of."""
        super().import_models()
        import_module("madegood.governance.meeting_models")
        import_module("madegood.governance.matter_models")
        import_module("madegood.governance.insight_models")
        import_module("madegood.governance.subscription_models")
