"""Networks of one element in one year: nodes, edges, and what is wrong with one."""
