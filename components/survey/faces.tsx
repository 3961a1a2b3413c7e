const mouths = [
  'M8 16.5c1-1.7 2.4-2.5 4-2.5s3 .8 4 2.5',
  'M8.5 16c.9-1 2.1-1.5 3.5-1.5s2.6.5 3.5 1.5',
  'M8.5 15.2h7',
  'M8.5 14.5c.9 1 2.1 1.5 3.5 1.5s2.6-.5 3.5-1.5',
  'M7.8 13.8c1 2 2.5 3 4.2 3s3.2-1 4.2-3',
];

/** 1 to 5 as a face; the number beside it is what counts. */
export function Face({ score }: { score: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <circle cx="12" cy="12" r="9.2" />
      <path d="M9 9.6v.6M15 9.6v.6" />
      <path d={mouths[score - 1]} />
    </svg>
  );
}

export function Tick() {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <circle cx="10" cy="10" r="7.5" />
      <path d="m6.8 10.2 2.2 2.2 4.2-4.6" />
    </svg>
  );
}
