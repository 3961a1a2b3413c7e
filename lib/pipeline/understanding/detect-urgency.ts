const signs: { pattern: RegExp; weight: number; reason: string }[] = [
  {
    pattern:
      /\b(urgent|urgently|urgency|asap|emergency|immediately|right away|right now|straight away|as soon as possible|at once)\b/i,
    weight: 0.6,
    reason: 'asks for speed',
  },
  {
    pattern:
      /\b(urgente|inmediatamente|cuanto antes|tout de suite|immédiatement|au plus vite|dringend|sofort|schnellstmöglich|imediatamente|subito|immediatamente)\b/i,
    weight: 0.6,
    reason: 'asks for speed',
  },
  {
    pattern: /\b(today|tonight|this (morning|afternoon|evening)|in an? (hour|few hours)|by (noon|tonight|tomorrow))\b/i,
    weight: 0.35,
    reason: 'within the day',
  },
  {
    pattern:
      /\b(tomorrow|leav(e|ing) (on|in|for)|before (my|our|the) (trip|flight|holiday|vacation|hike|wedding)|(trip|flight|expedition) (is|starts|leaves)|deadline|in time for)\b/i,
    weight: 0.3,
    reason: 'a date is close',
  },
  {
    pattern:
      /\b(still (no|not|nothing|waiting|haven'?t)|(second|third|fourth|2nd|3rd|4th) time|again and again|for (weeks|months)|nobody (answers|replies|has))\b/i,
    weight: 0.25,
    reason: 'has been waiting',
  },
  {
    pattern: /\b(hacked|stolen|someone (is using|used) my|locked out|fraudulent|unauthori[sz]ed)\b/i,
    weight: 0.4,
    reason: 'harm may be under way',
  },
  // Scripts without word ends.
  {
    pattern: /紧急|緊急|马上|馬上|立即|尽快|盡快|赶紧|至急|大至急|今すぐ|すぐに|急いで/,
    weight: 0.6,
    reason: 'asks for speed',
  },
  {
    pattern:
      /(?<!\p{L})(?:hoy mismo|para hoy|esta noche|aujourd'hui|ce soir|heute noch|bis heute|heute abend|hoje|esta noite|oggi|stasera|entro oggi|今天|今日中|本日中)(?!\p{L})/iu,
    weight: 0.35,
    reason: 'within the day',
  },
  { pattern: /!{2,}/, weight: 0.1, reason: 'exclamation' },
];

/** 0 can wait … 1 cannot. */
export function detectUrgency(text: string): { urgency: number; reason?: string } {
  let calm = 1;
  let reason: string | undefined;
  let heaviest = 0;
  for (const sign of signs) {
    if (!sign.pattern.test(text)) continue;
    calm *= 1 - sign.weight;
    if (sign.weight > heaviest) {
      heaviest = sign.weight;
      reason = sign.reason;
    }
  }
  return { urgency: Math.round((1 - calm) * 100) / 100, reason };
}
