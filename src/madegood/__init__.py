"""Shows whether what an authority promised after an inspection was made good."""
