'use client';

import { Paperclip, Search } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Segments } from '@/components/ui/segments';
import { SelectField } from '@/components/ui/select-field';
import { Switch } from '@/components/ui/switch';
import { TextAreaField } from '@/components/ui/text-area-field';
import { Shown } from './shown';

const ranges = [
  ['day', 'Day'],
  ['week', 'Week', 12],
  ['month', 'Month'],
] as const;

/** What is pressed, ticked and filled in. */
export function KitControls() {
  const [live, setLive] = useState(true);
  const [ticked, setTicked] = useState(true);
  const [range, setRange] = useState<(typeof ranges)[number][0]>('day');
  return (
    <>
      <Shown title="Buttons: filled, soft, outlined, plain, dangerous, not yet, under way">
        <div className="flex flex-wrap items-center gap-2">
          <Button look="filled" keys={['⌘', '⏎']}>
            Send
          </Button>
          <Button look="soft" keys={['1']}>
            Accept
          </Button>
          <Button keys={['E']}>Solve</Button>
          <Button look="plain">Hand back</Button>
          <Button look="danger-plain">Deny</Button>
          <Button look="danger">Deny refund</Button>
          <Button look="filled" disabled>
            Send
          </Button>
          <Button busy>Saving</Button>
          <IconButton icon={Paperclip} label="Attach" />
          <IconButton icon={Search} label="Search" pressed />
        </div>
      </Shown>
      <Shown title="Fields: at rest, with help, wrong, several lines, one of a few">
        <div className="grid grid-cols-2 gap-4 max-pane:grid-cols-1">
          <Field label="Name of the rule" defaultValue="over-500" />
          <Field label="Limit" defaultValue="$500.00" help="Over it a supervisor is asked." />
          <Field label="Approver" defaultValue="nobody@" wrong="No agent has this address" />
          <SelectField label="Team" defaultValue="billing">
            <option value="billing">Billing</option>
            <option value="orders">Orders and shipping</option>
          </SelectField>
          <TextAreaField label="What the customer hears" defaultValue="I pass this to a colleague who may decide it." />
        </div>
      </Shown>
      <Shown title="Switch, box, segments">
        <div className="flex flex-wrap items-center gap-6">
          <Switch label="Live" checked={live} onChange={setLive} />
          <Switch label="Off" checked={false} disabled onChange={() => undefined} />
          <span className="flex items-center gap-2">
            <Checkbox label="Chosen" checked={ticked} onChange={setTicked} />
            Chosen
          </span>
          <span className="flex items-center gap-2">
            <Checkbox label="Not" checked={!ticked} onChange={(not) => setTicked(!not)} />
            Not
          </span>
          <Segments label="Range" options={ranges} chosen={range} onChoose={setRange} />
        </div>
      </Shown>
    </>
  );
}
