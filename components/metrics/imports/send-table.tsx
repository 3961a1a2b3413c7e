'use client';

import { FileUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import { toast } from 'sonner';
import { useMay } from '@/components/shell/me';
import { Button } from '@/components/ui/button';
import { mostHistoryBytes } from '@/lib/history/history.schema';
import { useSendTable } from './queries';

/** Chooses a table of old tickets and leads to where its columns are explained. Who may not arrange the desk has none. */
export function SendTable({
  look = 'filled',
  says = 'Bring in a CSV',
}: {
  look?: 'filled' | 'outlined';
  says?: string;
}) {
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const sending = useSendTable();
  const may = useMay('desk.administer');
  if (!may) return null;
  const send = (file: File) => {
    if (file.size > mostHistoryBytes) {
      toast.error('The file was not sent', { description: 'A file may have 100 MB. Export fewer months at a time.' });
      return;
    }
    sending.mutate(file, {
      onSuccess: (id) => router.push(`/metrics/automate/imports/${id}`),
      onError: (error) => toast.error('The file was not taken', { description: error.message }),
    });
  };
  return (
    <>
      <Button size="form" look={look} icon={FileUp} busy={sending.isPending} onClick={() => field.current?.click()}>
        {sending.isPending ? 'Sending' : says}
      </Button>
      <input
        ref={field}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        aria-label="Table of old tickets"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) send(file);
        }}
      />
    </>
  );
}
