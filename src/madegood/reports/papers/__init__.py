"""The papers, one module each: facts in, blocks out."""
