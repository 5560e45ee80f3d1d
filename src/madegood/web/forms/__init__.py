"""What people type, checked for shape. What is allowed is decided by the rooms."""
