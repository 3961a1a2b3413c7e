import type { Category } from '@/lib/worth/worth.schema';

export type Step = { verb: string; says: string; href: string };

/** Everything that is missing to automate a category, the first thing to do first. */
export function findMissing({ kind, coverage }: Pick<Category, 'kind' | 'coverage'>): Step[] {
  if (kind === 'none') return [];
  const { intent, article, playbook, toolsMissing } = coverage;
  return [
    !intent && {
      verb: 'No intent',
      says: 'The assistant does not know it as one thing yet. Teach it with some of the examples below.',
      href: '/automation/intents',
    },
    playbook &&
      toolsMissing.length > 0 && {
        verb: 'No tool',
        says: `Its playbook calls ${toolsMissing.join(', ')}, which no connected system offers.`,
        href: '/automation/tools',
      },
    !article &&
      !playbook && {
        verb: 'No article',
        says: 'No article that customers may read answers it. Where knowing is enough, write one.',
        href: '/knowledge',
      },
    !playbook && {
      verb: 'No playbook',
      says: article
        ? 'An article answers it. Where something has to be looked up or done, it takes a playbook.'
        : 'Nothing is looked up or done for it. Where knowing is not enough, build a playbook.',
      href: '/automation/playbooks',
    },
  ].filter((one) => one !== false && one !== null);
}

/** The one next step: what is missing, or where to look for why people still do it. */
export function chooseNextStep(category: Category): Step {
  const [first] = findMissing(category);
  if (first && !(category.coverage.article && first.verb === 'No playbook' && category.potential < 0.1)) return first;
  if (category.kind === 'none')
    return {
      verb: 'Look through',
      says: 'These have little in common with anything. What comes again will show as a theme.',
      href: '/automation/intents',
    };
  return {
    verb: 'See why',
    says:
      category.potential > 0.05
        ? 'All it needs is there. See for which reasons people still take it over.'
        : 'It is carried as far as the best of its kind. Leave it, and look again next month.',
    href: '/metrics/assistant',
  };
}
