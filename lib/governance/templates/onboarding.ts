import type { Template } from './template';

const nameLabels = ['Full name', 'Name of holder', 'Name', 'Nom complet', 'Vollständiger Name', 'Nombre completo'];

export const onboarding: Template[] = [
  {
    key: 'onboarding-identity',
    name: 'Onboarding with identity check',
    says: 'Collects an identity document and a proof of address, reads and checks both, and gives a person an explained decision. Nobody is let in or turned away by the assistant.',
    roles: [],
    definition: {
      name: 'Onboarding with identity check',
      team: 'accounts',
      wants: 'To open an account',
      trigger: { intents: ['open_account'] },
      start: 'name',
      nodes: {
        name: {
          kind: 'collect',
          title: 'Full name',
          slot: 'name',
          entity: 'text',
          ask: 'I can prepare that with you. What is your full name, as it stands on your identity document?',
          valid: {
            when: 'size(value) <= 120 && value.trim().contains(" ")',
            says: 'Please give me your first name and your surname.',
          },
          next: 'identity_file',
        },
        identity_file: {
          kind: 'collect',
          title: 'Identity document',
          slot: 'identity',
          entity: 'file',
          ask: 'Please attach your passport or identity card as a PDF in which text can be selected. A photo I cannot read myself.',
          next: 'read_identity',
        },
        read_identity: {
          kind: 'extract',
          title: 'Read the identity document',
          file: 'slots.identity',
          says: 'Read the identity document',
          fields: {
            name: { title: 'Name', labels: nameLabels, is: 'name' },
            born: {
              title: 'Date of birth',
              labels: [
                'Date of birth',
                'Birth date',
                'Born',
                'Date de naissance',
                'Geburtsdatum',
                'Fecha de nacimiento',
              ],
              is: 'birth_date',
            },
            number: {
              title: 'Document number',
              labels: ['Document number', 'Document no', 'Passport number', 'Passport no', 'Card number', 'ID number'],
              pattern: '\\b([A-Z0-9]{6,12})\\b',
              is: 'id_number',
            },
            expires: {
              title: 'Expiry date',
              labels: ['Date of expiry', 'Expiry date', 'Valid until', 'Expires', "Date d'expiration", 'Gültig bis'],
              is: 'date',
            },
          },
          checks: [
            { says: 'The identity document has not expired', when: 'daysBetween(identity.expires, now) <= 0' },
            {
              says: 'The identity document is in the name the customer gave',
              when: 'sameName(identity.name, slots.name)',
            },
            {
              says: 'The customer is at least 18 years old',
              // 18 years with all the leap days they can have: never a day too early.
              when: 'daysBetween(identity.born, now) >= 6575',
            },
            { says: 'The date of birth is possible', when: 'daysBetween(identity.born, now) <= 43830' },
          ],
          as: 'identity',
          next: 'identity_whole',
          unreadable: 'identity_unclear',
        },
        identity_whole: {
          kind: 'decide',
          title: 'Everything there?',
          branches: [{ when: 'identity.missing == []', next: 'address_file', label: 'yes' }],
          otherwise: 'identity_unclear',
        },
        identity_unclear: {
          kind: 'reply',
          title: 'Identity not clear',
          text: 'I could not find everything I need in that file: name, date of birth, document number and expiry date.',
          next: 'identity_file',
        },
        address_file: {
          kind: 'collect',
          title: 'Proof of address',
          slot: 'address',
          entity: 'file',
          ask: 'Thank you. Now please attach a proof of your address as a PDF: a bill or a bank statement that is at most 90 days old.',
          next: 'read_address',
        },
        read_address: {
          kind: 'extract',
          title: 'Read the proof of address',
          file: 'slots.address',
          says: 'Read the proof of address',
          fields: {
            name: { title: 'Name', labels: ['Account holder', 'Customer name', 'Bill to', ...nameLabels], is: 'name' },
            address: {
              title: 'Address',
              labels: ['Service address', 'Billing address', 'Address', 'Adresse', 'Anschrift', 'Dirección'],
              is: 'address',
            },
            issued: {
              title: 'Date of issue',
              labels: ['Date of issue', 'Issue date', 'Issued', 'Invoice date', 'Bill date', 'Statement date', 'Date'],
              is: 'date',
            },
          },
          checks: [
            { says: 'The proof of address is at most 90 days old', when: 'daysBetween(proof.issued, now) <= 90' },
            { says: 'The proof of address is not dated in the future', when: 'daysBetween(now, proof.issued) <= 0' },
            { says: 'The proof of address is in the name the customer gave', when: 'sameName(proof.name, slots.name)' },
          ],
          as: 'proof',
          next: 'address_whole',
          unreadable: 'address_unclear',
        },
        address_whole: {
          kind: 'decide',
          title: 'Everything there?',
          branches: [{ when: 'proof.missing == []', next: 'next_steps', label: 'yes' }],
          otherwise: 'address_unclear',
        },
        address_unclear: {
          kind: 'reply',
          title: 'Address not clear',
          text: 'I could not find everything I need in that file: your name, your address and the date it was issued.',
          next: 'address_file',
        },
        next_steps: {
          kind: 'reply',
          title: 'What happens next',
          text: 'Thank you, I have read both documents. A colleague looks at them and decides, and you will hear the result here. You need not send anything else now.',
          next: 'all_fits',
        },
        all_fits: {
          kind: 'decide',
          title: 'Does all fit?',
          branches: [{ when: 'identity.fits && proof.fits', next: 'approve', label: 'all fits' }],
          otherwise: 'doubts',
        },
        approve: {
          kind: 'handoff',
          title: 'To a person: all fits',
          stopped:
            'All {{ size(identity.checks) + size(proof.checks) }} checks fit. Whether the account is opened is for a person to decide.',
          suggestion: {
            text: 'Compare both files with what was read, then open the account',
            draft:
              'Thank you for your documents. I have looked at them, and everything is in order. Your account will be opened now.',
          },
        },
        doubts: {
          kind: 'handoff',
          title: 'To a person: something does not fit',
          stopped:
            '{{ size(identity.unfit) + size(proof.unfit) + size(identity.unread) + size(proof.unread) }} of {{ size(identity.checks) + size(proof.checks) }} checks do not fit or could not be made: {{ joined(identity.unfit + identity.unread + proof.unfit + proof.unread) }}.',
          suggestion: {
            text: 'Look at both files, and ask the customer about what does not fit',
            draft: 'Thank you for your documents. I have looked at them and need to ask you about one thing.',
          },
        },
      },
    },
  },
];
