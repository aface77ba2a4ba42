"""Services in the forms that others read. One module for each format."""
