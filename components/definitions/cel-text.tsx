import { join } from '@/components/ui/join';
import { type CelToken, tokenizeCel } from './tokenize-cel';

const colours: Record<CelToken['kind'], string> = {
  text: 'text-solved-text',
  number: 'text-attention-text',
  sign: 'text-ink-3',
  word: 'text-attention-text',
  name: '',
  call: '',
  rest: '',
};

/** An expression, lightly coloured; broken anywhere rather than cut. */
export function CelText({ cel, className }: { cel: string; className?: string }) {
  return (
    <code className={join('font-mono text-meta [overflow-wrap:anywhere] whitespace-pre-wrap text-ink-2', className)}>
      {tokenizeCel(cel).map(({ at, kind, text }) => (
        <span key={at} className={colours[kind]}>
          {text}
        </span>
      ))}
    </code>
  );
}
