"""Pages of the statistics: months and their vintages, what is shown, what is hidden and why."""
