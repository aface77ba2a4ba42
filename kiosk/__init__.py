"""Signpost: an offline information kiosk for adult social care in England."""

__version__ = "0.1.0"
