"""How Django knows the room."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "madegood.reports"
    label = "reports"
