import { personRoute } from '@/lib/http/route';
import { viewSurveys } from '@/lib/surveys/view-surveys';

export const GET = personRoute({ permission: 'desk.administer' }, async () => viewSurveys());
