"""What somebody should look into: one inbox without doubles, and what became of each."""
