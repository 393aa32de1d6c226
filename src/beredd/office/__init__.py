"""Server-rendered pages for licensed professionals, managers and administrators. No tables, no rules."""
