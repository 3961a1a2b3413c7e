import { NothingHere } from '@/components/shell/nothing-here';

export default function NotFound() {
  return (
    <div className="flex h-dvh">
      <NothingHere />
    </div>
  );
}
