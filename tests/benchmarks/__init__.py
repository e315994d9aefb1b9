"""The budgets of the design, each measured beside a baseline in the same run."""
