"""Published figures about authorities: read, kept by release, and compared."""
