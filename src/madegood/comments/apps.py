"""How Django knows the room."""

from django.apps import AppConfig


class CommentsConfig(AppConfig):
    name = "madegood.comments"
    label = "comments"
