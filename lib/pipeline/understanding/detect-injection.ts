import type { Sign } from './injection-phrases';
import { phrases } from './injection-phrases';

/** Marks that have no language. What is said in words stands in injection-phrases.ts. */
const signs: Sign[] = [
  ...phrases,
  {
    pattern:
      /\b(?:ignore|disregard|forget|override|bypass|skip|drop)\b.{0,40}\b(?:previous|prior|above|earlier|preceding|all|your|the|any|my)\b.{0,30}\b(?:instruction|prompt|rule|guideline|direction|command|polic(?:y|ies)|context|training|task|assignment|text)s?\b/i,
    weight: 0.9,
  },
  {
    pattern:
      /\b(?:ignora|olvida|vergiss|vergessen sie|ignorier(?:e|en)?|oublie[zr]?|ignore[zr]?|esque[cç]a|dimentica)\b.{0,50}\b(?:instruc\w+|anweisung\w*|instruktion\w*|consignes?|instruç\w+|istruzion\w+|regeln|regl\w+|aufgaben?)\b/i,
    weight: 0.9,
  },
  { pattern: /\b(?:system|developer|hidden|initial|secret|original) (?:prompt|instructions?|message)\b/i, weight: 0.7 },
  {
    pattern:
      /\b(?:reveal|show|print|repeat|output|tell me|give me|display|what (?:is|are))\b.{0,30}\b(?:your|the) (?:system |full |initial |exact )?(?:prompt|instructions|rules you (?:were|are)|configuration)\b/i,
    weight: 0.75,
  },
  { pattern: /(?:^|\n)\s*[[(<#*]*\s*(?:system|assistant|developer)\s*[\])>]*\s*:/i, weight: 0.8 },
  {
    pattern: /<\|?(?:im_start|im_end|system|endoftext)\|?>|\[\/?INST\]|<<SYS>>|###\s*(?:instruction|system)/i,
    weight: 0.9,
  },
  {
    pattern:
      /\b(?:you are now|from now on,? you(?: are|'re| will)|act as (?:if you|an? (?:unrestricted|different|evil|admin|root|developer|hacker))|pretend (?:to be|you are|you're)|role-?play as|imagine you are|du bist (?:jetzt|nun)|stell dir vor,? du)\b/i,
    weight: 0.6,
  },
  {
    pattern:
      /\b(?:jailbreak|DAN mode|developer mode|god mode|sudo mode|unrestricted mode|no restrictions|without (?:any )?(?:restrictions|filters|censorship))\b/i,
    weight: 0.8,
  },
  {
    pattern:
      /\b(?:a |your |the )?(?:supervisor|manager|admin(?:istrator)?|ceo|developer) (?:has |have )?(?:already )?(?:approved|authori[sz]ed|pre-?approved|allowed) (?:this|it|the|a|all|me|unlimited)\b/i,
    weight: 0.55,
  },
  {
    pattern:
      /\b(?:list|show|give|send|dump|export)\b.{0,30}\b(?:other|all|every|another) (?:customers?'?s?|users?'?s?|people'?s?|accounts?)\b.{0,30}\b(?:orders?|data|emails?|addresses|details|accounts?|information|records?)\b/i,
    weight: 0.75,
  },
  {
    pattern: /\b(?:call|invoke|execute|run|use) (?:the )?(?:function|tool|api|command|sql|query|refund_\w+|\w+_\w+\()/i,
    weight: 0.5,
  },
  { pattern: /!\[[^\]]*\]\(https?:|<img\b|<script\b|<iframe\b|javascript:/i, weight: 0.6 },
  // Tag characters and long runs of zero-width ones carry text that people cannot see.
  { pattern: /[\u{E0020}-\u{E007F}]|[\u200B\u200C\u2060\uFEFF]{3,}/u, weight: 0.9 },
  { pattern: /(?:^|\s)(?:[A-Za-z0-9+/]{4}){20,}={0,2}(?:\s|$)/, weight: 0.5 },
  { pattern: /\b(?:drop table|union select|; ?delete from|' or '?1'?='?1)\b/i, weight: 0.6 },
];

/**
 * How much the text tries to steer a machine instead of asking for something. It may only make what follows stricter;
 * safety does not rest on it. Weights are set for next to no false alarms on ordinary questions, not for finding everything.
 */
export function detectInjection(text: string): number {
  const plain = text.normalize('NFKC').replace(/[’]/g, "'").slice(0, 20_000);
  // Letters parted by zero-width characters read as whole words to a model, so they have to here.
  const joined = plain.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '');
  let safe = 1;
  for (const { pattern, weight } of signs) if (pattern.test(plain) || pattern.test(joined)) safe *= 1 - weight;
  return Math.round((1 - safe) * 100) / 100;
}
