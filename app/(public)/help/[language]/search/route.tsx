import { z } from 'zod';
import { MissingPage } from '@/components/help/missing-page';
import { ResultsPage } from '@/components/help/results-page';
import { publicRoute } from '@/lib/http/route';
import { chooseHelpLanguage } from '@/lib/knowledge/choose-help-language';
import { helpQuerySchema } from '@/lib/knowledge/help.schema';
import { searchHelp } from '@/lib/knowledge/help-search';
import { helpResponse, readAround } from '../../respond';

const querySchema = z.object({ q: helpQuerySchema });

/** A question to the help centre: a plain form leads here. */
export const GET = publicRoute({ query: querySchema }, async ({ params, query }) => {
  const around = await readAround(params.language ?? '');
  const { languages } = around.frame;
  if (!languages.includes(around.language)) {
    const language = chooseHelpLanguage(languages, null, null) ?? 'en';
    return helpResponse(<MissingPage {...around} language={language} />, { status: 404 });
  }
  const found = await searchHelp(around.language, query.q);
  return helpResponse(<ResultsPage {...around} found={found} />);
});
