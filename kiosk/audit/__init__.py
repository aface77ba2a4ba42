"""Walks every screen in every state and reports, by checklist row, what somebody could not see, reach or press."""
