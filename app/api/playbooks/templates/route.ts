import { fillTemplate, listTemplates } from '@/lib/governance/fill-template';
import { fillTemplateInput } from '@/lib/governance/playbook-view.schema';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'intents.read' }, async () => ({ templates: listTemplates() }));

/** A template with its roles filled, to be made a draft of. */
export const POST = personRoute({ permission: 'intents.read', body: fillTemplateInput }, async ({ body }) => ({
  definition: fillTemplate(body.template, body.tools),
}));
