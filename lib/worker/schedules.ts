import { keepAlerts } from '../alerts/keep-alerts';
import { pruneAlerts, sendWebhooks } from '../alerts/send-webhooks';
import { assignWaiting } from '../conversations/assign-waiting';
import { closeSilent } from '../conversations/close-silent';
import { dropUnsent } from '../conversations/drop-unsent';
import { foldTally } from '../conversations/fold-tally';
import { noticeLate } from '../conversations/notice-late';
import { sendOutgoing } from '../conversations/send-outgoing';
import { wakeDue } from '../conversations/wake-conversation';
import { dropForgotten } from '../history/drop-history';
import { embedPassages } from '../knowledge/embed-passages';
import { drawSamples } from '../levels/draw-samples';
import { sendMail } from '../mail/send-mail';
import { keepCounting } from '../metrics/keep-counting';
import { suggestExamples } from '../pipeline/suggest-examples';
import { dropSignals } from '../pipeline/take-signal';
import { wakeDueRuns } from '../pipeline/wake-run';
import { workQuietly } from '../pipeline/work-quietly';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { pruneReports, sendReports } from '../reports/send-reports';
import { askSurveys } from '../surveys/ask-surveys';
import { expireApprovals } from '../tools/expire-approvals';
import { lookAtConnectors } from '../tools/look-at-connectors';
import { pruneToolMinutes } from '../tools/note-tool-call';
import { reconcileActions } from '../tools/reconcile-actions';
import { remindApprovals } from '../tools/remind-approvals';
import { pruneJournal } from './prune-journal';

const schedules: { name: string; everyMs: number; run: () => Promise<unknown> }[] = [
  { name: 'send outgoing replies', everyMs: 500, run: sendOutgoing },
  { name: 'send mail', everyMs: 2_000, run: sendMail },
  { name: 'ask how it went', everyMs: 15_000, run: askSurveys },
  { name: 'send reports', everyMs: 5_000, run: sendReports },
  { name: 'prune reports', everyMs: 3_600_000, run: pruneReports },
  { name: 'wake playbooks', everyMs: 1_000, run: wakeDueRuns },
  { name: 'drop signals nobody waited for', everyMs: 3_600_000, run: dropSignals },
  { name: 'expire approvals', everyMs: 15_000, run: expireApprovals },
  { name: 'remind of approvals', everyMs: 15_000, run: remindApprovals },
  { name: 'compare the ledger with the shop', everyMs: 20_000, run: () => reconcileActions() },
  { name: 'close silent conversations', everyMs: 60_000, run: closeSilent },
  { name: 'give out what waits', everyMs: 2_000, run: assignWaiting },
  { name: 'wake the snoozed', everyMs: 1_000, run: wakeDue },
  { name: 'notice late promises', everyMs: 5_000, run: noticeLate },
  { name: 'fold the tally of what is open', everyMs: 15_000, run: foldTally },
  { name: 'count', everyMs: 1_000, run: keepCounting },
  { name: 'keep alerts', everyMs: 15_000, run: keepAlerts },
  { name: 'send webhooks', everyMs: 1_000, run: sendWebhooks },
  { name: 'draw samples of escalations', everyMs: 600_000, run: drawSamples },
  { name: 'prune alerts', everyMs: 3_600_000, run: pruneAlerts },
  { name: 'suggest examples', everyMs: 20_000, run: suggestExamples },
  { name: 'embed passages', everyMs: 10_000, run: embedPassages },
  { name: 'work in quiet hours', everyMs: 60_000, run: () => workQuietly() },
  { name: 'look at what systems offer', everyMs: 20_000, run: lookAtConnectors },
  { name: 'prune the figures of tools', everyMs: 3_600_000, run: pruneToolMinutes },
  { name: 'drop files nobody sent', everyMs: 3_600_000, run: dropUnsent },
  { name: 'drop tables nobody explained', everyMs: 3_600_000, run: () => dropForgotten() },
  { name: 'prune the journal', everyMs: 3_600_000, run: pruneJournal },
];

/** What is done by the clock. Every worker runs it; each verb is a compare-and-set, so that twice is once. */
export function startSchedules(): () => void {
  const timers = schedules.map(({ name, everyMs, run }) =>
    setInterval(() => {
      run().catch((error: unknown) =>
        log.error({ schedule: name, cause: causeOf(error) }, 'a schedule failed; it runs again'),
      );
    }, everyMs),
  );
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
