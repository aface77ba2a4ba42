"""Read aloud: text made ready for a voice, one worker process that speaks, and the object that steers it."""
