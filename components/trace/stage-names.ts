const names: Record<string, string> = {
  intake: 'Intake',
  redaction: 'Redaction',
  understanding: 'Understanding',
  retrieval: 'Retrieval',
  planning: 'Plan',
  acting: 'Act',
  composing: 'Compose',
  checking: 'Quality',
  deciding: 'Decide',
  decision: 'Decide',
  saving: 'Save and deliver',
};

/** A stage as people call it; an unknown one by its own name. */
export function nameStage(stage: string): string {
  return names[stage] ?? stage.charAt(0).toUpperCase() + stage.slice(1).replaceAll('_', ' ');
}
