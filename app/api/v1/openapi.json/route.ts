import { describeApi } from '@/lib/http/describe-api';
import { publicRoute } from '@/lib/http/route';

export const GET = publicRoute({}, ({ request }) => Promise.resolve(describeApi(new URL(request.url).origin)));
