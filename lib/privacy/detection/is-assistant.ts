// Ai and Ki are also names of people: only in capitals are they ours.
const short = new Set(['AI', 'KI', 'IA']);
const long = new Set(
  'assistant assistent assistenten assistentin asistente assistente asystent asystenta asystentem assistants assistenti asistentes assistentes bot bots chatbot chatbots'.split(
    ' ',
  ),
);
/** Iowa is IA as well. What the Romance languages call an AI stands behind an article, or behind whose it is. */
const beforeIa = /(?<!\p{L})(?:un|una|une|uma|la|l|a|d|de|da|di|do|assistant|assistente|asistente)['’\s]\s*$/iu;

/** Whether a word is what an AI is called in the languages customers are answered in: nobody's name. `before`: the text up to it. */
export function isAssistant(word: string, before: string): boolean {
  if (word === 'IA') return beforeIa.test(before.slice(-20));
  return short.has(word) || long.has(word.toLowerCase());
}
