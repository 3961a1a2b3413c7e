'use client';

import { FlaskConical, ScanSearch, Send } from 'lucide-react';
import { useState } from 'react';
import { callForTrial } from '@/app/(workspace)/automation/tools/actions';
import { useTrial } from '@/components/shell/use-change';
import { Button } from '@/components/ui/button';
import type { ToolView } from '@/lib/tools/registry.schema';
import { ArgumentField } from './argument-field';
import { type Chosen, CustomerField } from './customer-field';
import { readArguments, type Typed } from './read-arguments';
import { readFields } from './read-fields';
import { TrialResult } from './trial-result';

type Props = Pick<ToolView, 'tool' | 'connector'>;

/** A tool tried by hand: a read for real, a write as what would be sent and what the policies would say of it. */
export function TryTool({ tool, connector }: Props) {
  const [customer, setCustomer] = useState<Chosen | null>(null);
  const [typed, setTyped] = useState<Typed>({});
  const [shown, setShown] = useState(false);
  const trying = useTrial(callForTrial);
  const served = [tool.subjectArgument, tool.keyArgument];
  const fields = readFields(tool.inputSchema).filter(({ name }) => !served.includes(name));
  const { args, wrong } = readArguments(tool.inputSchema, typed, served);
  const faulty = Object.keys(wrong).length > 0;
  const ask = (send: boolean) => {
    setShown(true);
    if (!faulty) trying.mutate({ id: tool.id, customerId: customer?.id ?? null, args, send });
  };
  const busy = (send: boolean) => trying.isPending && trying.variables?.send === send;
  return (
    <section aria-labelledby="try-tool" className="py-5">
      <h2 id="try-tool" className="font-strong">
        Try it
      </h2>
      <p className="mt-1 mb-4 max-w-[720px] text-pretty text-ink-2">
        {!tool.write
          ? 'It is really asked, and that stands in the audit trail.'
          : connector.sandbox
            ? 'Look at what would be sent and what the policies would say. This system is a sandbox: it can be sent for real.'
            : 'Nothing is sent: you see what would be, and what the policies would say.'}
      </p>
      <form
        aria-label="Try it"
        className="flex max-w-[560px] flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          ask(!tool.write);
        }}
      >
        {(tool.subjectArgument || tool.write) && <CustomerField chosen={customer} onChoose={setCustomer} />}
        {fields.map((field) => (
          <ArgumentField
            key={field.name}
            field={field}
            value={typed[field.name] ?? ''}
            wrong={shown ? (wrong[field.name] ?? null) : null}
            onChange={(value) => setTyped((now) => ({ ...now, [field.name]: value }))}
          />
        ))}
        <div className="flex flex-wrap gap-2">
          {tool.write ? (
            <>
              <Button type="submit" size="form" look="filled" icon={ScanSearch} busy={busy(false)}>
                Show what would happen
              </Button>
              {connector.sandbox && (
                <Button size="form" icon={Send} busy={busy(true)} onClick={() => ask(true)}>
                  Send for real
                </Button>
              )}
            </>
          ) : (
            <Button type="submit" size="form" look="filled" icon={FlaskConical} busy={busy(true)}>
              Ask it
            </Button>
          )}
        </div>
      </form>
      {trying.isError && (
        <p role="alert" className="mt-4 text-danger-text">
          {trying.error.message}
        </p>
      )}
      {trying.data && !trying.isPending && <TrialResult tried={trying.data} />}
    </section>
  );
}
