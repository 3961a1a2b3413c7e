const person =
  '(?:(?:an?\\s+\\p{L}+|a|an|the|your|some|any|one of your|another|my|real|live|actual|human|support|customer|service|senior|care|sales|proper|of|you|guys|team|staff)\\s+)*(?:humans?|persons?|people|agents?|representatives?|reps?|operators?|somebody|someone|supervisors?|managers?|employees?|advisors?|advisers?|human beings?|colleagues?|staff|team members?|boss|(?:live|human|real) assistants?|customer (?:service|support|care)|support (?:staff|team|person)|man|woman|guy)\\b';

const asks: RegExp[] = [
  // "speak to someone", "talk with a real person", "chat with an agent"
  new RegExp(
    `\\b(?:speak|talk|spk|speaking|talking|chat|chatting|communicate)\\s+(?:directly\\s+)?(?:to|wit|with|2)\\s+${person}`,
    'iu',
  ),
  new RegExp(
    `\\b(?:contact|contacting|reach|reaching|get (?:a )?hold of|message|get in touch with|deal with)\\s+(?:to\\s+)?${person}`,
    'iu',
  ),
  // "get me a human", "transfer me to an agent", "put me through to your manager"; "transfer money to someone" is not one
  new RegExp(
    `\\b(?:get|give|connect|transfer|pass|put|hand|forward|switch|redirect|escalate|bring|route|fetch)\\s+(?:me|this|us|it)\\b(?:\\s+(?:over|through|on|in|up))?\\s+(?:to\\s+|with\\s+)?${person}(?!\\s+(?:tent|size|bag|pack))`,
    'iu',
  ),
  /\b(?:want|need|prefer|like|demand|require|wish(?:\s+for)?|looking\s+for|reach|request)\s+(?:to\s+(?:have|see|get|reach)\s+)?(?:a|an|the|your|some|any|real|live|actual|another)?\s*(?:real\s+|live\s+|actual\s+|human\s+|support\s+)?(?:human(?:\s+being|\s+agent)?|person(?!al)|agent|representative|operator|supervisor|manager|customer\s+service)s?\b(?!\s+(?:tent|size|bag|pack))/i,
  new RegExp(
    `\\b(?:have|ask|let|can|could|will|would|may|please)\\s+${person}\\s+(?:(?:please|then|kindly|just)\\s+)?(?:call|contact|ring|phone|write|get\\s+back|take\\s+over|reach\\s+out)\\b`,
    'iu',
  ),
  /\b(?:is|are)\s+(?:there\s+)?(?:a|an|any|some)?\s*(?:real|live|actual)?\s*(?:human|person|people|agent|humans|agents|representative)s?\s+(?:there|here|available|around|online|i can)\b/i,
  /\b(?:real|live|actual|human)\s+(?:person|human|agent|being|people|support|representative|operator)s?\b\s*(?:please|pls|plz|now|!|$)/i,
  /^\W*(?:(?:please|pls|hi|hello|hey|no|just|ok|i said|give)[\s,.!]+)*(?:an?\s+)?(?:agent|human|person|representative|rep|operator|supervisor|manager|live (?:agent|chat|person|support)|real (?:person|human|agent|people)|human (?:agent|being|support|please)|customer (?:service|support)(?: representative| agent)?|someone real|somebody real)(?:[\s,]+(?:please|pls|plz|now|asap|here|agent|representative))*\W*$/i,
  /\b(?:not|no|stop|hate|enough|instead of|rather than|without|tired of|don'?t want(?: to talk (?:to|with))?)\s+(?:(?:talking|speaking|chatting)\s+(?:to|with)\s+)?(?:(?:a|an|the|this|these|your|any|stupid|of|more)\s+)*(?:ro)?(?:bot|bots|chatbot|chatbots|machine|machines|robots?|computer|ai)\b(?!\s*[-\w]*\s*(?:wash|dry))/i,
  /\b(?:someone|somebody)\s+(?:real|who works there|in charge|human|from your team)\b/i,
  /\bcall me (?:back|please|on|at|now|asap)\b|\b(?:someone|somebody) (?:to )?call me\b/i,
  // Spanish
  /\b(?:hablar|comunicarme|chatear|conectarme|ponerme|p[aá]s[ae](?:n?me)|transfi[eé]r[ae](?:n?me)?)\b.{0,25}\b(?:persona|humano|agente|alguien|representante|operador|asesor|supervisor|encargado|gerente)/i,
  /\b(?:quiero|necesito|prefiero|quisiera)\s+(?:un|una|a un|a una)\s+(?:persona|humano|agente|representante|operador|asesor)/i,
  // French
  /\b(?:parler|discuter|échanger|passer|joindre|contacter|mettre en relation|transf[eé]rer|transférez)\b.{0,30}\b(?:humain|personne|agent|conseiller|conseill[eè]re|quelqu'un|responsable|opérateur|représentant|vraie? personne)/i,
  /\b(?:je veux|je voudrais|j'aimerais|il me faut)\s+(?:un|une)\s+(?:vrai[e]?\s+)?(?:humain|personne|agent|conseiller|opérateur|être humain)/i,
  // German
  /\b(?:mit|zu|an)\s+(?:einem|einer|nem|einen|ner|jemand(?:em|en)?|echten|dem|ihrem)\b.{0,25}\b(?:mensch(?:en)?|mitarbeiter(?:in)?|person|berater(?:in)?|agenten?|vorgesetzten|kollegen)/i,
  /\bmit jemand(?:em|en)?\b.{0,15}\b(?:sprechen|reden|telefonieren|schreiben)|\b(?:menschen?|mitarbeiter|echte person)\s+(?:sprechen|reden|bitte)|\b(?:einen?|echten)\s+(?:echten\s+)?(?:menschen|mitarbeiter)\b/i,
  // Portuguese
  /\b(?:falar|conversar|ligar|transferir|transfira|me passe?|passar)\b.{0,25}\b(?:pessoa|humano|atendente|alguém|representante|agente|operador|supervisor|gerente)/i,
  /\b(?:quero|preciso(?: de)?|prefiro|gostaria de)\s+(?:um|uma)\s+(?:pessoa|humano|atendente|agente|operador)/i,
  // Italian
  /\b(?:parlare|comunicare|chattare|passa(?:re|rmi|temi|mi)|mettere in contatto|mettermi)\b.{0,25}\b(?:persona|umano|operatore|operatrice|qualcuno|agente|responsabile|rappresentante|essere umano)/i,
  /\b(?:voglio|vorrei|ho bisogno di|preferisco)\s+(?:un|una)\s+(?:persona|umano|operatore|operatrice|agente|essere umano)/i,
  /^\W*(?:agente|humano|persona|una persona|un agente|operador|atendente|humain|un humain|conseiller|un conseiller|mensch|mitarbeiter|operatore|un operatore|umano)(?:\s+(?:por favor|svp|s'il vous plaît|bitte|per favore))?\W*$/i,
  // Chinese and Japanese, which put no spaces between words
  /(?:转|轉|找|要|接|联系|聯繫|联络|聯絡|跟|和|与|與).{0,6}(?:人工|真人|客服人员|客服人員|客服代表|经理|經理|主管)|^\W*(?:人工|人工客服|真人|真人客服)\W*$/,
  /(?:オペレーター|担当者|人間|スタッフ|責任者|有人).{0,8}(?:話|繋|つな|代わ|かわ|お願い|相談|対応|連絡)|^\W*(?:オペレーター|担当者|有人対応)\W*$/,
];

// Cut out before looking: each names a person without asking for one.
const notAsking: RegExp[] = [
  // Asks what it is talking to, which is answered, not handed over.
  /\bam i (?:talking|speaking|chatting)\b[^.?!,]*/gi,
  /\bare you\b[^.?!,]{0,25}\b(?:real|actual|human|live|person|bot|ai|computer|machine)\b[^.?!,]*/gi,
  /\bnot a (?:ro)?bot\b/gi,
  /\b(?:what|which|the) (?:time|hours?|days?)\b[^.?!,]{0,40}\b(?:contact|reach|call|speak|talk)\b[^.?!,]*/gi,
  /\b(?:don'?t|do not|no need|needn'?t|not necessary)\s+(?:want|need|have)?\s*(?:to\s+)?(?:speak|talk|chat|a human|an agent|a person)\b(?![^.?!]{0,20}\b(?:bot|machine|robot|chatbot|computer|ai)\b)/gi,
];

/** Whether the customer asks for a human being. Obeyed at once, whatever else the message says. */
export function detectPersonRequest(text: string): boolean {
  let plain = text.replace(/[’]/g, "'").replace(/\s+/g, ' ').trim();
  for (const pattern of notAsking) plain = plain.replace(pattern, ' ');
  return asks.some((pattern) => pattern.test(plain));
}
