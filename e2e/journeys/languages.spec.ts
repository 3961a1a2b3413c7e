import { publishRead, readZip } from '../fixtures/import-files';
import { expect, test } from '../fixtures/test';

const article = (language: string, title: string, body: string) =>
  `---\ntitle: ${title}\nlang: ${language}\ncategory: Hire\n---\n\n${body}\n`;

const asked = [
  {
    language: 'es',
    slug: 'alquiler-de-kayaks',
    title: 'Alquiler de kayaks',
    body: 'Puedes alquilar un kayak en la tienda de Denver. El alquiler de un kayak cuesta 45 dólares al día. Devuelve el kayak antes de las seis de la tarde.',
    question: '¿Cuánto cuesta alquilar un kayak?',
    answer: '45 dólares al día',
  },
  {
    language: 'fr',
    slug: 'location-de-velos',
    title: 'Location de vélos',
    body: 'Vous pouvez louer un vélo dans notre magasin de Boulder. La location d’un vélo coûte 30 dollars par jour. Pensez à apporter votre casque.',
    question: 'Combien coûte la location d’un vélo ?',
    answer: '30 dollars par jour',
  },
  {
    language: 'zh',
    slug: 'xueqiao',
    title: '雪橇租赁',
    body: '您可以在丹佛门店租用雪橇。租用雪橇每天的费用是25美元。请在晚上六点之前归还雪橇。',
    question: '租用雪橇多少钱？',
    answer: '25美元',
  },
];

test('questions in Spanish, French and Chinese are answered from their own articles, with their link', async ({
  deskOf,
  chatAs,
}) => {
  test.slow();
  const { page } = await deskOf('sam');
  await readZip(
    page,
    Object.fromEntries(
      asked.map(({ language, slug, title, body }) => [`${language}/${slug}.md`, article(language, title, body)]),
    ),
  );
  await publishRead(page);
  for (const { language, slug, title, question, answer } of asked) {
    const chat = await chatAs(null);
    await chat.say(question);
    await chat.sees(answer);
    const source = chat.log.getByRole('link', { name: title });
    await expect(source).toHaveAttribute('href', new RegExp(`/help/${language}/${slug}$`));
  }
});

test('a question in a language without articles goes to a person, and is told so in that language', async ({
  chatAs,
}) => {
  const chat = await chatAs(null);
  await chat.say('Kann ich bei euch einen Schlitten ausleihen, und was kostet das?');
  await chat.sees('übernimmt ein Mensch aus unserem Team');
});
