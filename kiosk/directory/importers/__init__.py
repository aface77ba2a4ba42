"""Feeds and files of others, brought into the one form of a service. One module for each format."""
