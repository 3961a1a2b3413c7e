import { detectAll } from 'tinyld';

/** Under this a text says too little: "ok", "NL-48213". */
const FEWEST_LETTERS = 3;

/**
 * The commonest small words of a language decide short messages, where letter statistics guess wildly
 * ("where is it" has been taken for Dutch). Words shared by several languages count for each of them.
 */
const smallWords: Record<string, Set<string>> = {
  en: words(
    'the is are was were a an my your our i you he she it we they and or but not to of in on for with at from have has had do does did can could would will please hi hello hey thanks thank yes where what when how why who order want need this that there been be me get got refund cancel help just now card password account address delivery shipped subscription forgot return exchange late wrong working size invoice',
  ),
  es: words(
    'el la los las un una unos mi tu su yo usted es está estoy son fue y o pero no de del en por para con sin qué que dónde donde cuándo cuando cómo como quiero necesito hola gracias sí por favor me se lo pedido puedo tengo ha he muy quisiera cancelar buenos buenas días ayuda cancelar suscripción envío dirección contraseña olvidé cambiar devolver reembolso paquete tarjeta cuenta',
  ),
  fr: words(
    "le la les un une des mon ma mes ton votre vos je tu vous il elle nous est sont suis et ou mais ne pas de du en dans pour avec sans que qui où quand comment pourquoi veux voudrais bonjour merci oui s'il plaît svp commande c'est j'ai n'ai ce cette ça au aux sur puis puis-je colis salut avez mot oublié annuler abonnement colis livraison adresse remboursement changer retour cassé aide",
  ),
  de: words(
    'der die das den dem ein eine einen mein meine meinen ihr ihre ich du sie wir es ist sind war und oder aber nicht kein keine von zu im in für mit auf wo was wann wie warum wer möchte will brauche hallo danke bitte ja nein bestellung kann können habe hat wurde noch guten tag mich mir nach paket passwort vergessen kündigen abo lieferung lieferadresse ändern rückgabe geld zurück konto rechnung stornieren',
  ),
  pt: words(
    'o a os as um uma meu minha meus seu sua eu você é está estou são foi e ou mas não de do da dos das em no na por para com sem que onde quando como quero preciso olá obrigado obrigada sim por favor me se pedido posso tenho já muito gostaria bom dia encomenda oi ainda cancelar assinatura senha esqueci entrega endereço devolver reembolso pacote cartão conta cancelamento',
  ),
  it: words(
    "il lo la i gli le un una mio mia miei tuo suo io lei è sono sei era e o ma non di del della dei in nel per con senza che chi dove dov'è quando come perché voglio vorrei ciao buongiorno grazie sì per favore mi si ordine posso ho ha molto cosa questo ancora pacco al alla annullare abbonamento ordine spedizione indirizzo rimborso pacco dimenticato restituire carta",
  ),
  nl: words(
    'de het een mijn jouw uw ik jij je u hij zij wij is zijn was en of maar niet geen van naar in op voor met aan waar wat wanneer hoe waarom wie wil graag hallo dank bedankt ja nee alstublieft bestelling kan kunt heb heeft nog er dit dat mij bij pakket',
  ),
  pl: words(
    'jest są był moje moja mój mam nie i lub ale w we na do z ze od dla po za co kto gdzie kiedy jak dlaczego chcę chciałbym chciałabym cześć dzień dobry dziękuję tak proszę zamówienie mogę się to ten ta czy już jeszcze mi mnie paczka',
  ),
};

// Letter statistics choose among these only: asked for any language, they find Tagalog in "top-up".
const told = [
  'en',
  'es',
  'fr',
  'de',
  'pt',
  'it',
  'nl',
  'pl',
  'sv',
  'da',
  'no',
  'fi',
  'cs',
  'ro',
  'hu',
  'tr',
  'ru',
  'uk',
  'el',
  'ar',
  'he',
  'hi',
  'vi',
  'th',
  'id',
];

const letters: Record<string, RegExp> = {
  es: /[ñ¿¡]/i,
  de: /[ßäöü]/i,
  pt: /[ãõ]/i,
  fr: /[êèçûœ]|\b[ldjcnsq]'[aeiouhéê]/i,
  pl: /[ąęłśźżńć]/i,
};

/** ISO 639-1, or `und` when the text is too short or too strange to tell. */
export function detectLanguage(text: string): string {
  const plain = text
    .replace(/\[[A-Z][A-Z_]*_\d+\]|https?:\S+|\S+@\S+|\b[A-Z]{2,4}-?\d+\b/g, ' ')
    .normalize('NFC')
    .slice(0, 2_000);
  const script = detectScript(plain);
  if (script) return script;
  const tokens =
    plain
      .toLowerCase()
      .replace(/[’]/g, "'")
      .match(/\p{L}[\p{L}'-]*/gu) ?? [];
  if (tokens.join('').length < FEWEST_LETTERS) return 'und';

  const scores = Object.entries(smallWords).map(([language, known]) => {
    let hits = 0;
    for (const token of tokens) if (known.has(token) || known.has(token.split("'")[0]!)) hits++;
    if (letters[language]?.test(plain)) hits += 1.5;
    return { language, share: hits / tokens.length };
  });
  scores.sort((a, b) => b.share - a.share);
  const [first, second] = scores as [(typeof scores)[0], (typeof scores)[0]];
  if (first.share >= 0.2 && first.share - second.share >= 0.08) return first.language;

  if (tokens.length < 3) return first.share > second.share ? first.language : 'und';
  // Small words were no help: letter statistics, among the languages that small words did not rule out.
  const guess = detectAll(plain, { only: told })[0];
  if (guess && guess.accuracy >= 0.15) return guess.lang;
  return first.share > 0 ? first.language : 'und';
}

function detectScript(text: string): string | undefined {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(/\p{Script=Han}/gu);
  if (kana > 0 && kana + han >= 2) return 'ja';
  if (han >= 2) return 'zh';
  if (count(/\p{Script=Hangul}/gu) >= 2) return 'ko';
  return undefined;
}

function words(list: string): Set<string> {
  return new Set(list.split(' '));
}
