/** `weight`: how likely a text with the sign is meant for the machine and not for the shop, all else unknown. */
export type Sign = { pattern: RegExp; weight: number };

// JavaScript's \b knows ASCII letters only: "é" would count as the end of a word.
const from = '(?<![\\p{L}\\p{N}])';
const to = '(?![\\p{L}\\p{N}])';
const say = (source: string, weight: number): Sign => ({
  pattern: new RegExp(`${from}(?:${source})${to}`, 'iu'),
  weight,
});

const instructions =
  '(?:instructions?|prompts?|rules?|commands?|guidelines?|tasks?|assignments?|anweisung\\p{L}*|instruktion\\p{L}*|befehle?n?|regeln|aufgaben?|angaben|vorgaben|instrucciones|reglas|órdenes|consignes?|règles|instruções|regras|istruzioni|regole|instrukcij\\p{L}*|instrukcj\\p{L}*|uputstva|инструкци\\p{L}*|указани\\p{L}*|правила|instructies|opdrachten|polecenia)';
const before =
  "(?:everything|anything|all (?:of )?(?:that|this|the above)|the above|what (?:was|i|you|has been|you've been) (?:said|told|were told)|alles(?: (?:davor|bisherige|vorherige|gesagte|andere))?|(?:die )?obige\\p{L}*|vorherige\\p{L}*|bisherige\\p{L}*|todo(?: lo anterior)?|lo anterior|tout(?: ce qui précède)?|ce qui précède|tudo|tutto|sve|вс[её]|wszystko)";
const drop =
  '(?:ignor\\p{L}*|disregard\\p{L}*|forget|overrid\\p{L}*|vergiss|vergessen sie|missachte\\p{L}*|olvid[ae]\\p{L}*|oubli(?:e|ez|er)|esque[cç][ae]\\p{L}*|dimentic\\p{L}*|zaborav\\p{L}*|zapomni\\p{L}*|vergeet|negeer|забуд\\p{L}*|игнорир\\p{L}*)';

/** Ways of talking to a machine about itself, in the languages customers write in and some that attacks like. */
export const phrases: Sign[] = [
  say(`${drop}.{0,60}${instructions}`, 0.8),
  say(`${instructions}.{0,60}(?:ignorieren|vergessen|ignorar|ignorer|oublier|olvidar|außer acht)`, 0.7),
  // "I forgot everything" is a customer's trouble, "forget everything" an order.
  say(
    `(?<!(?:i|to|not|never|don't|ich|nicht)\\s)${drop} (?:about |now |nun |jetzt |einfach |bitte |mal )*${before}`,
    0.7,
  ),
  say(
    "(?:despite|regardless of|contrary to) (?:what|everything) (?:you|you've|you were|was|has been).{0,30}(?:told|said|instructed)",
    0.6,
  ),
  say('(?:lass(?:e|en sie)?|leave) (?:bitte )?(?:alle|all) (?:vorherigen|bisherigen|previous|prior|earlier)', 0.7),
  say('(?:abweichend|entgegen|anders als) (?:zu|von|den|der) (?:den |der )?(?:vorherigen|bisherigen|obigen)', 0.6),
  // A new task, a new start
  say(
    '(?:your |deine |ihre |nun folgen |here (?:is|are) |neue[nr]?|weitere|a |the )\\s?(?:new|neue[nr]?|next|nächste|weitere)? ?(?:tasks?|aufgaben?) (?:is|are|ist|lautet|:|now|nun)',
    0.55,
  ),
  say(
    '(?:new|neuen?|weitere) (?:tasks?|aufgaben?|instructions?|anweisungen) (?:follow|folgen)|(?:nun|jetzt|now) (?:folgen|follow) (?:neue|weitere|new|further)|(?:starten|beginnen|start|begin) (?:wir )?(?:von neu|von vorne?|all over again with|afresh)|nuevas? (?:tareas?|instrucciones)|nouvelles? (?:tâches?|instructions)|nov[ao]s? (?:tarefas?|instruções)|nuov[eio] (?:compit[oi]|istruzioni)',
    0.6,
  ),
  say('your (?:new )?(?:instructions?|task|role|job|goal|purpose) (?:is|are|will be) (?:now |to )', 0.6),
  say('(?:focus|konzentrier\\p{L}* dich) (?:now |jetzt |nun )?(?:on|auf) (?:your|deine) (?:new|neue)', 0.7),
  // Another role
  say(
    "(?:i want|i need|i would like|i'd like|please|now|then)?,? ?(?:you (?:to|will|should|must) )?act as (?:an?|the|my|if)",
    0.55,
  ),
  say(
    "(?:you are|you're) (?:now )?(?:going to )?(?:role-?play\\p{L}*|an? (?:ai|language model|expert|hacker|pirate|linux|python|terminal))",
    0.55,
  ),
  say(
    "(?:now|okay,?|from now on,?|henceforth,?|imagine(?: that)?,?) you(?:'re| are) (?!able|saying|telling|charging|asking|going to (?:charge|send|refund))",
    0.5,
  ),
  say(
    '(?:als|wie) (?:ein\\p{L}* |der |die |das )?[\\p{L}-]+(?:,? [\\p{L}-]+){0,4} (?:fungier\\p{L}*|agier\\p{L}*|handel\\p{L}*)|(?:fungier|agier)(?:e|en|st|t)? (?:sie )?als|(?:nun|jetzt|ab jetzt) bist du|du (?:gehst|bist) (?:vollkommen|völlig|ganz) in deiner rolle|schlüpf\\p{L}* in die rolle',
    0.6,
  ),
  say(
    '(?:actúa|actuar|compórtate) como|ahora eres|(?:agis|agissez|comporte-toi) (?:en tant que|comme)|tu es (?:maintenant|désormais)|vous êtes (?:maintenant|désormais)|(?:aja|atue) como|agora você é|(?:agisci|comportati) come|ora sei',
    0.55,
  ),
  say(
    '(?:absorbed|stay|remain|speak|answer|respond) (?:fully |completely )?in (?:your|the|that) (?:role|character)|break character',
    0.6,
  ),
  // What is behind the curtain
  say(
    'prompts?[ _-]?texte?s?|(?:your|deine|ihre|tus|tes|vos|seus|tuoi) (?:system[ -]?)?prompts?|prompt (?:injection|above|leak\\p{L}*)',
    0.75,
  ),
  say(
    '(?:answer|respond|reply|antworte) (?:by|from|with|using|aus) (?:your|deinem) (?:own|eigenen) (?:knowledge|wissen)|(?:not|without|disregarding|ignoring) (?:by |using |the )*(?:the )?(?:articles|documents|context|sources)',
    0.55,
  ),
  // Words put into its mouth
  say(
    '(?:say|state|tell me|repeat|output|print|write|answer|respond|sag|sage|gib|dis|dites|di|skaži|скажите|diga) (?:that |dass |que |che |, dass )?(?:you|du|tu|vous|usted|você|i|we) (?:really |all )?(?:hate|love|are (?:stupid|evil|dumb|bad)|hasst|liebst|hass|détest\\p{L}*|odia\\p{L}*)',
    0.6,
  ),
  say(
    "(?:say|tell|dites|dis|sag\\p{L}*|скажите|di|diga|dica) (?:me )?(?:the following|ce qui suit|(?:по-\\p{L}+ )?следующее|folgendes|lo siguiente|o seguinte|quanto segue)|(?:just|only) (?:output|print|say|write|answer|respond with)|(?:do not|don't) answer (?:this|the|that) question|(?:execute|run) the following|nothing else than the (?:output|answer)",
    0.55,
  ),
  say(
    '(?:say|answer|respond|sag\\p{L}*|antworte) (?:with )?["„“\']?(?:yes|no|ja|nein)["”“\']?(?: only| nur)?[.!?]?$',
    0.5,
  ),
  // Work that no shop does
  say(
    '(?:write|compose|generate|create|formulate|schreib\\p{L}*|verfass\\p{L}*|formulier\\p{L}*|escrib\\p{L}*|écri\\p{L}*|escrev\\p{L}*|scriv\\p{L}*)(?: \\p{L}+){0,5} (?:manifesto|essay|poem|plea|rap|limerick|sonnet|novel|headlines?|propaganda|speech|python|c\\+\\+|javascript|code|manifest|gedicht|aufsatz|überschrift\\p{L}*|plädoyer|roman|discurso|poema|ensayo|poème|discours|essai|saggio)',
    0.55,
  ),
  say(
    '(?:linux|unix|bash|python|sql) (?:terminal|console|shell|interpreter)|(?:offensive|racist|sexist) (?:joke|rhyme|poem|remark)|delete (?:the|your|all) (?:database|data|files)|erase (?:a|the|your) (?:database|data|memory)',
    0.6,
  ),
  // "S a y  t h a t": parted so that a list of words does not find it.
  { pattern: /(?:(?<!\p{L})\p{L}[ .·-]){7,}\p{L}(?!\p{L})/u, weight: 0.6 },
];
