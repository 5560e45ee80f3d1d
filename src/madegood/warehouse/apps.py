"""How Django knows the room."""

from django.apps import AppConfig


class WarehouseConfig(AppConfig):
    name = "madegood.warehouse"
    label = "warehouse"
