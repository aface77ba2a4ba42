"""What works on this machine, what does not, and what to do about it; for the people who look after the kiosk."""
