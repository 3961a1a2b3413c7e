import type { Sensitive } from './understanding.schema';

/** en, then the main phrases in es, fr, de, pt, it, then zh and ja, which have no word ends. Broad on purpose: a false alarm costs a person a minute. */
const topics: Record<Sensitive['topic'], RegExp[]> = {
  legal: [
    /\b(?:my|our|a|the) (?:lawyer|attorney|solicitor|legal team|barrister)s?\b/i,
    /\b(?:sue|suing|sued) (?:you|northline|your|them|the)\b|\b(?:i'?ll|i will|going to|gonna|or i) sue\b/i,
    /\b(?:lawsuit|legal (?:action|proceedings|steps|notice|advice)|small claims|class action|litigation|letter before action)\b/i,
    /\b(?:take|taking|see) you (?:in|to) court\b|\b(?:go(?:ing)? to|through the) courts?\b|\bpress charges\b/i,
    /\b(?:mi abogad[oa]|demandar(?:los|é|te|les)?|acciones legales|tribunales|mon avocat|porter plainte|action en justice|poursuites judiciaires|tribunal|mein(?:en|em)? anwalt|rechtsanwalt|verklagen|rechtliche schritte|meu advogado|processar vocês|ação judicial|medidas legais|il mio avvocato|denunciar(?:vi|e)|azioni? legal[ei]|vie legali)\b/i,
    /律师|律師|起诉|起訴|法院|法庭|法律行动|弁護士|訴え|訴訟|裁判|法的措置/,
  ],
  self_harm: [
    /\b(?:kill(?:ing)? myself|end (?:my|it) (?:life|all)|suicid(?:e|al)|self[- ]harm|harm(?:ing)? myself|hurt(?:ing)? myself|cut(?:ting)? myself|don'?t want to (?:live|be alive)|want to die|no reason to live|better off dead)\b/i,
    /\b(?:suicid(?:io|arme|er)|matarme|quiero morir|me tuer|envie de mourir|mettre fin à mes jours|umbringen|selbstmord|suizid|nicht mehr leben|me matar|quero morrer|uccidermi|voglio morire|suicídio)\b/i,
    /自杀|自殺|不想活|想死|死にたい|自傷|自殘|自残/,
  ],
  press: [
    /\b(?:i'?m|i am|as) an? (?:journalist|reporter|editor)\b|\b(?:going|go|talk(?:ing)?|speak(?:ing)?|turn) to the (?:press|media|newspapers?|news)\b|\b(?:newspaper|tv station|press (?:inquiry|enquiry|request)|media (?:inquiry|request)|for (?:a|an|my) (?:article|story) (?:about|on) (?:you|northline|your))\b/i,
    /\b(?:periodista|a la prensa|journaliste|à la presse|journalist(?:in)?|an die presse|jornalista|à imprensa|giornalista|alla stampa|ai giornali)\b/i,
    /记者|記者|媒体曝光|媒體曝光|新聞社|マスコミ|ジャーナリスト/,
  ],
  regulator: [
    /\b(?:ftc|cfpb|better business bureau|bbb|attorney general|trading standards|ombudsman|data protection (?:authority|officer|agency)|consumer protection|financial conduct authority|ico complaint|gdpr complaint|regulator)\b/i,
    /\b(?:defensa del consumidor|oficina del consumidor|dgccrf|cnil|répression des fraudes|verbraucherzentrale|verbraucherschutz|datenschutzbehörde|procon|defesa do consumidor|garante della privacy|tutela dei consumatori|agcm)\b/i,
    /消费者协会|消費者協會|消费者保护|消費者保護|工商局|12315|消費者センター|消費生活センター|監督官庁/,
  ],
  bereavement: [
    /\b(?:(?:my|our|his|her) (?:late )?(?:husband|wife|mother|father|mom|mum|dad|son|daughter|brother|sister|partner|grandmother|grandfather|friend|parent)s? (?:has |have |just |recently )*(?:died|passed|deceased|is dead)|passed away|funeral|in mourning|bereave(?:d|ment)|deceased|death certificate|estate of)\b/i,
    /\b(?:falleció|ha fallecido|ha muerto mi|est décédée?|décès de|verstorben|gestorben|todesfall|faleceu|è mancat[oa]|è mort[oa]|deceduto|lutto)\b/i,
    /去世|过世|過世|逝世|亡くなり|亡くなった|死去|他界/,
  ],
  safety: [
    /\b(?:(?:caught|on|catch(?:es)?|set) fire|explod(?:ed|es|ing)|explosion|burn(?:ed|t) (?:me|my|his|her|our|down)|got burn(?:ed|t)|carbon monoxide|gas leak|leaking gas|injur(?:ed|y|ies)|hospital|electrocuted|electric shock|choking|poison(?:ed|ing)?|allergic reaction|almost died|could have died|bleeding)\b/i,
    /\b(?:se incendió|explotó|quemaduras|herid[oa]|a pris feu|explosé|blessée?|brûlures?|feuer gefangen|explodiert|verletzt|verbrannt|pegou fogo|explodiu|ferid[oa]|ha preso fuoco|esplos[oa]|ferit[oa]|ustioni)\b/i,
    /爆炸|着火|著火|起火|烧伤|燒傷|受伤|受傷|触电|觸電|爆発|火傷|やけど|発火|怪我|けが|感電/,
  ],
};

/** What people must see whatever the confidence; one entry a topic, with the words that gave it away. */
export function detectSensitive(text: string): Sensitive[] {
  const plain = text.replace(/[’]/g, "'");
  return Object.entries(topics).flatMap(([topic, patterns]) => {
    for (const pattern of patterns) {
      const match = pattern.exec(plain);
      if (match) return [{ topic: topic as Sensitive['topic'], phrase: match[0] }];
    }
    return [];
  });
}
