import { type AttachmentView, attachmentViewSchema } from '@/lib/conversations/writing.schema';

/** Sends a file to the server; a plain fetch tells nothing of how far it is. Rejects with words for people. */
export function sendFile(
  conversationId: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<AttachmentView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/inbox/conversations/${encodeURIComponent(conversationId)}/attachments`);
    request.responseType = 'json';
    request.timeout = 120_000;
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const parsed = attachmentViewSchema.safeParse(request.response);
      if (request.status < 300 && parsed.success) resolve(parsed.data);
      else reject(new Error(request.response?.error?.message ?? `The server answered ${request.status}.`));
    };
    request.onerror = () => reject(new Error('The server cannot be reached.'));
    request.ontimeout = () => reject(new Error('It took too long.'));
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.set('file', file, file.name);
    request.send(form);
  });
}
