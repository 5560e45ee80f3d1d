"""Files in, record out, with findings."""
