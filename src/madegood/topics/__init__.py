"""What recommendations are about, and which say the same again. Plain Python."""
