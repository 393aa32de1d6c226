"""How it travels: enrolment, intake, feed, scope, leases.

Not here: what a signature means (signing) and which addresses serve it (phone_api)."""
