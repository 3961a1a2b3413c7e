import { type Span, spansOf } from './span';

const email = /[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.)+\p{L}{2,24}/gu;
const url = /(?<![\p{L}\p{N}])(?:(?:https?|ftp):\/\/|www\.)[^\s<>"'\])]+[^\s<>"'\]).,;:!?]/giu;
// Without a scheme only endings that are no words: "it.is" and "done.so" are slips at the end of a sentence.
const domain =
  /(?<![\p{L}\p{N}@._-])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,4}(?:com|net|org|info|biz|edu|gov|mil|io|co|dev|app|xyz|online|shop|store|site|tech|cloud|ai|eu|uk|de|fr|nl|es|pl|se|dk|fi|ru|cz|sk|hu|ro|gr|tr|br|mx|ar|cl|ca|au|nz|jp|cn|kr|ie|za|us|tv|ch)(?::\d{2,5})?(?:\/[^\s<>"'\])]*[^\s<>"'\]).,;:!?])?(?![\p{L}\p{N}_-]|\.\p{L})/giu;

const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const ip = new RegExp(
  `(?<![\\d.])(?:${octet}\\.){3}${octet}(?![\\d]|\\.\\d)|(?<![\\w:])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![\\w:])|(?<![\\w:])(?:[0-9a-f]{1,4}:){1,6}:(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,5})?(?![\\w:])`,
  'gi',
);

export const findEmails = (text: string): Span[] => spansOf(email, text);
export const findIps = (text: string): Span[] => spansOf(ip, text);

/** Links, and bare names of sites. All of them: which page somebody looked at tells of them as much as a secret in it. */
export function findUrls(text: string): Span[] {
  return [
    ...spansOf(url, text),
    ...spansOf(domain, text).filter(
      ({ start, end }) =>
        /\p{Ll}/u.test(text.slice(start, end)) || !/^\p{Lu}\p{L}*\.\p{Lu}/u.test(text.slice(start, end)),
    ),
  ];
}
