'use client';

import { useState } from 'react';
import { Segments } from '@/components/ui/segments';
import { fillWords, surveyWords } from '@/lib/format/survey-words';

const languages = [
  ['en', 'English'],
  ['es', 'Español'],
  ['fr', 'Français'],
  ['de', 'Deutsch'],
] as const;

type Props = { kind: 'csat' | 'nps'; brand: string };

/** What a customer sees behind the link, in their language; nothing here is sent. */
export function SurveyPreview({ kind, brand }: Props) {
  const [language, setLanguage] = useState<(typeof languages)[number][0]>('en');
  const { words } = surveyWords(language);
  const scores = kind === 'csat' ? [1, 2, 3, 4, 5] : Array.from({ length: 11 }, (_, score) => score);
  return (
    <figure className="mt-5">
      <figcaption className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <span className="font-medium">What they see</span>
        <Segments label="In which language" options={languages} chosen={language} onChoose={setLanguage} />
      </figcaption>
      <div lang={language} className="rounded-corner bg-canvas p-4">
        <p className="text-meta text-ink-3">{brand}</p>
        <p className="mt-1 text-title font-strong tracking-(--tracking-title) text-balance">
          {kind === 'csat' ? words.csat : fillWords(words.nps, { brand })}
        </p>
        <div
          aria-hidden
          className={
            kind === 'csat' ? 'mt-3 grid grid-cols-5 gap-2' : 'mt-3 grid grid-cols-11 gap-1 max-pane:grid-cols-6'
          }
        >
          {scores.map((score) => (
            <span
              key={score}
              className="grid h-9 place-items-center rounded-corner border border-line-control bg-surface font-medium tabular-nums"
            >
              {score}
            </span>
          ))}
        </div>
        <p className="mt-1.5 flex justify-between gap-4 text-meta text-ink-2">
          <span>{kind === 'csat' ? words.csatScores[0] : words.npsLow}</span>
          <span>{kind === 'csat' ? words.csatScores[4] : words.npsHigh}</span>
        </p>
        <p className="mt-3 text-meta text-ink-2">
          {kind === 'csat' ? words.comment : words.npsComment} ({words.optional})
        </p>
      </div>
    </figure>
  );
}
