/** What the customer hears when people take over: that it happened, that nothing is to be repeated, and where the answer comes. */
const sentences: Record<string, { asked: string; other: string; retry: string }> = {
  en: {
    asked:
      'Of course. I’m passing you to a colleague now. They can read everything you wrote here and will answer in this conversation.',
    other:
      'A colleague takes over from here. They see all of this, so you won’t have to repeat it, and will answer in this conversation.',
    retry:
      'Something went wrong on our side just now, so a colleague takes over. Nothing you wrote is lost, and they will answer in this conversation.',
  },
  es: {
    asked:
      'Por supuesto. Le paso ahora con una persona del equipo. Puede leer todo lo que ha escrito y le responderá en esta conversación.',
    other:
      'A partir de aquí le atiende una persona del equipo. Ve toda la conversación, no tendrá que repetir nada, y le responderá aquí.',
    retry:
      'Algo ha fallado por nuestra parte, así que le atiende una persona del equipo. No se ha perdido nada y le responderá aquí.',
  },
  fr: {
    asked:
      'Bien sûr. Je vous passe tout de suite une personne de l’équipe. Elle peut lire tout ce que vous avez écrit et vous répondra ici.',
    other:
      'Une personne de l’équipe prend le relais. Elle voit toute la conversation, vous n’aurez rien à répéter, et elle vous répondra ici.',
    retry:
      'Un problème est survenu de notre côté : une personne de l’équipe prend le relais. Rien n’est perdu et elle vous répondra ici.',
  },
  de: {
    asked:
      'Natürlich. Ich gebe jetzt an eine Kollegin oder einen Kollegen weiter. Alles, was Sie geschrieben haben, ist dort zu lesen; die Antwort kommt hier.',
    other:
      'Ab hier übernimmt ein Mensch aus unserem Team. Das ganze Gespräch ist dort zu sehen, Sie müssen nichts wiederholen; die Antwort kommt hier.',
    retry:
      'Bei uns ist gerade etwas schiefgegangen, deshalb übernimmt ein Mensch aus unserem Team. Nichts ging verloren; die Antwort kommt hier.',
  },
  pt: {
    asked:
      'Claro. Vou passar agora para uma pessoa da equipa. Ela pode ler tudo o que escreveu e responderá nesta conversa.',
    other:
      'A partir daqui responde uma pessoa da equipa. Ela vê toda a conversa, não terá de repetir nada, e responderá aqui.',
    retry:
      'Algo correu mal do nosso lado, por isso responde uma pessoa da equipa. Nada se perdeu e a resposta chega aqui.',
  },
  it: {
    asked: 'Certo. La passo subito a una persona del team. Può leggere tutto quello che ha scritto e risponderà qui.',
    other:
      'Da qui in poi risponde una persona del team. Vede tutta la conversazione, non dovrà ripetere nulla, e risponderà qui.',
    retry:
      'Qualcosa è andato storto da parte nostra, quindi risponde una persona del team. Nulla è andato perso e la risposta arriva qui.',
  },
  nl: {
    asked:
      'Natuurlijk. Ik geef u nu door aan een collega. Die kan alles lezen wat u schreef en antwoordt in dit gesprek.',
    other: 'Een collega neemt het hier over. Die ziet het hele gesprek, u hoeft niets te herhalen, en antwoordt hier.',
    retry: 'Er ging bij ons iets mis, dus een collega neemt het over. Er is niets verloren en het antwoord komt hier.',
  },
  pl: {
    asked: 'Oczywiście. Przekazuję rozmowę osobie z zespołu. Widzi wszystko, co zostało napisane, i odpowie tutaj.',
    other:
      'Od tego miejsca odpowiada osoba z zespołu. Widzi całą rozmowę, nie trzeba niczego powtarzać; odpowiedź pojawi się tutaj.',
    retry:
      'Coś poszło nie tak po naszej stronie, dlatego odpowie osoba z zespołu. Nic nie zginęło; odpowiedź pojawi się tutaj.',
  },
  ja: {
    asked: '承知しました。担当者におつなぎします。これまでの内容はすべて担当者が確認でき、この会話でお返事します。',
    other:
      'ここからは担当者が引き継ぎます。これまでの会話はすべて共有されていますので、繰り返していただく必要はありません。この会話でお返事します。',
    retry: 'こちら側で問題が発生したため、担当者が引き継ぎます。内容は失われていません。この会話でお返事します。',
  },
  zh: {
    asked: '好的,我现在为您转接人工客服。同事可以看到您写的全部内容,并会在此对话中回复您。',
    other: '接下来由人工客服为您处理。同事可以看到全部对话,您无需重复,并会在此回复您。',
    retry: '我们这边刚刚出现了问题,现由人工客服接手。您的内容没有丢失,同事会在此回复您。',
  },
};

export type AcknowledgeInput = { language: string; asked: boolean; failed: boolean };

/** In the customer's language where we have it, else in English. Always says what happens next. */
export function acknowledgeHandoff({ language, asked, failed }: AcknowledgeInput): string {
  const words = sentences[language.slice(0, 2)] ?? sentences.en!;
  if (failed) return words.retry;
  return asked ? words.asked : words.other;
}
