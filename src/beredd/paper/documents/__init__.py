"""What each kind of paper says, as plain data for its template. No sheet has a number yet."""
