"""What is known of each claim, and because of what."""
