import { describe, expect, it } from 'vitest';
import { redactText } from '../redact-text';

const redact = (text: string, keep?: string[]) => redactText(text, {}, keep ? { keep: new Set(keep) } : {}).text;

describe('names', () => {
  it.each([
    ['Hi, my name is Sandra Kowalski.', 'Hi, my name is [PERSON_1].'],
    ['hi my name is sandra kowalski', 'hi my name is [PERSON_1]'],
    ['Thanks,\nMiguel Herrera', 'Thanks,\n[PERSON_1]'],
    ['I live in Rotterdam', 'I live in [PLACE_1]'],
    ['Do you ship to New Zealand?', 'Do you ship to [PLACE_1]?'],
    ['Ich heiße Jürgen Brandt und wohne in Leipzig', 'Ich heiße [PERSON_1] und wohne in [PLACE_1]'],
    ["Je m'appelle Camille Dubois", "Je m'appelle [PERSON_1]"],
    ['Me llamo Lucía Fernández', 'Me llamo [PERSON_1]'],
    ['please send it to 12 Rue des Lilas, 69003 Lyon, France', 'please send it to [ADDRESS_1]'],
    ['Meine Adresse ist Gartenstraße 14, 70173 Stuttgart', 'Meine Adresse ist [ADDRESS_1]'],
    ['I work at Halvorsen Logistics Ltd', 'I work at [ORGANISATION_1]'],
    ['你好，我叫王小明，我的包裹在哪里？', '你好，我叫[PERSON_1]，我的包裹在哪里？'],
    ['田中太郎と申します。注文について', '[PERSON_1]と申します。注文について'],
    ['제 이름은 김민수입니다', '제 이름은 [PERSON_1]입니다'],
    ['اسمي أحمد', 'اسمي [PERSON_1]'],
    ['Меня зовут Анна Иванова', 'Меня зовут [PERSON_1]'],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    'where is my order NL-48213',
    'Orders NL-48213 and NL-40001 are late',
    'My Ember stove does not light',
    'Cancel my Trail membership please',
    'The Ridge tent arrived on Monday',
    'I paid $1,234.50 in March',
    'Will you refund me?',
    'WHERE IS MY REFUND???',
    'May I change the size to Large?',
    'Your refund of $48 is on its way. It takes 5 days.',
    'Can I pay with Visa?',
    'My SSN is wrong',
    'I need it in XL and the GPS does not work',
    'Quiero cancelar mi pedido',
    'Wo ist mein Paket?',
    'Je veux annuler ma commande',
    '租用雪橇多少钱？',
    '退款需要多久？',
    '我的订单在哪里',
    'ソリのレンタルはいくらですか',
    '注文をキャンセルしたいです',
    '환불은 얼마나 걸리나요?',
    'أين طلبي؟ أريد استرداد أموالي',
    'איפה ההזמנה שלי',
    'मेरा ऑर्डर कहाँ है',
    'สินค้าของฉันอยู่ที่ไหน',
    'Πού είναι η παραγγελία μου',
    'Где мой заказ? Хочу вернуть деньги',
    'Gdzie jest moja paczka',
    'Var är mitt paket',
  ])('leaves %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('leaves what the caller says is nobody', () => {
    const text = 'My name is Marlow Denning';
    expect(redact(text)).toBe('My name is [PERSON_1]');
    expect(redact(text, ['marlow', 'denning'])).toBe(text);
  });

  it.each([
    '34 words, says that it is an AI',
    'Hi, I’m Northline’s AI assistant.',
    "I asked Northline's AI already",
    'Am I talking to an AI?',
    'The AI told me that my order is late',
    'Hallo, ich bin der KI-Assistent von Northline.',
    'Bonjour, je suis l’assistant IA de Northline.',
    'Est-ce que je parle à une IA ?',
    'Hola, soy el asistente de IA de Northline.',
    'La IA de Northline me dijo que no',
    'Olá, sou o assistente de IA da Northline.',
    'sono l’assistente IA di Northline.',
    'Hallo, ik ben de AI-assistent van Northline.',
    'jestem asystentem AI firmy Northline.',
  ])('takes no assistant for anybody: %s', (text) => {
    expect(redact(text, ['northline'])).toBe(text);
  });

  it.each([
    ['My name is Ai Tanaka', 'My name is [PERSON_1]'],
    ['Ai Weiwei wrote to you', '[PERSON_1] wrote to you'],
    ['Do you deliver to Ames, IA?', 'Do you deliver to [PLACE_1], [PLACE_2]?'],
    ['I moved to IA last month', 'I moved to [PLACE_1] last month'],
    ['The AI handed me over to Nora Feld', 'The AI handed me over to [PERSON_1]'],
    ['Halvorsen Logistics’s AI told me', /^\[ORGANISATION_1\]|^\[PERSON_1\]/],
  ])('and still hides who is called so: %s', (text, expected) => {
    expect(redact(text, ['northline'])).toMatch(expected);
  });

  it('hides a name everywhere once it is known to be one', () => {
    const first = redactText('my name is Zorvika Brandeloo');
    expect(first.text).toBe('my name is [PERSON_1]');
    expect(redactText('Zorvika Brandeloo', first.tokens).text).toBe('[PERSON_1]');
    expect(redactText('xZorvika Brandeloo', first.tokens).text).not.toContain('[PERSON_1]');
  });
});
