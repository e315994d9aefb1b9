"""Decision lists in the window: what goes on one, and the files it is made as."""
