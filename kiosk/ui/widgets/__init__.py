"""The controls that screens are made of, measured in millimetres and painted from the theme."""
