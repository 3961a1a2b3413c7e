const list = (words: string) => new Set(words.split(' '));

/** Words that carry the grammar of a question, not its subject. */
export const stopWords: Record<string, Set<string>> = {
  en: list(
    "a about after all also am an and any are as at be been being both but by can cannot can't could couldn't did didn't do does doesn't doing don't each either else ever every few for from get gets getting give given go goes going got had has hasn't have haven't having he hello help her here hey hi him his how i if i'd i'll i'm in into is isn't it its itself i've just kind know let like lot made make many may maybe me might mine more most much must my need needs no nor not now of off ok okay on one only onto or other our ours out over own per please pls question quite rather really right said same say see she should so some someone something still such tell than thank thanks that that's the their them then there these they thing things this those though through to too try up upon us use using usually very via want wanted wants was wasn't way we well were what what's whats when where where's wheres which while who whom whose why will with within without won't wondering would wouldn't yes yet you your yours u northline happen happens possible long work works able hear info information explain policy policies rule rules condition conditions certain actually currently exactly usually differently treated fast quick quickly soon heavy often expensive cheap dollars dollar until during before without",
  ),
  es: list(
    'a al algo ante con cómo como cuál cuándo cuando cuánto cuanto cuesta de del desde donde dónde el ella en entre es esta está este esto hay hola la las lo los me mi mis muy no nos o para pero por porque puedo que qué quiero se si sí sin sobre son su sus tengo un una unos usted y ya yo hago hacer hace haces haré debo debe deben necesito necesita tarda tardan tardo tiempo dura puede pueden puedes podría podrían podemos quisiera quiere han ha he hemos fue ser estar estoy están estamos había haber sea caso tiene tienen tienes ese esa esos esas estos estas cuántos cuántas cuantos cuantas cuánta cuestan vez hasta gracias favor ayuda ayudar saber sé sabe cuáles alguien alguna alguno algún posible todavía aún también le les os te tu tus él ellos ellas nosotros ustedes vosotros',
  ),
  fr: list(
    'à a ai au aux avec c ce ces cette combien comment d dans de des du elle en est et eux il ils j je l la le les leur lui m ma mais me mes mon n ne nos notre nous on ou où par pas peut peux pour pourquoi puis qu quand que quel quelle qui s sa sans se ses si son sont sur t ta te tes tu un une vos votre vous y est-ce faire fais fait faites faut dois doit devez devons temps peuvent pouvez pouvons pourrais puis-je suis êtes sommes été être avoir avez avons ont avais cas quels quelles quoi lequel laquelle cela ça ceci celle celui ceux aussi bien très plus moins encore toujours merci bonjour salut svp plaît aide aider savoir veux voudrais souhaite après avant depuis jusqu lors tout tous toute toutes leurs eu fais alors donc quelqu partir faut-il',
  ),
  de: list(
    'aber als am an auch auf aus bei bin bis bitte da das dass dem den der des die doch du ein eine einem einen einer eines er es für gibt haben hat hallo ich ihr ihre im in ist ja kann können man mein meine mich mir mit nach nicht noch nur oder sich sie sind so über um und uns von vor wann war was wenn wer werden wie wieviel wird wir wo zu zum zur mache machen macht tun muss müssen musst soll sollte sollen darf dürfen möchte will wollen lange dauert dauern hätte hatte habe hast geben geht gehen werde wurde wurden sein seine einmal mal jetzt schon danke hilfe helfen wissen weiß sagen wem wen wohin woher welche welcher welches welchem welchen wieso weshalb warum dieser diese dieses diesem diesen euch ihnen sonst falls dann damit dabei jeder jede jedes alle alles denn etwas',
  ),
  pt: list(
    'a ao aos as com como da das de do dos e é ela ele em essa esse esta está este eu há já la lhe mais mas me meu minha na não nas no nos o onde os ou para pela pelo por posso qual quando quanto que quem se sem ser seu sua são tem tenho um uma você faço fazer faz fazem demora demoram tempo dura devo deve devem preciso precisa podem podemos poderia gostaria quero quer caso estar estou estão ter têm temos havia haver seja isso isto esses essas estes estas quantos quantas quais aonde obrigado obrigada olá oi favor ajuda ajudar saber sei sabe também ainda até depois antes desde vocês nós eles elas lhes te tu teu tua custa custam',
  ),
  it: list(
    'a ad al alla anche che chi ci come con cosa cui da dal dei del della delle di dove e è ed era gli ha ho i il in io la le lei li lo lui ma mi mia mio nei nel nella no noi non o per perché più posso può quale quando quanto se sei si sono su sua suo ti tra tu un una uno vi voglio faccio fare fa fanno vuole tempo dura devo deve devono dobbiamo serve servono possono possiamo potrei potrebbe vorrei caso essere stare sto stanno avere avete abbiamo hanno sia siete siamo stato questo questa questi queste quello quella quelli quanti quante quali ciao salve grazie favore aiuto aiutare sapere so sa ancora fino dopo prima loro vostro nostro dov costa costano avere',
  ),
  zh: list(
    '的 了 是 在 我 你 您 他 她 它 我们 你们 他们 吗 呢 吧 啊 怎么 怎样 怎么样 如何 什么 为什么 什么时候 何时 哪里 哪些 哪个 哪 多少 可以 能 能否 是否 可否 会 要 想 有 没有 请 请问 和 与 及 以及 或 把 被 对 从 到 给 用 也 都 就 还 这 那 这个 那个 这些 那些 一个 一 个 吗 需要 应该 得 着 过 需 想要 不 没 很 多久 几 时候 时',
  ),
  ja: list('何 方法 場合 私 教え 可能 必要 お ご'),
};

/**
 * How a question is asked in languages written without spaces. Taken out before words are told apart: a dictionary
 * made for whole sentences cuts "多少钱" off its noun at the wrong place.
 */
export const questionPhrases: Record<string, RegExp> = {
  zh: /多少钱|多少|多久|多长时间|多大|几点|几天|几个|什么时候|何时|为什么|怎么办|怎么样|怎么|怎样|如何|什么|哪里|哪儿|哪些|哪个|可不可以|可以|能不能|能否|是否|是不是|有没有|需不需要|请问|请告诉我|我们|你们|您|我|吗|呢|吧/g,
  ja: /どのくらい|どれくらい|どれぐらい|いくら|いくつ|何時|何日|何回|何個|どうすれば|どのように|どうやって|教えてください|いつ|どこ|なぜ|どうして|何/g,
};
