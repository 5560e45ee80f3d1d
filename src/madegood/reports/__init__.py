"""Papers for boards, frozen as they were on the day."""
