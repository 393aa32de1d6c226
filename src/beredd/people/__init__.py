"""Who may do what: organisations, units, users, roles as data, delegations, devices, the access log.

Not here: patients, and anything that is planned or done for them."""
