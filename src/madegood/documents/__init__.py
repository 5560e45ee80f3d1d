"""Documents, who must approve each version, and who knows of it."""
