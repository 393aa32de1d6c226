"""What somebody must look at: why, what it means, and the decision."""
