"""How Django knows the room."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "madegood.accounts"
    label = "accounts"
