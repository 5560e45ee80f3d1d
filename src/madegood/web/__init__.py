"""Every page. Reads through the rooms' queries and writes through their actions."""
