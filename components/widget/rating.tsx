/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

type Props = {
  rated: boolean;
  onShown(): void;
  onRate(rating: number, comment: string): Promise<boolean>;
  onNew(): void;
};

const words = ['Very bad', 'Bad', 'All right', 'Good', 'Very good'];

/** After the end: how it was, once, and the way to a new conversation. */
export function Rating({ rated, onShown, onRate, onNew }: Props): JSX.Element {
  const [rating, setRating] = useState(0);
  const [comment, setComment] = useState('');
  const [sending, setSending] = useState(false);
  const [thanked, setThanked] = useState(rated);
  const next = useRef<HTMLButtonElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when it is first there
  useEffect(() => {
    if (!rated) onShown();
  }, []);

  /** The number on the keyboard chooses: the keys between are the browser's own. */
  function press(event: KeyboardEvent): void {
    const number = /^(?:Digit|Numpad)([1-5])$/.exec(event.code)?.[1];
    if (!number || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setRating(Number(number));
  }

  async function send(): Promise<void> {
    setSending(true);
    const kept = await onRate(rating, comment);
    setSending(false);
    if (!kept) return;
    setThanked(true);
    // The form goes away, and the focus with it.
    next.current?.focus();
  }

  return (
    <section class="rating" aria-label="The end of this conversation">
      <p class="ended">This conversation is closed.</p>
      {thanked ? (
        <p>Thank you for telling us.</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <fieldset onKeyDown={press}>
            <legend>How did we do?</legend>
            <div class="marks">
              {words.map((word, index) => (
                <label key={word}>
                  <input
                    type="radio"
                    name="rating"
                    value={index + 1}
                    aria-label={`${index + 1}, ${word}`}
                    checked={rating === index + 1}
                    onChange={() => setRating(index + 1)}
                  />
                  <span aria-hidden="true">{index + 1}</span>
                </label>
              ))}
            </div>
            <p class="ends" aria-hidden="true">
              <span>{words[0]}</span>
              <span>{words.at(-1)}</span>
            </p>
          </fieldset>
          {rating > 0 && (
            <>
              <label class="comment">
                Anything we should know? <em>(optional)</em>
                <textarea
                  rows={2}
                  maxLength={1_000}
                  value={comment}
                  onInput={(event) => setComment(event.currentTarget.value)}
                />
              </label>
              <button type="submit" class="filled" disabled={sending}>
                Send rating
              </button>
            </>
          )}
        </form>
      )}
      <button type="button" class="outlined" ref={next} onClick={onNew}>
        Start a new conversation
      </button>
    </section>
  );
}
