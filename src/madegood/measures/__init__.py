"""What good practice would look like, in numbers."""
