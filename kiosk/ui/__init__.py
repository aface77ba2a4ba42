"""The screens: the only package that builds windows. It reads state and asks for changes; it owns none."""

from kiosk.ui.quick_imports import skip_reading_sources

skip_reading_sources()
