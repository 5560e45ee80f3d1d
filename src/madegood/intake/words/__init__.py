"""The words that people type where a standard asks for a code, read into its codes."""
