"""The officer's verbs, where storage and documents meet."""
