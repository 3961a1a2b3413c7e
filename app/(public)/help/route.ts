import { publicRoute } from '@/lib/http/route';
import { chooseHelpLanguage } from '@/lib/knowledge/choose-help-language';
import { readHelpFrame } from '@/lib/knowledge/help-frame';
import { languageCookie, readCookie } from './respond';

/** To the help centre in the reader's language. */
export const GET = publicRoute({}, async ({ request }) => {
  const { languages } = await readHelpFrame();
  const language = chooseHelpLanguage(
    languages,
    readCookie(request, languageCookie),
    request.headers.get('accept-language'),
  );
  return new Response(null, {
    status: 307,
    headers: {
      location: `/help/${language ?? 'en'}`,
      vary: 'accept-language, cookie',
      'cache-control': 'no-store',
    },
  });
});
