"""The open record while it is edited: value, undo steps, saving. No widgets."""
