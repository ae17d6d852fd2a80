"""Names typed in any script, compared with every list, with reasons and known false alarms."""
