import type { Finding } from './check-writing.schema';

export type WritingFacts = {
  text: string;
  /** Kinds of card data in it, as the privacy room found them. */
  cardData: readonly string[];
  /** Actions of the conversation: the tool, and whether it is done, under way, or waits for somebody. */
  actions: readonly { tool: string; status: string }[];
  /** Addresses and numbers that belong here: the customer's, those in the conversation, our own. Small letters. */
  known: readonly string[];
  /** A sentence every conversation must hold; null where the setting wants none. */
  disclosure: string | null;
  /** What people have written to the customer before. */
  said: readonly string[];
};

type Words = { refund: RegExp; replacement: RegExp; date: RegExp; arrives: RegExp; promises: RegExp; hedges: RegExp };

const any = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'iu');

/**
 * By language: what is promised, the words that make a sentence a promise, and those that make it a question, a condition
 * or a refusal. A sentence is a promise when it has the first two and none of the last.
 */
const languages: Record<string, Words> = {
  en: {
    refund: any("refund(?:ed|ing|s)?|money back|credit(?:ed)? (?:to )?(?:you|your)[\\p{L}' ]*|reimburs\\p{L}+"),
    replacement: any('replacement|replace it|a new (?:one|set|pair|tent|jacket)|exchange(?:d)? (?:it|them)'),
    arrives: any('arriv\\p{L}+|deliver\\p{L}*|ship\\p{L}*|reach(?:es)? you|be with you|be there|send\\p{L}*|sent'),
    date: any(
      'today|tomorrow|tonight|(?:by|on|until|before|this|next)? ?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|within \\d+ (?:hours?|days?|weeks?)|in \\d+ (?:hours?|days?|weeks?)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}* \\d{1,2}|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|\\d{4}-\\d\\d-\\d\\d',
    ),
    promises: any(
      "will|(?:i|we|you|it|that|they|set|order|parcel)[’']ll|have|has|(?:i|we)[’']ve|am|are|is on its way|is|i[’']m|we[’']re|going to|shall|promise|guarantee\\p{L}*|reaches|arrives|leaves|ships",
    ),
    hedges: any(
      "if|whether|once|can(?:no|[’'])t|cannot|could|would|may|might|not|no|never|won[’']t|don[’']t|isn[’']t|usually|policy|asked for|your request|should you|when you (?:return|send)",
    ),
  },
  de: {
    refund: any(
      'erstatt\\p{L}*|rückerstatt\\p{L}*|geld zurück|gutschr\\p{L}*|gutgeschrieben|zurückerstatte\\p{L}*|zurücküberweis\\p{L}*',
    ),
    replacement: any('ersatz\\p{L}*|austausch\\p{L}*|ein neue[srn]?|eine neue|tauschen'),
    arrives: any(
      'ankomm\\p{L}*|kommt|an|liefer\\p{L}*|geliefert|versend\\p{L}*|verschick\\p{L}*|zugestellt|eintreffen|erreicht|bei ihnen|bei dir|schicke\\p{L}*|sende\\p{L}*',
    ),
    date: any(
      'heute|morgen|übermorgen|(?:am |bis |diesen |nächsten )?(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|in \\d+ (?:stunden?|tagen?|wochen?)|innerhalb von \\d+ (?:stunden|tagen|werktagen)|\\d{1,2}\\. ?(?:\\d{1,2}\\.|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)',
    ),
    promises: any(
      'werde|werden|wird|wirst|haben|habe|hat|wurde|ist|erstatte|erstatten|bekommen|bekommst|erhalten|erhältst|erhält|schicke|schicken|sende|senden|liefern|kommt|verspreche\\p{L}*|garantier\\p{L}*',
    ),
    hedges: any(
      'wenn|falls|ob|sobald|nicht|kein\\p{L}*|könn\\p{L}+|kann|leider|würde\\p{L}*|möchten|normalerweise|in der regel',
    ),
  },
  fr: {
    refund: any('rembours\\p{L}*|avoir|crédité\\p{L}*|recrédit\\p{L}*'),
    replacement: any('remplace\\p{L}*|échang\\p{L}*|un neuf|une neuve|un nouve(?:au|l)|une nouvelle'),
    arrives: any('arriv\\p{L}*|livr\\p{L}*|expédi\\p{L}*|envoy\\p{L}*|envoi\\p{L}*|recevrez|recevras|reçu'),
    date: any(
      "aujourd[’']hui|demain|après-demain|(?:ce |avant |d[’']ici )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|(?:dans|sous|d[’']ici) \\d+ (?:heures?|jours?|semaines?)|le \\d{1,2}(?:er)? (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)|\\d{1,2}/\\d{1,2}",
    ),
    promises: any(
      "(?:nous|je|vous|j)[’' ]*(?:allons|vais|avons|ai|serez|sera|recevrez|remboursons|rembourse)|sera|seront|serez|est|a été|arrivera|recevrez|recevras|remboursons|rembourse|remboursera|garantis\\p{L}*|promets",
    ),
    hedges: any('si|ne|pas|pouvons|peut|pourr\\p{L}+|voudriez|souhaitez|une fois|dès que|habituellement|en général'),
  },
  es: {
    refund: any('reembols\\p{L}*|devolver\\p{L}* el dinero|devolución|abon\\p{L}+ (?:a|en) su|reintegr\\p{L}*'),
    replacement: any('reemplaz\\p{L}*|cambi\\p{L}+|uno nuevo|una nueva|reposición|sustitu\\p{L}+'),
    arrives: any('lleg\\p{L}*|entreg\\p{L}*|envi\\p{L}*|envío|recibir\\p{L}*'),
    date: any(
      'hoy|mañana|pasado mañana|(?:el |este |antes del )?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|en \\d+ (?:horas?|días?|semanas?)|el \\d{1,2} de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)|\\d{1,2}/\\d{1,2}',
    ),
    promises: any(
      'vamos a|voy a|hemos|he|será|serán|ha sido|está|llegará|llega|recibirá\\p{L}*|reembolsaremos|reembolsamos|enviaremos|enviamos|le \\p{L}+remos|garantiz\\p{L}*|promet\\p{L}*',
    ),
    hedges: any('si|no|puede|podemos|podría\\p{L}*|cuando|una vez|normalmente|quisiera|desea'),
  },
};

const behind = new Set(['approved', 'started', 'succeeded', 'unknown']);
const sentences = /[^.!?\n]+[.!?]*/gu;
const emails = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
const phones = /(?<![\p{L}\p{N}-])\+?\d[\d ()./-]{7,18}\d(?![\p{L}\p{N}])/gu;

/** What a person should know of a reply before it goes out. Only card data holds it back; the rest informs. */
export function checkWriting(facts: WritingFacts): Finding[] {
  const { text, actions } = facts;
  if (text.trim() === '') return [];
  const findings: Finding[] = [];
  if (facts.cardData.length > 0)
    findings.push({ kind: 'card', says: 'Holds card data. Take it out: it is never sent or kept.', blocks: true });
  const promised = findPromises(text);
  for (const [kind, tool, thing] of [
    ['refund', /refund|credit|adjust/, 'a refund'],
    ['replacement', /replace|exchange|reship|warranty/, 'a replacement'],
  ] as const) {
    if (!promised.has(kind)) continue;
    const own = actions.filter((action) => tool.test(action.tool));
    if (own.some(({ status }) => behind.has(status))) continue;
    const waits = own.some(({ status }) => status === 'waiting_approval');
    findings.push({
      kind,
      says: waits
        ? `Promises ${thing} that still waits for approval.`
        : `Promises ${thing}, but no such action was taken here.`,
      blocks: false,
    });
  }
  const dated = actions.some(
    ({ tool, status }) => /ship|deliver|reschedul|address|replace/.test(tool) && behind.has(status),
  );
  if (promised.has('date') && !dated)
    findings.push({ kind: 'date', says: 'Promises a date that no action here stands behind.', blocks: false });
  const strange = findStrange(text, facts.known);
  if (strange)
    findings.push({
      kind: 'others_data',
      says: `Names ${strange}, which is not known of this customer.`,
      blocks: false,
    });
  const { disclosure } = facts;
  if (disclosure && ![text, ...facts.said].some((one) => one.includes(disclosure)))
    findings.push({ kind: 'disclosure', says: `Should say once: “${disclosure}”`, blocks: false });
  return findings;
}

function findPromises(text: string): Set<'refund' | 'replacement' | 'date'> {
  const found = new Set<'refund' | 'replacement' | 'date'>();
  for (const [sentence] of text.normalize('NFC').matchAll(sentences)) {
    if (sentence.trimEnd().endsWith('?')) continue;
    for (const words of Object.values(languages)) {
      if (!words.promises.test(sentence) || words.hedges.test(sentence)) continue;
      if (words.refund.test(sentence)) found.add('refund');
      if (words.replacement.test(sentence)) found.add('replacement');
      if (words.arrives.test(sentence) && words.date.test(sentence)) found.add('date');
    }
  }
  return found;
}

/** The first address or number that is nobody's here. Order numbers and amounts are too short for a phone number. */
function findStrange(text: string, known: readonly string[]): string | null {
  const digits = (value: string) => value.replace(/\D/g, '');
  for (const [email] of text.matchAll(emails)) if (!known.includes(email.toLowerCase())) return `the address ${email}`;
  const numbers = known.map(digits).filter(({ length }) => length >= 7);
  for (const [phone] of text.matchAll(phones)) {
    const own = digits(phone);
    if (own.length < 9 || own.length > 15 || /^\d{4}[-/.]\d\d[-/.]\d\d/.test(phone)) continue;
    if (!numbers.some((number) => number.endsWith(own.slice(-9)) || own.endsWith(number.slice(-9))))
      return `the number ${phone.trim()}`;
  }
  return null;
}
