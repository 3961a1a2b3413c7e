import { z } from 'zod';
import { ArticlePage } from '@/components/help/article-page';
import { MissingPage } from '@/components/help/missing-page';
import { publicRoute } from '@/lib/http/route';
import { chooseHelpLanguage } from '@/lib/knowledge/choose-help-language';
import { helpPlaceSchema } from '@/lib/knowledge/help.schema';
import { readHelpArticle } from '@/lib/knowledge/help-article';
import { helpResponse, readAround } from '../../respond';

const querySchema = z.object({ voted: z.enum(['yes', 'no']).nullable().catch(null) });

/** One article. What is not for everybody is not there. */
export const GET = publicRoute({ query: querySchema }, async ({ params, query }) => {
  const place = helpPlaceSchema.safeParse(params);
  const [around, article] = await Promise.all([
    readAround(params.language ?? ''),
    place.success ? readHelpArticle(place.data.language, place.data.slug) : null,
  ]);
  if (article)
    return helpResponse(<ArticlePage {...around} article={article} voted={query.voted} />, {
      language: article.language,
    });
  const { languages } = around.frame;
  const language = languages.includes(around.language)
    ? around.language
    : (chooseHelpLanguage(languages, null, null) ?? 'en');
  return helpResponse(<MissingPage {...around} language={language} />, { status: 404 });
});
