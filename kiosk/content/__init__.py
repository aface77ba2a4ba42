"""Guides, contacts and figures: read from source folders, checked, and shown as documents."""
