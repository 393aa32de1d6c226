"""The checks behind `beredd doctor`. Not here: mending anything."""
