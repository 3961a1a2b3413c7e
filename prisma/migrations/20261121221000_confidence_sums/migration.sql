-- How sure turns were is summed too: what was summed before is summed anew.
UPDATE "MetricState" SET stale = true;
