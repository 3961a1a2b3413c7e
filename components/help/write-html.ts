import { Fragment, isValidElement, type ReactNode } from 'react';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (one) => escapes[one]!);

const empty = new Set(['br', 'hr', 'img', 'input', 'link', 'meta']);
/** Where React's name for an attribute is not HTML's in small letters. */
const renamed: Record<string, string> = {
  className: 'class',
  htmlFor: 'for',
  httpEquiv: 'http-equiv',
  defaultValue: 'value',
  viewBox: 'viewBox',
  strokeWidth: 'stroke-width',
  strokeLinecap: 'stroke-linecap',
  strokeLinejoin: 'stroke-linejoin',
};

/**
 * A tree of plain components as HTML, for pages that carry no script: a reader of the help centre loads some kilobytes
 * and nothing that has to start. Next gives route handlers no React renderer of its own.
 */
export function writeHtml(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (typeof node === 'string' || typeof node === 'number' || typeof node === 'bigint') return escapeHtml(String(node));
  if (Array.isArray(node)) return node.map(writeHtml).join('');
  if (!isValidElement<{ children?: ReactNode }>(node))
    throw new Error('Only elements and text can be written as HTML.');
  const { type, props } = node;
  if (type === Fragment) return writeHtml(props.children);
  if (typeof type === 'function') return writeHtml((type as (props: unknown) => ReactNode)(props));
  if (typeof type !== 'string') throw new Error('Only plain components can be written as HTML.');
  const open = `<${type}${Object.entries(props).map(writeAttribute).join('')}>`;
  if (empty.has(type)) return open;
  // Text within these is never unescaped by browsers; only constants of ours stand there.
  const isRaw = (type === 'style' || type === 'script') && typeof props.children === 'string';
  return `${open}${isRaw ? props.children : writeHtml(props.children)}</${type}>`;
}

function writeAttribute([name, value]: [string, unknown]): string {
  // Styles on elements are forbidden by the page's policy, and there is nobody to call a handler.
  if (name === 'children' || name === 'style' || value === null || value === undefined) return '';
  if (typeof value === 'object' || typeof value === 'function') return '';
  const attribute = renamed[name] ?? name.toLowerCase();
  if (typeof value === 'boolean' && !/^(?:aria|data)-/.test(attribute)) return value ? ` ${attribute}` : '';
  return ` ${attribute}="${escapeHtml(String(value))}"`;
}
