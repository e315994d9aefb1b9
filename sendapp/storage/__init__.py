"""The only SQLite: opening and guarding the file, records, search, the bin, backups."""
