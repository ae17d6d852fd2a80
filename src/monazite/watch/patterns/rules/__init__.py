"""One module and one file of words a rule: `find(records, rule)` beside what the rule rests on."""
