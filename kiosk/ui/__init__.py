"""The screens: the only package that builds windows. It reads state and asks for changes; it owns none."""
