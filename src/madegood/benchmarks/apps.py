"""How Django knows the room."""

from django.apps import AppConfig


class BenchmarksConfig(AppConfig):
    name = "madegood.benchmarks"
    label = "benchmarks"
