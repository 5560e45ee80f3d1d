"""Finding anything that is written here, by number or by words."""
