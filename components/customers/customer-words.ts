import { AtSign, IdCard, Mail, Phone, UserRound } from 'lucide-react';
import type { consentSources, IdentityView } from '@/lib/conversations/customer.schema';

const purposes: Record<string, string> = {
  marketing_email: 'Offers by email',
  marketing_sms: 'Offers by SMS',
  research: 'Surveys and research',
};

/** A purpose as people say it; one of one's own making is its key in words. */
export const purposeName = (purpose: string): string =>
  purposes[purpose] ?? purpose.replaceAll('_', ' ').replace(/^./, (first) => first.toUpperCase());

export const sourceNames: Record<(typeof consentSources)[number], string> = {
  conversation: 'in a conversation',
  phone: 'by phone',
  writing: 'in writing',
  form: 'on a form',
};

export const sourceName = (source: string): string =>
  source === 'link'
    ? 'by the link in a mail'
    : Object.hasOwn(sourceNames, source)
      ? sourceNames[source as keyof typeof sourceNames]
      : source;

export const identitySigns: Record<IdentityView['kind'], { icon: typeof Mail; name: string }> = {
  email: { icon: Mail, name: 'Email' },
  phone: { icon: Phone, name: 'Phone' },
  handle: { icon: AtSign, name: 'Handle' },
  account: { icon: IdCard, name: 'Account' },
  visitor: { icon: UserRound, name: 'Visitor' },
};
