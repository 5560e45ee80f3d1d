"""What people say to each other about a part of the plan, a document, a meeting."""
