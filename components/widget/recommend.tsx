/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ChatSurvey } from '@/lib/surveys/surveys.schema';

const values = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

type Props = { survey: ChatSurvey; onAnswer(score: number, comment: string): Promise<boolean> };

/** One question at the beginning of a visit; whoever writes instead of answering is not asked again in this one. */
export function Recommend({ survey, onAnswer }: Props): JSX.Element {
  const [score, setScore] = useState<number | null>(null);
  const [comment, setComment] = useState('');
  const [sending, setSending] = useState(false);
  const [thanked, setThanked] = useState(false);

  async function send(): Promise<void> {
    if (score === null) return;
    setSending(true);
    const kept = await onAnswer(score, comment);
    setSending(false);
    if (kept) setThanked(true);
  }

  if (thanked) return <p class="ended">{survey.thanks}</p>;
  return (
    <section class="rating" aria-label={survey.question}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <fieldset>
          <legend>{survey.question}</legend>
          <div class="marks many">
            {values.map((value) => (
              <label key={value}>
                <input
                  type="radio"
                  name="recommend"
                  value={value}
                  aria-label={String(value)}
                  checked={score === value}
                  onChange={() => setScore(value)}
                />
                <span aria-hidden="true">{value}</span>
              </label>
            ))}
          </div>
          <p class="ends" aria-hidden="true">
            <span>{survey.low}</span>
            <span>{survey.high}</span>
          </p>
        </fieldset>
        {score !== null && (
          <>
            <label class="comment">
              {survey.comment}
              <textarea
                rows={2}
                maxLength={1_000}
                value={comment}
                onInput={(event) => setComment(event.currentTarget.value)}
              />
            </label>
            <button type="submit" class="filled" disabled={sending}>
              Send
            </button>
          </>
        )}
      </form>
    </section>
  );
}
