'use client';

import { AmountAndCaps } from './caps-part';
import { Facts } from './facts-part';
import type { PartProps } from './part';
import { Shows } from './shows-part';
import { SubjectFrom } from './subject-part';
import { Tools } from './tools-part';
import { Words } from './words-part';

/** What the rules stand on: the tools, the facts, the amount, the caps, and what the approver reads. */
export function PolicyParts(props: PartProps) {
  return (
    <div className="border-t border-line">
      <Tools {...props} />
      <Facts {...props} />
      <AmountAndCaps {...props} />
      <Shows {...props} />
      <SubjectFrom {...props} />
      <Words {...props} />
    </div>
  );
}
