"""One module a family of checks; importing this package registers them all."""
