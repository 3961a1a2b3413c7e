import { join } from './join';

type Props = { size?: number; tone?: 'brand' | 'assistant'; className?: string };

/** The sign of the house: a baton passed from violet to teal; as the assistant's sign it is violet alone. */
export function BatonMark({ size = 16, tone = 'assistant', className }: Props) {
  const [from, to] =
    tone === 'brand' ? ['text-assistant', 'text-accent'] : ['text-assistant-text', 'text-assistant opacity-60'];
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={tone === 'brand' ? 3.2 : 2.9}
      strokeLinecap="round"
      aria-hidden="true"
      className={join('block flex-none', className)}
    >
      <path d="M8.2 7.8 13 3" className={to} stroke="currentColor" />
      <path d="M3 13 7.2 8.8" className={from} stroke="currentColor" />
    </svg>
  );
}
