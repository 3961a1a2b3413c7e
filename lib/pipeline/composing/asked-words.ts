import type { Asked } from './read-asked';

/**
 * How questions are asked, and what an answer of that kind holds, in languages other than English. `way` and `place`
 * are left out where no pattern tells them from other sentences: an untyped question takes any true sentence.
 */
type AskedWords = { kinds: [Asked, RegExp][]; answers: Partial<Record<Asked, RegExp>> };

const money = /[$€£¥]\s?\d|\d\s?(?:€|\$|£|¥|%|％|元|円|euros?\b|d[oó]lar|dollars?\b|reais\b|R\$)/iu;
const clock = /\d{1,2}[:.h]\d{2}|\b\d{1,2}\s?(?:h\b|Uhr|am\b|pm\b)|\d{1,2}\s?[点點時时]/iu;

const amount = (words: string) => String.raw`(?<!\p{L})(?:\d+|${words})`;
const after = (words: string, units: string) =>
  new RegExp(
    `${amount(words)}(?:\\s(?:a|à|bis|y|e|et|und|ou|o)\\s(?:\\d+|${words}))?(?:\\s\\p{L}+)?\\s(?:${units})`,
    'iu',
  );

export const askedWords: Record<string, AskedWords> = {
  es: {
    kinds: [
      ['money', /cu[aá]nto (?:cuesta|vale|es|pago|sale)|qu[eé] precio|precio de|\bgratis\b|gratuit/iu],
      [
        'time',
        /cu[aá]nto (?:tiempo |se )?(?:tarda|dura|demora|tengo)|cu[aá]nto tiempo|cu[aá]nt[oa]s (?:d[ií]as|semanas|meses|horas)|qu[eé] plazo/iu,
      ],
      ['hours', /qu[eé] horario|a qu[eé] hora|cu[aá]ndo (?:abre|cierra)/iu],
      ['count', /cu[aá]nt[oa]s\b/iu],
      ['moment', /cu[aá]ndo|hasta qu[eé]/iu],
      ['place', /d[oó]nde/iu],
    ],
    answers: {
      money: new RegExp(`${money.source}|gratis|gratuit|sin coste|sin costo`, 'iu'),
      time: after('un|una|dos|tres|cuatro|cinco|seis|siete|diez', 'minuto|hora|d[ií]a|semana|mes|año'),
      count: /\d|(?<!\p{L})(?:una?|dos|tres|cuatro|cinco|seis)(?!\p{L})/iu,
      hours: clock,
      moment: new RegExp(
        `${clock.source}|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|antes|despu[eé]s|hasta|cuando|d[ií]as?|horas?`,
        'iu',
      ),
      place: /(?<!\p{L})(?:en|a|al|del?)\s(?:el|la|los|las|su|nuestr\p{L}+|\p{Lu})/u,
    },
  },
  fr: {
    kinds: [
      [
        'money',
        /combien (?:co[uû]te|vaut|dois-je payer|ça co[uû]te)|quel(?:le)? est le (?:prix|tarif|montant)|co[uû]te(?:nt)? combien|prix d|gratuit/iu,
      ],
      ['time', /combien de (?:temps|jours|semaines|mois|heures)|quel(?:s)? (?:est le |sont les )?d[ée]lai/iu],
      ['hours', /quels? (?:sont (?:les|vos) )?horaires|[àa] quelle heure/iu],
      ['count', /combien d/iu],
      ['moment', /quand|jusqu.?[àa] (?:quand|quelle)/iu],
      ['place', /(?<!\p{L})où(?!\p{L})/iu],
    ],
    answers: {
      money: new RegExp(`${money.source}|gratuit|sans frais|offert`, 'iu'),
      time: after('une?|deux|trois|quatre|cinq|six|sept|dix', 'minute|heure|jour|semaine|mois|an'),
      count: /\d|(?<!\p{L})(?:une?|deux|trois|quatre|cinq|six)(?!\p{L})/iu,
      hours: clock,
      moment: new RegExp(
        `${clock.source}|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|avant|apr[eè]s|jusqu|lorsque|d[eè]s|jours?|heures?`,
        'iu',
      ),
      place: /(?<!\p{L})(?:dans|sur|à|au|en|chez)\s(?:le|la|les|l|votre|notre|\p{Lu})/u,
    },
  },
  de: {
    kinds: [
      [
        'money',
        /was kosten?|wie ?viel (?:kostet|kosten|zahle|muss ich zahlen)|wie teuer|preis (?:f[uü]r|von)|kostenlos|gratis/iu,
      ],
      ['time', /wie lange|wie schnell|wie viele (?:tage|wochen|monate|stunden)|welche frist/iu],
      [
        'hours',
        /[oö]ffnungszeiten|um wie ?viel uhr|wann (?:[oö]ffne|schlie[sß]|habt ihr offen|haben sie (?:auf|offen|ge[oö]ffnet))/iu,
      ],
      ['count', /wie ?viele?|wie (?:schwer|gro[sß]|oft|hoch)/iu],
      ['moment', /wann|bis wann/iu],
      ['place', /(?<!\p{L})(?:wo|wohin)(?!\p{L})/iu],
    ],
    answers: {
      money: new RegExp(`${money.source}|kostenlos|gratis|kostenfrei`, 'iu'),
      time: after(
        'einen?|einer|einem|zwei|drei|vier|f[uü]nf|sechs|sieben|zehn',
        'Minuten?|Stunden?|Tagen?|Werktagen?|Wochen?|Monaten?|Jahren?',
      ),
      count: /\d|(?<!\p{L})(?:einen?|zwei|drei|vier|f[uü]nf|sechs|zweimal)(?!\p{L})/iu,
      hours: clock,
      moment: new RegExp(
        `${clock.source}|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|vor|nach|bis|sobald|innerhalb|tage?n?|stunden?`,
        'iu',
      ),
      place: /(?<!\p{L})(?:im|in|am|an|auf|beim?|unter)\s(?:der|dem|den|die|das|Ihrem|unser\p{L}*|\p{Lu})/u,
    },
  },
  pt: {
    kinds: [
      ['money', /quanto (?:custa|[eé]|pago|sai)|qual (?:[eé] )?o pre[cç]o|pre[cç]o d|gr[aá]tis|gratuit/iu],
      ['time', /quanto tempo|quantos (?:dias|meses)|quantas (?:horas|semanas)|qual (?:[eé] )?o prazo/iu],
      ['hours', /qual (?:[eé] )?o hor[aá]rio|a que horas/iu],
      ['count', /quant[oa]s/iu],
      ['moment', /quando|at[eé] quando/iu],
      ['place', /(?<!\p{L})(?:onde|aonde)(?!\p{L})/iu],
    ],
    answers: {
      money: new RegExp(`${money.source}|gr[aá]tis|gratuit|sem custo`, 'iu'),
      time: after('um|uma|dois|duas|tr[eê]s|quatro|cinco|seis|sete|dez', 'minuto|hora|dia|semana|m[eê]s|mes|ano'),
      count: /\d|(?<!\p{L})(?:uma?|dois|duas|tr[eê]s|quatro|cinco|seis)(?!\p{L})/iu,
      hours: clock,
      moment: new RegExp(
        `${clock.source}|segunda|ter[cç]a|quarta|quinta|sexta|s[aá]bado|domingo|antes|depois|at[eé]|quando|dias?|horas?`,
        'iu',
      ),
      place: /(?<!\p{L})(?:em|no|na|nos|nas|ao|à)\s\p{L}/u,
    },
  },
  it: {
    kinds: [
      ['money', /quanto (?:costa|costano|pago|viene)|qual [eè] il prezzo|prezzo d|gratis|gratuit/iu],
      ['time', /quanto tempo|quanti (?:giorni|mesi)|quante (?:ore|settimane)|entro quanto|quanto (?:ci vuole|dura)/iu],
      ['hours', /(?:quali|che) (?:sono gli )?orari|a che ora/iu],
      ['count', /quant[ie]/iu],
      ['moment', /quando|fino a quando/iu],
      ['place', /(?<!\p{L})dove(?!\p{L})|dov'/iu],
    ],
    answers: {
      money: new RegExp(`${money.source}|gratis|gratuit|senza costi`, 'iu'),
      time: after('un|uno|una|due|tre|quattro|cinque|sei|sette|dieci', 'minut|or[ae]|giorn|settiman|mes|ann'),
      count: /\d|(?<!\p{L})(?:un[oa]?|due|tre|quattro|cinque|sei)(?!\p{L})/iu,
      hours: clock,
      moment: new RegExp(
        `${clock.source}|luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica|prima|dopo|fino|quando|entro|giorni?|or[ae]`,
        'iu',
      ),
      place: /(?<!\p{L})(?:in|nel|nella|sul|sulla|al|alla|presso)\s\p{L}/u,
    },
  },
  zh: {
    kinds: [
      ['money', /多少钱|多少錢|价格|价钱|费用|收费|要花多少|免费|怎么收/u],
      ['time', /多久|多长时间|几天|多少天|几个月|几小时|期限/u],
      ['hours', /营业时间|几点|开门|关门/u],
      ['count', /多少|几个|几次|几件|多重|多大/u],
      ['moment', /什么时候|何时/u],
      ['place', /哪里|哪儿|在哪|何处/u],
    ],
    answers: {
      money: /[$€£¥￥]\s?\d|\d+(?:\.\d+)?\s?(?:元|块|美元|欧元|%|％)|免费/u,
      time: /[\d一二两三四五六七八九十半]+\s?(?:至|到|[-–~])?\s?[\d一二三四五六七八九十]*\s?个?(?:工作日|分钟|小时|天|日|周|星期|月|年)/u,
      count: /[\d一二两三四五六七八九十]/u,
      hours: /\d{1,2}\s?[:：]\s?\d{2}|[\d一二三四五六七八九十]+\s?点/u,
      moment: /[点日天]|周[一二三四五六日末]|星期|之前|之后|以前|以后|小时/u,
      place: /(?:在|到|从|页面|门店|柜台)/u,
    },
  },
  ja: {
    kinds: [
      ['money', /いくら|料金|値段|価格|費用|無料/u],
      ['time', /どのくらい|どれくらい|どれぐらい|何日|何時間|何か月|何ヶ月|何週間|期間|期限/u],
      ['hours', /営業時間|何時/u],
      ['count', /何(?:個|回|人|枚|台|冊)|いくつ/u],
      ['moment', /いつ/u],
      ['place', /どこ|どちら/u],
    ],
    answers: {
      money: /[$€£¥￥]\s?\d|[\d,]+\s?(?:円|ドル|ユーロ|%|％)|無料/u,
      time: /[\d一二三四五六七八九十半]+\s?(?:から|~|〜|-|–)?\s?\d*\s?(?:営業日|分|時間|日|週間|か月|ヶ月|年)/u,
      count: /[\d一二三四五六七八九十]/u,
      hours: /\d{1,2}\s?[:：]\s?\d{2}|\d{1,2}\s?時/u,
      moment: /\d\s?[時日]|曜日?|前|後|まで|以内/u,
      place: /(?:で|に|から)/u,
    },
  },
};
