"""A made-up authority whose every clock was decided before its dates were."""
