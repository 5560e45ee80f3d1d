"""The child's record, whatever file or system it was read from."""
