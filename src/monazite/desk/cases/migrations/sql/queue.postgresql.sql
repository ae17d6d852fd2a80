-- An office's open tasks are of few kinds, and a clock that runs has a day on which it ends: taken
-- as independent, a queue of 10,000 rows looks like ten, and is read and sorted whole.
CREATE STATISTICS task_of_office (mcv) ON agency_id, kind, state, assignee_id FROM cases_task;
CREATE STATISTICS case_clock (mcv) ON running_since, due_index FROM cases_case;
ALTER STATISTICS task_of_office SET STATISTICS 1000;
ALTER STATISTICS case_clock SET STATISTICS 1000;
