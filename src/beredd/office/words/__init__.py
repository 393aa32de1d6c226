"""How things are put into words on the pages: times, schedules, states, reasons. Words only, no decisions."""
