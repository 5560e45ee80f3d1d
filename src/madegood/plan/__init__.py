"""Recommendations, actions, expected outcomes, and what is claimed of them."""
