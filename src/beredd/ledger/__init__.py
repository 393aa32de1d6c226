"""What happened, in order, unalterable.

Every part writes one event here for each thing it does, in the same transaction. Not here: what the events mean."""
