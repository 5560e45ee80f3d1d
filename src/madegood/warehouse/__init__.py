"""Where uploads, snapshots and results are kept."""
