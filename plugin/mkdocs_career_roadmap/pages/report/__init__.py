"""Reports to those whom one owes them: a committee, a manager, a mentor, and the curriculum vitae."""
