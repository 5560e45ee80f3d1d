"""Days, hours and deadlines as the law and the guidance count them."""
