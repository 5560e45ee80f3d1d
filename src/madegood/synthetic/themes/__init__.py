"""What happens to a child and to the authority, a module for each theme of the record."""
