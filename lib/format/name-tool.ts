/** A tool's name as words: "orders.refund_order" → "Refund order", "refunds.create" → "Create". */
export function nameTool(tool: string): string {
  const words = (tool.split(/[./]/).at(-1) ?? tool).replace(/[_-]+/g, ' ').trim();
  return words === '' ? tool : words.charAt(0).toUpperCase() + words.slice(1);
}
