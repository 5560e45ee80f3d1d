"""How Django knows the room."""

from importlib import import_module

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "madegood.documents"
    label = "documents"

    def import_models(self) -> None:
        """Models stand in two modules: what is written, and who knows of it."""
        super().import_models()
        import_module("madegood.documents.telling_models")
