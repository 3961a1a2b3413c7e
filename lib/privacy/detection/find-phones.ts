import type { Span } from './span';

const groups =
  /(?<![\p{L}\p{N}+$€£¥_-]|[$€£¥]\s|\d[.,:/])(?:\+|00)?\(?\d{1,6}\)?(?:(?: ?[-–‑/.] ?| {0,2})\(?\d{1,6}\)?){0,7}(?!\p{N}|_|\p{L}{2}|[.,:]\d|-\d|[%€$£¥]| ?%)(?:\s{0,2}(?:x|ext\.?|extension|#)\s?\d{1,6}(?!\p{N}))?/giu;
const plainWithExtension = /(?:x|ext\.?|extension|#)\s?\d{1,6}$/i;

const cue =
  /(?<!\p{L})(?:phone|tel|telephone|mobile|cell|cellphone|fax|call|called|calling|calls|ring|text|sms|whatsapp|reach|dial|contact|callback|answering|landline|teléfono|telefono|móvil|celular|llam\p{L}*|portable|téléphone|appel\p{L}*|joign\p{L}*|handy|telefon\p{L}*|rufnummer|anruf\p{L}*|ruf\p{L}*|telefone|telemóvel|lig\p{L}*|cellulare|chiam\p{L}*|telefoon\p{L}*|bel|mobiel|puh|gsm|тел|телефон|电话|手机|電話|携帯|number|nummer|número|numéro)(?![\p{L}])[^\n]{0,28}\n?[^\n]{0,12}$/iu;
const otherNumber =
  /(?<!\p{L})(?:orders?|invoices?|tracking|ref|reference|ticket|case|serial|policy|account|acct|sku|item|article|part|model|apt|apartment|suite|unit|flat|room|box|zip|postcode|code|pin|version|id|pedido|factura|commande|facture|bestellung|bestellnummer|rechnung|kundennummer|sendungsnummer|ordine|fattura|zamówienie|订单|订单号|注文)(?:\s(?:number|no|nr|num|is|was|n°|número|nummer))?\.?[\s:#°º-]{0,4}(?:is\s)?(?:[\p{L}]{0,3}-?\d[\d-]*(?:,| and| or| y| et| und)\s)*$/iu;
const labelAfter =
  /^[ \t]*[(,-]?[ \t]*(?:phone|tel|office|fax|mobile|cell|home|work|direct|main|handy|büro|privat|bureau|móvil|oficina|casa|ufficio|cellulare)(?!\p{L})/iu;
const money =
  /^\s?(?:usd|eur|gbp|chf|jpy|dollars?|euros?|pounds?|kr|zł|people|years?|days?|units?|km|kg|g|m|cm|mm|ml|l)(?!\p{L})/iu;

/** Telephone numbers as people in many countries write them, told from dates, amounts and order numbers. */
export function findPhones(text: string): (Span & { sure: boolean })[] {
  const found: (Span & { sure: boolean })[] = [];
  for (const match of text.matchAll(groups)) {
    const before = text.slice(Math.max(0, match.index - 48), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 16);
    const written = match[0].trimEnd();
    const sure = isPhone(written, before, after);
    if (sure !== undefined) found.push({ start: match.index, end: match.index + written.length, sure });
  }
  return found;
}

/** Whether it is one; not sure where the same digits may be a house number and what follows it. */
function isPhone(written: string, before: string, after: string): boolean | undefined {
  const extended = plainWithExtension.test(written);
  const main = written.replace(plainWithExtension, '').trimEnd();
  const parts = main.match(/\d+/g) ?? [];
  const count = parts.join('').length;
  if (count > 15 || count < 6 || balance(main) !== 0) return undefined;
  if (/^(?:\+|\(\+|00\d)/.test(main) && count >= 8) return true;
  if (isSomethingElse(main, parts, before, after)) return undefined;
  if (cue.test(before)) return count >= (parts.length > 1 ? 6 : 7) && !isAmount(main, parts) ? true : undefined;
  if ((extended && count >= 7) || (labelAfter.test(after) && parts.length > 1)) return true;
  if (parts.length === 1) return /^(?:[2-9]\d{2}[2-9]\d{6}|0[1-9]\d{8,9})$/.test(main) ? true : undefined;
  if (count < 7 || isAmount(main, parts) || !fitsGroups(main, parts)) return undefined;
  // A house number goes before its street: what ends its line or sentence is none.
  return /^[ \t]*(?:[\n.,;:!?)]|$)/.test(after) || /[().-]/.test(main) || parts.length > 3;
}

function isSomethingElse(main: string, parts: string[], before: string, after: string): boolean {
  if (/#\s?$/.test(before) && !cue.test(before.replace(/[\s#]+$/, ''))) return true;
  if (/^-\p{L}/u.test(after) && !labelAfter.test(after)) return true;
  return isDate(main, parts) || isPeriod(parts) || money.test(after) || otherNumber.test(before);
}

function fitsGroups(main: string, parts: string[]): boolean {
  if (/\(\d{1,5}\)/.test(main)) return true;
  if (/\//.test(main) && !/^0/.test(main)) return false;
  const sizes = parts.map((part) => part.length);
  // Two rows of five are as often two order numbers.
  if (sizes.every((size) => size === 5)) return false;
  // A house number and a postal code
  if (parts.length === 2 && sizes[1] === 5 && !/^0/.test(main)) return false;
  if (parts.length === 2) return sizes[0]! <= 4 && sizes[1]! >= 3 && (sizes[0]! > 1 || parts[0] === '0');
  return sizes.filter((size) => size === 1).length <= 1 && sizes.every((size) => size <= 5);
}

const balance = (text: string) => (text.match(/\(/g)?.length ?? 0) - (text.match(/\)/g)?.length ?? 0);

function isDate(main: string, parts: string[]): boolean {
  if (parts.length < 3) return false;
  const [a, b, c] = parts.map(Number) as [number, number, number];
  const separators = main.replace(/[\d ]/g, '');
  if (!/^([-./])\1/.test(separators) && !/^\s*\d+ \d+ \d+$/.test(main)) return false;
  const year = (value: number, size: number) => (size === 4 ? value >= 1900 && value <= 2100 : false);
  if (year(a, parts[0]!.length) && b >= 1 && b <= 12 && c >= 1 && c <= 31) return true;
  return (
    a >= 1 &&
    b >= 1 &&
    a <= 31 &&
    b <= 31 &&
    (a <= 12 || b <= 12) &&
    (year(c, parts[2]!.length) || (parts.length === 3 && parts[2]!.length === 2 && parts[0]!.length <= 2))
  );
}

/** Years side by side: 2019-2020. */
const isPeriod = (parts: string[]) => parts.length === 2 && parts.every((part) => /^(?:19|20)\d{2}$/.test(part));

/** A number in groups of three: 1.234.567, 12 500. */
function isAmount(main: string, parts: string[]): boolean {
  if (/^0/.test(main) || /[-()/]/.test(main)) return false;
  const threes = parts.slice(1).every((part) => part.length === 3);
  return (
    threes &&
    (parts.length === 2
      ? parts[0]!.length <= 3
      : parts[0]!.length === 1 || (/\./.test(main) && parts.length > 2 && parts[0]!.length < 3))
  );
}
