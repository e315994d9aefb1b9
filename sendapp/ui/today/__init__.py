"""What is due today, each line one click from the act that ends the waiting."""
