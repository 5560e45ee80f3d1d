"""How Django knows the room."""

from django.apps import AppConfig


class TrailConfig(AppConfig):
    name = "madegood.trail"
    label = "trail"
