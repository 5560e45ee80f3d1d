"""How Django knows the room."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "madegood.search"
    label = "search"
