import type { Claim } from './mark-claims';
import { markClaims } from './mark-claims';

/** An answer claim by claim: dotted green where something stands behind it, wavy red where nothing does. */
export function ClaimedText({ text, claims }: { text: string; claims: Claim[] }) {
  return (
    <p className="whitespace-pre-wrap">
      {markClaims(text, claims).map((part, index) =>
        part.claim ? (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the text under review does not change
            key={index}
            className={
              part.claim.supported
                ? 'underline decoration-solved decoration-dotted decoration-2 underline-offset-4'
                : 'bg-danger-tint underline decoration-danger decoration-wavy decoration-1 underline-offset-4'
            }
          >
            {part.text}
            {!part.claim.supported && <span className="sr-only"> (not supported)</span>}
          </span>
        ) : (
          part.text
        ),
      )}
    </p>
  );
}
