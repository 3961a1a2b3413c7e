import { writeSitemap } from '@/components/help/write-sitemap';
import { publicRoute } from '@/lib/http/route';
import { readHelpFrame } from '@/lib/knowledge/help-frame';
import { listHelpAddresses } from '@/lib/knowledge/help-sitemap';
import { env } from '@/lib/platform/env';

export const GET = publicRoute({}, async () => {
  const [{ languages }, articles] = await Promise.all([readHelpFrame(), listHelpAddresses()]);
  return new Response(writeSitemap(env().BATON_URL, languages, articles), {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=300' },
  });
});
