"""The beredd command for a rehearsal: rounds may come closer than they may in earnest, and “serve” starts no worker."""

import subprocess
import sys
from datetime import timedelta

from beredd.cli import beside, main
from beredd.disruption import landscape_file

landscape_file.TIGHTEST = timedelta(0)
beside.begin_beside = lambda: subprocess.Popen([sys.executable, "-c", ""])

if __name__ == "__main__":
    sys.exit(main.main())
