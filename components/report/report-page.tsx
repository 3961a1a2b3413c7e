import { NoticePage } from '@/components/survey/survey-page';
import type { LinkPage } from '@/lib/reports/report.schema';

type Words = { title: string; text: string; verb?: string };

function wordsOf(kind: 'confirm' | 'stop', page: LinkPage): Words {
  if (page.state === 'unknown')
    return { title: 'This link does not work', text: 'It is not whole, or the report is no longer sent to you.' };
  const { state, report, owner, brand } = page;
  if (kind === 'stop')
    return state === 'done'
      ? { title: 'You get this report no more', text: `“${report}” is not sent to you any longer.` }
      : {
          title: `Stop the report “${report}”?`,
          text: `It comes from ${owner} of ${brand}. Others who get it still do.`,
          verb: 'Stop it',
        };
  if (state === 'done')
    return { title: 'You get this report', text: `“${report}” comes to you by mail. A link in each mail stops it.` };
  if (state === 'expired')
    return { title: 'This link is over', text: `Ask ${owner} of ${brand} to send it to you once more.` };
  return {
    title: `Get the report “${report}” by mail?`,
    text: `${owner} of ${brand} entered your address. If you do not want it, close this page: nothing is sent then.`,
    verb: 'Yes, send it to me',
  };
}

/** A GET asks first: programs that look through mails follow every link in them. */
export function ReportLinkPage({ kind, page }: { kind: 'confirm' | 'stop'; page: LinkPage }) {
  const { title, text, verb } = wordsOf(kind, page);
  return (
    <NoticePage brand={page.brand} language="en" title={title} text={text}>
      {verb && (
        <form method="post">
          <button type="submit" className="button">
            {verb}
          </button>
        </form>
      )}
    </NoticePage>
  );
}
