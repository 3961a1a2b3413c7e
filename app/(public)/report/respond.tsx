import { ReportLinkPage } from '@/components/report/report-page';
import { limitReportLink } from '@/lib/reports/follow-link';
import type { LinkPage } from '@/lib/reports/report.schema';
import { addressOf, surveyResponse, surveyRoute } from '../survey/respond';

type Context = { params: Promise<{ token: string }> };
type Handler = (request: Request, context: Context) => Promise<Response>;

const statusOf = { unknown: 404, expired: 410, open: 200, done: 200 } as const satisfies Record<
  LinkPage['state'],
  number
>;

/** A link of a report: what is behind it, as a page in the look of those customers see. */
export function reportRoute(kind: 'confirm' | 'stop', verb: (token: string) => Promise<LinkPage>): Handler {
  return (request, { params }) =>
    surveyRoute(async () => {
      const { token } = await params;
      await limitReportLink(token, addressOf(request));
      const page = await verb(token);
      return surveyResponse(<ReportLinkPage kind={kind} page={page} />, statusOf[page.state]);
    });
}
