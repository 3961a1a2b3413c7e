/** What came of a try that did not succeed, as the transport tells it. */
export type MailTrouble = {
  code?: string | undefined;
  responseCode?: number | undefined;
  command?: string | undefined;
};

export type MailFailure = {
  /** Asked again it would be refused again. */
  final: boolean;
  /** In words of ours: what a server answers may hold an address. */
  says: string;
};

/** Names what went wrong. 5xx is a refusal for good unless it is about us and not about the mail; 4xx is "later". */
export function nameMailFailure({ code, responseCode, command }: MailTrouble): MailFailure {
  const later = (says: string): MailFailure => ({ final: false, says });
  if (code === 'EAUTH' || command?.startsWith('AUTH'))
    return later('The mail server does not accept the user name or the password.');
  if (code === 'ETLS') return later('The mail server offers no encrypted line, or its certificate is not valid.');
  if (responseCode !== undefined && responseCode >= 500)
    return command === 'CONN' || command === 'EHLO' || command === 'HELO'
      ? later(`The mail server does not talk to us (${responseCode}).`)
      : {
          final: true,
          says:
            command === 'RCPT TO'
              ? `The mail server refused the address (${responseCode}).`
              : `The mail server refused it (${responseCode}).`,
        };
  if (responseCode !== undefined && responseCode >= 400)
    return later(`The mail server asked to try later (${responseCode}).`);
  if (code === 'EENVELOPE') return { final: true, says: 'The address cannot be written to.' };
  if (code === 'EDNS') return later('The name of the mail server is not known.');
  return later('The mail server did not answer.');
}

/** Seconds before the second, third, fourth and fifth try. */
const pauses = [60, 300, 1_800, 7_200];
export const mostTries = pauses.length + 1;

export type MailNext = { state: 'failed' } | { state: 'waiting'; inSeconds: number };

/** What becomes of a mail after its n-th try failed. `chance` of 0 to 1 spreads tries by a fifth either way. */
export function decideMailRetry(tries: number, failure: MailFailure, chance: number): MailNext {
  const pause = pauses[tries - 1];
  if (failure.final || pause === undefined) return { state: 'failed' };
  return { state: 'waiting', inSeconds: Math.round(pause * (0.8 + 0.4 * chance)) };
}
