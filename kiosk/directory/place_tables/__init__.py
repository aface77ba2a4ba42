"""Cuts tables of places for one area out of the national lists of postcodes."""
