"""A visitor's journey through the real program, in numbered pictures, with no display."""
