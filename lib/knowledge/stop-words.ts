const list = (words: string) => new Set(words.split(' '));

/** Words that carry the grammar of a question, not its subject. */
export const stopWords: Record<string, Set<string>> = {
  en: list(
    "a about after all also am an and any are as at be been being both but by can cannot can't could couldn't did didn't do does doesn't doing don't each either else ever every few for from get gets getting give given go goes going got had has hasn't have haven't having he hello help her here hey hi him his how i if i'd i'll i'm in into is isn't it its itself i've just kind know let like lot made make many may maybe me might mine more most much must my need needs no nor not now of off ok okay on one only onto or other our ours out over own per please pls question quite rather really right said same say see she should so some someone something still such tell than thank thanks that that's the their them then there these they thing things this those though through to too try up upon us use using usually very via want wanted wants was wasn't way we well were what what's whats when where where's wheres which while who whom whose why will with within without won't wondering would wouldn't yes yet you your yours u northline happen happens possible long work works able hear info information explain policy policies rule rules condition conditions certain actually currently exactly usually differently treated fast quick quickly soon heavy often expensive cheap dollars dollar until during before without",
  ),
  es: list(
    'a al algo ante con cómo como cuál cuándo cuando cuánto cuanto cuesta de del desde donde dónde el ella en entre es esta está este esto hay hola la las lo los me mi mis muy no nos o para pero por porque puedo que qué quiero se si sí sin sobre son su sus tengo un una unos usted y ya yo',
  ),
  fr: list(
    'à a ai au aux avec c ce ces cette combien comment d dans de des du elle en est et eux il ils j je l la le les leur lui m ma mais me mes mon n ne nos notre nous on ou où par pas peut peux pour pourquoi puis qu quand que quel quelle qui s sa sans se ses si son sont sur t ta te tes tu un une vos votre vous y est-ce',
  ),
  de: list(
    'aber als am an auch auf aus bei bin bis bitte da das dass dem den der des die doch du ein eine einem einen einer eines er es für gibt haben hat hallo ich ihr ihre im in ist ja kann können man mein meine mich mir mit nach nicht noch nur oder sich sie sind so über um und uns von vor wann war was wenn wer werden wie wieviel wird wir wo zu zum zur',
  ),
  pt: list(
    'a ao aos as com como da das de do dos e é ela ele em essa esse esta está este eu há já la lhe mais mas me meu minha na não nas no nos o onde os ou para pela pelo por posso qual quando quanto que quem se sem ser seu sua são tem tenho um uma você',
  ),
  it: list(
    'a ad al alla anche che chi ci come con cosa cui da dal dei del della delle di dove e è ed era gli ha ho i il in io la le lei li lo lui ma mi mia mio nei nel nella no noi non o per perché più posso può quale quando quanto se sei si sono su sua suo ti tra tu un una uno vi voglio',
  ),
  zh: list('的 了 是 在 我 你 吗 怎么 如何 什么 可以'),
  ja: list('です ます から まで ので'),
};

/** The same for languages written without spaces: taken out of a question before it is cut into pairs of characters. */
export const stopRuns: Record<string, RegExp> = {
  zh: /为什么|什么时候|怎么样|什么|怎么|如何|怎样|可以|能否|是否|哪里|哪些|哪个|多少|请问|我们|你们|他们|您|我|你|吗|呢|吧|的|了|是|在|和|与|及|或|把|被|会|能|要|想|有|没有|这个|那个|一个/g,
  ja: /どうすれば|どのように|どうやって|ください|でしょうか|できますか|ますか|ですか|ません|ました|します|ません|する|した|して|です|ます|どこ|いつ|いくら|なぜ|なに|何|から|まで|ので|には|では|とは|は|が|を|に|へ|と|の|も|や|か/g,
};
