"""The pages of the settings, and what stands on them."""
