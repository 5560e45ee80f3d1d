"""Interpreters of the vocabulary that turn rows into states."""
