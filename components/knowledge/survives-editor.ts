import { MarkdownManager } from '@tiptap/markdown';
import { editorExtensions } from './editor-extensions';
import { isSameMarkdown } from './tidy-markdown';

let manager: MarkdownManager | undefined;

/**
 * Whether a text comes out of the editor as it went in. What would not (raw HTML, images, footnotes, tasks) is shown as
 * Markdown, so that opening and saving an article never loses anything.
 */
export function survivesEditor(markdown: string): boolean {
  manager ??= new MarkdownManager({ extensions: editorExtensions });
  try {
    return isSameMarkdown(manager.serialize(manager.parse(markdown)), markdown);
  } catch {
    return false;
  }
}
