"""What identifies, kept apart: keys, the way back from a pseudonym, and matching."""
