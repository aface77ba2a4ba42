"""Editions: what a kiosk shows, built once from records, checked, and opened read-only."""
