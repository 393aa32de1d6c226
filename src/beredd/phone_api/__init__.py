"""A handful of plain endpoints over sync, and the files of the phone app. No tables, no rules."""
