"""The verbs, a file each: HELP, arguments(parser), run(options) → exit code. They act and ask like the pages do."""
