"""How Django knows the room."""

from django.apps import AppConfig


class AssuranceConfig(AppConfig):
    name = "madegood.assurance"
    label = "assurance"
