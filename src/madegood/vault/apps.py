"""How Django knows the room."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "madegood.vault"
    label = "vault"
