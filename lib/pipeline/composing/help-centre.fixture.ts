import type { ArticleText } from '@/lib/knowledge/knowledge.schema';

/**
 * A small bicycle hire, its help written in seven languages. Each language: articles, then questions with words that the
 * answer holds; without them the articles do not answer it.
 */
const languages: Record<string, string> = {
  es: `
# Alquilar una bicicleta
Una bicicleta de ciudad cuesta 18 € al día y una eléctrica 35 €. El casco y el candado son gratuitos.
## Depósito
Pedimos un depósito de 100 € por bicicleta. Lo devolvemos en un plazo de 3 días laborables en la misma tarjeta.
## Edad
Para alquilar hay que tener 18 años. Los menores pueden montar con un adulto.
# Cancelar una reserva
Puede cancelar gratis hasta 24 horas antes de la recogida desde la página Mis reservas. Después cobramos el primer día completo.
Si llueve todo el día, puede cambiar la fecha sin pagar nada.
# Recogida y devolución
La tienda del puerto abre todos los días de 9:00 a 19:00. Las bicicletas se devuelven en la misma tienda antes del cierre.
Por una devolución con retraso cobramos 5 € por cada hora.
# Averías y robo
Si pincha una rueda, llámenos y le llevamos otra bicicleta en menos de dos horas. En caso de robo, presente una denuncia a la policía y tráiganos la copia.
? 35 € | ¿Cuánto cuesta una bicicleta eléctrica?
? 3 días | ¿Cuánto tarda la devolución del depósito?
? 18 años | ¿Qué edad hay que tener para alquilar?
? 24 horas | ¿Hasta cuándo puedo cancelar gratis mi reserva?
? 9:00 | ¿A qué hora abre la tienda?
? 5 € | ¿Cuánto cobran por una devolución con retraso?
? denuncia | ¿Qué hago si me roban la bicicleta?
? fecha | ¿Puedo cambiar la fecha si llueve?
? - | ¿Venden patinetes de segunda mano?
? - | ¿Se puede llevar el perro en el tren?
? - | ¿Cuánto gana un empleado de la tienda?
? - | ¿Tienen seguro médico internacional?
? - | ¿Puedo pagar con criptomonedas?
? - | ¿Quién es el director de la empresa?
`,
  fr: `
# Louer un vélo
Un vélo de ville coûte 18 € par jour et un vélo électrique 35 €. Le casque et l’antivol sont gratuits.
## Caution
Nous demandons une caution de 100 € par vélo. Elle est rendue sous 3 jours ouvrables sur la même carte.
## Âge
Il faut avoir 18 ans pour louer. Les mineurs roulent avec un adulte.
# Annuler une réservation
Vous pouvez annuler sans frais jusqu’à 24 heures avant le retrait depuis la page Mes réservations. Ensuite, le premier jour est dû en entier.
S’il pleut toute la journée, vous pouvez changer la date sans rien payer.
# Retrait et retour
La boutique du port est ouverte tous les jours de 9h00 à 19h00. Les vélos se rendent dans la même boutique avant la fermeture.
Un retour en retard est facturé 5 € par heure.
# Pannes et vol
En cas de crevaison, appelez-nous : nous apportons un autre vélo en moins de deux heures. En cas de vol, déposez plainte à la police et apportez-nous la copie.
? 35 € | Combien coûte un vélo électrique ?
? 3 jours | Combien de temps faut-il pour récupérer la caution ?
? 18 ans | À partir de quel âge peut-on louer un vélo ?
? 24 heures | Jusqu’à quand puis-je annuler ma réservation sans frais ?
? 9h00 | À quelle heure ouvre la boutique ?
? 5 € | Combien facturez-vous un retour en retard ?
? plainte | Que faire en cas de vol du vélo ?
? date | Puis-je changer la date s’il pleut ?
? - | Vendez-vous des trottinettes d’occasion ?
? - | Peut-on emmener un chien dans le train ?
? - | Combien gagne un employé de la boutique ?
? - | Avez-vous une assurance santé internationale ?
? - | Puis-je payer en cryptomonnaie ?
? - | Qui est le directeur de l’entreprise ?
`,
  de: `
# Ein Fahrrad mieten
Ein Stadtrad kostet 18 € am Tag, ein Elektrorad 35 €. Helm und Schloss sind kostenlos.
## Kaution
Wir verlangen 100 € Kaution für jedes Rad. Sie wird innerhalb von 3 Werktagen auf dieselbe Karte zurückgezahlt.
## Alter
Zum Mieten muss man 18 Jahre alt sein. Jüngere fahren mit einem Erwachsenen.
# Eine Buchung stornieren
Sie können bis 24 Stunden vor der Abholung auf der Seite Meine Buchungen kostenlos stornieren. Danach berechnen wir den ersten Tag ganz.
Wenn es den ganzen Tag regnet, können Sie das Datum ändern, ohne etwas zu zahlen.
# Abholung und Rückgabe
Der Laden am Hafen ist täglich von 9:00 bis 19:00 Uhr geöffnet. Räder werden vor Ladenschluss im selben Laden zurückgegeben.
Eine verspätete Rückgabe kostet 5 € je Stunde.
# Pannen und Diebstahl
Bei einem platten Reifen rufen Sie uns an: Wir bringen in weniger als zwei Stunden ein anderes Rad. Bei Diebstahl erstatten Sie Anzeige bei der Polizei und bringen Sie uns die Kopie.
? 35 € | Was kostet ein Elektrorad?
? 3 Werktagen | Wie lange dauert es, bis die Kaution zurückgezahlt wird?
? 18 Jahre | Wie alt muss man zum Mieten sein?
? 24 Stunden | Bis wann kann ich meine Buchung kostenlos stornieren?
? 9:00 | Wann ist der Laden geöffnet?
? 5 € | Was kostet eine verspätete Rückgabe?
? Anzeige | Was mache ich bei Diebstahl?
? Datum | Kann ich das Datum ändern, wenn es regnet?
? - | Verkaufen Sie gebrauchte Roller?
? - | Darf mein Hund im Zug mitfahren?
? - | Wie viel verdient ein Mitarbeiter?
? - | Haben Sie eine Krankenversicherung?
? - | Kann ich mit Kryptowährung bezahlen?
? - | Wer ist der Geschäftsführer?
`,
  pt: `
# Alugar uma bicicleta
Uma bicicleta de cidade custa 18 € por dia e uma elétrica 35 €. O capacete e o cadeado são gratuitos.
## Caução
Pedimos uma caução de 100 € por bicicleta. É devolvida no prazo de 3 dias úteis no mesmo cartão.
# Cancelar uma reserva
Pode cancelar sem custos até 24 horas antes do levantamento na página As minhas reservas. Depois cobramos o primeiro dia completo.
# Levantamento e devolução
A loja do porto abre todos os dias das 9:00 às 19:00. Uma devolução com atraso custa 5 € por hora.
# Avarias e roubo
Em caso de furo, ligue-nos e levamos outra bicicleta em menos de duas horas. Em caso de roubo, apresente queixa na polícia e traga-nos a cópia.
? 35 € | Quanto custa uma bicicleta elétrica?
? 3 dias | Quanto tempo demora a devolução da caução?
? 24 horas | Até quando posso cancelar a reserva sem custos?
? 9:00 | A que horas abre a loja?
? queixa | O que faço em caso de roubo?
? - | Vendem trotinetes usadas?
? - | Quanto ganha um funcionário?
? - | Posso pagar com criptomoedas?
? - | Têm seguro de saúde internacional?
`,
  it: `
# Noleggiare una bicicletta
Una bicicletta da città costa 18 € al giorno e una elettrica 35 €. Il casco e il lucchetto sono gratuiti.
## Cauzione
Chiediamo una cauzione di 100 € per bicicletta. Viene restituita entro 3 giorni lavorativi sulla stessa carta.
# Annullare una prenotazione
Può annullare senza costi fino a 24 ore prima del ritiro dalla pagina Le mie prenotazioni. Dopo addebitiamo il primo giorno intero.
# Ritiro e riconsegna
Il negozio del porto apre tutti i giorni dalle 9:00 alle 19:00. Una riconsegna in ritardo costa 5 € all’ora.
# Guasti e furto
In caso di foratura ci chiami e portiamo un’altra bicicletta in meno di due ore. In caso di furto, sporga denuncia alla polizia e ci porti la copia.
? 35 € | Quanto costa una bicicletta elettrica?
? 3 giorni | Quanto tempo ci vuole perché la cauzione sia restituita?
? 24 ore | Fino a quando posso annullare la prenotazione senza costi?
? 9:00 | A che ora apre il negozio?
? denuncia | Cosa faccio in caso di furto?
? - | Vendete monopattini usati?
? - | Quanto guadagna un dipendente?
? - | Posso pagare con criptovalute?
? - | Avete un’assicurazione sanitaria internazionale?
`,
  zh: `
# 租用自行车
城市自行车每天 18 元,电动自行车每天 35 元。头盔和车锁免费使用。
## 押金
每辆自行车收取 100 元押金。还车后 3 个工作日内退回到原来的银行卡。
## 年龄
租车人必须年满 18 岁。未成年人须由成人陪同骑行。
# 取消预订
取车前 24 小时可以在“我的预订”页面免费取消。之后取消将收取第一天的全部费用。
如果全天下雨,您可以免费更改日期。
# 取车和还车
港口门店每天 9:00 至 19:00 营业。请在关门前把自行车还到同一家门店。
延迟还车每小时收取 5 元。
# 故障和被盗
如果轮胎漏气,请给我们打电话,我们会在两小时内送来另一辆自行车。如果自行车被盗,请向警察报案,并把报案回执交给我们。
? 35 | 电动自行车多少钱?
? 3 个工作日 | 押金多久可以退回?
? 18 岁 | 租车需要多大年龄?
? 24 小时 | 什么时候可以免费取消预订?
? 9:00 | 门店几点营业?
? 5 元 | 延迟还车怎么收费?
? 报案 | 自行车被盗了怎么办?
? 日期 | 下雨可以更改日期吗?
? - | 你们卖二手滑板车吗?
? - | 火车上可以带狗吗?
? - | 员工的工资是多少?
? - | 有没有国际医疗保险?
? - | 可以用加密货币支付吗?
? - | 公司的总经理是谁?
`,
  ja: `
# 自転車を借りる
シティサイクルは1日1,800円、電動自転車は1日3,500円です。ヘルメットと鍵は無料です。
## 保証金
自転車1台につき10,000円の保証金をお預かりします。返却後3営業日以内に同じカードへ返金します。
# 予約の取り消し
受け取りの24時間前までは「予約一覧」のページから無料でキャンセルできます。それ以降は初日の料金を全額いただきます。
# 受け取りと返却
港の店舗は毎日9:00から19:00まで営業しています。返却が遅れると1時間につき500円かかります。
# 故障と盗難
パンクしたときはお電話ください。2時間以内に別の自転車をお届けします。盗難のときは警察に被害届を出し、その控えをお持ちください。
? 3,500円 | 電動自転車はいくらですか?
? 3営業日 | 保証金の返金はどのくらいかかりますか?
? 24時間 | 予約はいつまで無料でキャンセルできますか?
? 9:00 | 店舗は何時に営業しますか?
? 被害届 | 盗難のときはどうすればいいですか?
? - | 中古のスクーターを売っていますか?
? - | 従業員の給料はいくらですか?
? - | 仮想通貨で支払えますか?
? - | 社長は誰ですか?
`,
};

export type AskedFixture = { language: string; question: string; holds: string | undefined };

export const helpCentre: ArticleText[] = Object.entries(languages).flatMap(([language, text]) =>
  [...text.split(/^\? /m)[0]!.matchAll(/^# (.+)\n([\s\S]*?)(?=^# |$(?![\s\S]))/gm)].map(([, title, markdown], at) => ({
    articleId: `${language}-${at}`,
    slug: `hire-${at}`,
    title: title!,
    version: 1,
    language,
    audience: 'public' as const,
    markdown: markdown!.replace(/^(?!#)(.+)$/gm, '$1\n'),
  })),
);

export const askedInLanguages: AskedFixture[] = Object.entries(languages).flatMap(([language, text]) =>
  [...text.matchAll(/^\? (.+?) \| (.+)$/gm)].map(([, holds, question]) => ({
    language,
    question: question!,
    holds: holds === '-' ? undefined : holds!,
  })),
);
