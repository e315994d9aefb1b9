"""The files that belong to the open record: listed, shown, filed and set aside."""
