"""The form of an application as a page shows it: steps, fields, findings, rulings."""
