import type { LanguageModelV4GenerateResult } from '@ai-sdk/provider';
import type { FailureKind } from './name-failure';

/** What cannot be an answer, whoever asked. */
export function faultOf({
  content,
  finishReason,
}: Pick<LanguageModelV4GenerateResult, 'content' | 'finishReason'>): FailureKind | null {
  if (finishReason.unified === 'length') return 'too_long';
  if (finishReason.unified === 'content-filter') return 'refused';
  const said = content.some((part) => part.type === 'tool-call' || (part.type === 'text' && part.text.trim() !== ''));
  return said ? null : 'nothing';
}
