"""The plan followed through the week-by-week simulation, beside what the programme thought."""
