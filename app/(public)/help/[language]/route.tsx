import { FrontPage } from '@/components/help/front-page';
import { MissingPage } from '@/components/help/missing-page';
import { publicRoute } from '@/lib/http/route';
import { chooseHelpLanguage } from '@/lib/knowledge/choose-help-language';
import { readHelpFront } from '@/lib/knowledge/help-front';
import { helpResponse, readAround } from '../respond';

/** The start of the help centre in one language. */
export const GET = publicRoute({}, async ({ params }) => {
  const around = await readAround(params.language ?? '');
  const { languages } = around.frame;
  if (languages.length === 0)
    return helpResponse(<FrontPage {...around} language="en" front={{ used: [], collections: [] }} />);
  if (!languages.includes(around.language)) {
    const language = chooseHelpLanguage(languages, null, null) ?? 'en';
    return helpResponse(<MissingPage {...around} language={language} />, { status: 404 });
  }
  const front = await readHelpFront(around.language);
  return helpResponse(<FrontPage {...around} front={front} />, { language: around.language });
});
