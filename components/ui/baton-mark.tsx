import { join } from './join';

type Props = { size?: number; tone?: 'brand' | 'assistant'; className?: string };

/** The sign of the house: a baton passed from violet to teal; as the assistant's sign it is violet alone. */
export function BatonMark({ size = 16, tone = 'assistant', className }: Props) {
  const [from, to] =
    tone === 'brand' ? ['text-assistant', 'text-accent'] : ['text-assistant-text', 'text-assistant-text opacity-55'];
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={3.7}
      strokeLinecap="round"
      aria-hidden="true"
      className={join('block flex-none', className)}
    >
      <path d="M8.3 7.7 12.5 3.5" className={to} stroke="currentColor" />
      <path d="M3.5 12.5 7.1 8.9" className={from} stroke="currentColor" />
    </svg>
  );
}
