-- Sums are kept by the week too: workers sum everything up anew before they count on.
UPDATE "MetricState" SET "stale" = true;
