'use client';

import { CalendarClock, Folder, Globe, Languages, Plus, UserRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { addLanguageTo, changeDetailsOf } from '@/app/(workspace)/knowledge/actions';
import { usePeople } from '@/components/inbox/queries';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { Popover } from '@/components/ui/popover';
import { SelectField } from '@/components/ui/select-field';
import { useNow } from '@/components/ui/use-now';
import { formatLanguage } from '@/lib/format/format-language';
import { formatDay } from '@/lib/format/format-time';
import type { ArticleView } from '@/lib/knowledge/article.schema';
import type { Audience } from '@/lib/knowledge/knowledge.schema';
import { audiences } from '@/lib/knowledge/knowledge.schema';
import { audienceName, commonLanguages } from './article-words';
import { useArticleCounts, useKnowledgeChange } from './queries';
import { articleHref } from './use-knowledge-place';

type Props = { article: ArticleView; edits: boolean };

const sign = { size: 14, strokeWidth: 1.75, 'aria-hidden': true, className: 'flex-none text-ink-3' } as const;

/** What stands around the text: who reads it, in which languages, who looks after it, and when to look again. */
export function ArticleMeta({ article, edits }: Props) {
  const now = useNow(60_000);
  const due = article.reviewAt !== null && now > 0 && article.reviewAt <= new Date(now).toISOString().slice(0, 10);
  return (
    <div className="mt-2 mb-5 flex flex-wrap items-center gap-x-4 gap-y-1 text-meta text-ink-2">
      <Item edits={edits} title="Read by" sign={<Globe {...sign} />} says={audienceName[article.audience]}>
        <AudienceForm article={article} />
      </Item>
      <Popover
        side="bottom"
        align="start"
        title="Languages"
        trigger={
          <button type="button" className={itemClass}>
            <Languages {...sign} />
            {article.languages.map(({ language }) => formatLanguage(language)).join(', ')}
          </button>
        }
      >
        <LanguageForm article={article} edits={edits} />
      </Popover>
      <Item
        edits={edits}
        title="Owner"
        sign={
          article.owner ? (
            <Avatar name={article.owner.name} hue={article.owner.hue} size={20} letters={1} />
          ) : (
            <UserRound {...sign} />
          )
        }
        says={article.owner?.name ?? 'No owner'}
      >
        <OwnerForm article={article} />
      </Item>
      <Item edits={edits} title="Collection" sign={<Folder {...sign} />} says={article.collection || 'No collection'}>
        <CollectionForm article={article} />
      </Item>
      <Item
        edits={edits}
        title="Look again"
        sign={<CalendarClock {...sign} className={join('flex-none', due ? 'text-attention-text' : 'text-ink-3')} />}
        says={
          <span className={due ? 'font-medium text-attention-text' : undefined}>
            {article.reviewAt === null
              ? 'No day to look again'
              : now > 0 && `${due ? 'Look again since' : 'Look again'} ${formatDay(article.reviewAt, now, 'UTC')}`}
          </span>
        }
      >
        <ReviewForm article={article} />
      </Item>
    </div>
  );
}

const itemClass =
  '-mx-1 inline-flex h-6 items-center gap-1.5 rounded-corner-small px-1 hover:bg-hover hover:text-ink-1 max-pane:h-8';

type ItemProps = { edits: boolean; title: string; sign: ReactNode; says: ReactNode; children: ReactNode };

function Item({ edits, title, sign: icon, says, children }: ItemProps) {
  if (!edits)
    return (
      <span className="inline-flex h-6 items-center gap-1.5">
        {icon}
        <span className="sr-only">{title}: </span>
        {says}
      </span>
    );
  return (
    <Popover
      side="bottom"
      align="start"
      title={title}
      trigger={
        <button type="button" className={itemClass}>
          {icon}
          <span className="sr-only">{title}: </span>
          {says}
        </button>
      }
    >
      {children}
    </Popover>
  );
}

const useDetails = () => useKnowledgeChange(changeDetailsOf, 'It was not changed');

function AudienceForm({ article }: { article: ArticleView }) {
  const [audience, setAudience] = useState<Audience>(article.audience);
  const change = useDetails();
  const live = article.publishedAt !== null;
  return (
    <div className="flex flex-col gap-3">
      <SelectField
        label="Who may read it"
        value={audience}
        onChange={(event) => setAudience(event.target.value as Audience)}
        help={
          live
            ? `It holds at once, as version ${article.version + 1} with the text that is live; a draft stays a draft.`
            : 'The assistant never tells customers what only agents may read.'
        }
      >
        {audiences.map((one) => (
          <option key={one} value={one}>
            {audienceName[one]}
          </option>
        ))}
      </SelectField>
      <Button
        size="form"
        disabled={audience === article.audience}
        busy={change.isPending}
        onClick={() => change.mutate({ articleId: article.id, audience })}
      >
        Change
      </Button>
    </div>
  );
}

function OwnerForm({ article }: { article: ArticleView }) {
  const people = usePeople(true);
  const change = useDetails();
  return (
    <SelectField
      label="Who looks after it"
      value={article.owner?.id ?? ''}
      disabled={change.isPending}
      onChange={(event) => change.mutate({ articleId: article.id, ownerId: event.target.value || null })}
    >
      <option value="">Nobody</option>
      {(people.data?.people ?? (article.owner ? [article.owner] : [])).map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

function CollectionForm({ article }: { article: ArticleView }) {
  const [name, setName] = useState(article.collection);
  const counts = useArticleCounts();
  const change = useDetails();
  const listId = useId();
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ articleId: article.id, collection: name });
      }}
    >
      <Field
        label="Where it lies"
        value={name}
        maxLength={60}
        list={listId}
        onChange={(event) => setName(event.target.value)}
      />
      <datalist id={listId}>
        {counts.data?.collections.map((one) => (
          <option key={one.name} value={one.name} />
        ))}
      </datalist>
      <Button type="submit" size="form" disabled={name.trim() === article.collection} busy={change.isPending}>
        Change
      </Button>
    </form>
  );
}

function ReviewForm({ article }: { article: ArticleView }) {
  const change = useDetails();
  return (
    <Field
      label="Day to look whether it still holds"
      type="date"
      defaultValue={article.reviewAt ?? ''}
      onChange={(event) => change.mutate({ articleId: article.id, reviewAt: event.target.value || null })}
    />
  );
}

function LanguageForm({ article, edits }: Props) {
  const router = useRouter();
  const there = article.languages.map(({ language }) => language);
  const missing = commonLanguages.filter((language) => !there.includes(language));
  const [language, setLanguage] = useState(missing[0] ?? '');
  const add = useKnowledgeChange(addLanguageTo, 'The language was not added');
  return (
    <div className="flex flex-col gap-3">
      <ul className="-mx-2 flex flex-col">
        {article.languages.map((one) => (
          <li key={one.language}>
            <Link
              href={articleHref({ slug: article.slug, language: one.language })}
              aria-current={one.language === article.language ? 'page' : undefined}
              className={join(
                'flex h-7 items-center justify-between rounded-corner px-2 max-pane:h-11',
                one.language === article.language ? 'bg-fill font-medium' : 'hover:bg-hover',
              )}
            >
              {formatLanguage(one.language)}
              <span className="text-meta text-ink-3">
                {one.state === 'new'
                  ? 'Never published'
                  : one.state === 'draft'
                    ? 'Live, with a draft'
                    : one.state === 'live'
                      ? 'Live'
                      : 'Archived'}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {edits && missing.length > 0 && (
        <div className="flex items-end gap-2">
          <SelectField
            label="Another language"
            className="flex-1"
            value={language}
            onChange={(event) => setLanguage(event.target.value)}
          >
            {missing.map((one) => (
              <option key={one} value={one}>
                {formatLanguage(one)}
              </option>
            ))}
          </SelectField>
          <Button
            size="form"
            icon={Plus}
            busy={add.isPending}
            onClick={() =>
              add.mutate(
                { slug: article.slug, from: article.language, language },
                { onSuccess: (place) => router.push(articleHref(place)) },
              )
            }
          >
            Add
          </Button>
        </div>
      )}
    </div>
  );
}
