import type { Ballot } from '@/lib/tools/ballot.schema';

/** Why this person does not decide now; null when they do. */
export function sayStanding({ standing, rank }: Pick<Ballot, 'standing' | 'rank'>): string | null {
  switch (standing) {
    case 'not_your_rank':
      return `This waits for ${rank === 'supervisor' ? 'a supervisor' : `an ${rank}`}.`;
    case 'your_own':
      return 'You asked for this yourself, so somebody else decides.';
    case 'you_agreed':
      return 'You have agreed. It waits for a second person.';
    case 'yours':
      return null;
  }
}

/** How many of those it needs have said yes; null where one is enough. */
export const sayAgreed = ({ needed, agreed }: Pick<Ballot, 'needed' | 'agreed'>): string | null =>
  needed > 1 ? `${agreed.length} of ${needed} approved${agreed.length > 0 ? `: ${agreed.join(', ')}` : ''}` : null;
