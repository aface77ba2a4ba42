"""Help me choose: from a few answers to pages, services and equipment, each with its reason. Nothing is kept."""
