"""python -m beredd: the same as the beredd command, where that is not on the path."""

import sys

from beredd.cli.main import main

sys.exit(main())
