import { personRoute } from '@/lib/http/route';
import { viewMail } from '@/lib/mail/view-mail';

export const GET = personRoute({ permission: 'desk.administer' }, async () => viewMail());
