"""Boards and forums: when they meet, what they are told, what they asked and were told."""
