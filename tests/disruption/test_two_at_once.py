"""Two declare and two dismiss, three take the lead at the same moment, in real transactions: the states hold."""

import json
import os
import subprocess
import sys
from pathlib import Path

PROGRAM = Path(__file__).with_name("two_at_once.py")
POSSIBLE = [["dismiss"], ["confirm"], ["degrade"], ["confirm", "degrade"], ["degrade", "confirm"]]


def test_who_comes_second_is_told_so_and_the_states_hold(tmp_path: Path) -> None:
    environment = {**os.environ, "BEREDD_DATA": str(tmp_path), "DATABASE_URL": ""}
    out = subprocess.check_output([sys.executable, PROGRAM], env=environment, text=True)
    rounds = json.loads(out)
    assert rounds
    for one in rounds:
        assert one["moves"] in POSSIBLE  # never both dismissed and declared
        assert sorted(one["moves"]) == one["done"]
        assert one["refused"] == ["not_possible_now"] * (4 - len(one["done"]))
        assert one["events"] == len(one["moves"])
        led, told = one["led"]
        assert (len(led), told, one["leads"]) == (1, ["somebody_leads"] * 2, 1)
        assert one["state"] == {"dismiss": "dismissed", "confirm": "confirmed", "degrade": "degraded"}[one["moves"][-1]]
