import type { RegisteredConnector, ToolInfo } from './tool.schema';

/** For tests: a system and a tool as the registry has them. */
export const testConnector = (more: Partial<RegisteredConnector> = {}): RegisteredConnector => ({
  ...{ id: 'c1', key: 'shop', name: 'Shop', kind: 'mcp', url: 'https://shop.example/mcp', version: '1' },
  ...{ sandbox: false, enabled: true, adopt: false, seen: true, timeoutMs: null, mostAtOnce: 24, mostPerMinute: null },
  subject: { identity: 'account' },
  ...more,
});

export function testTool(more: Partial<ToolInfo> = {}): ToolInfo {
  const connector = more.connector ?? testConnector();
  const name = more.name ?? 'orders.get';
  return {
    ...{ id: `${connector.key} ${name}`, connector, name, fullName: `${connector.key}:${name}`, title: name },
    ...{
      description: '',
      schema: {},
      outputSchema: null,
      takes: new Set(['customer', 'order']),
      write: false,
      risk: 'low',
    },
    ...{ enabled: true, state: 'accepted', fits: true, subjectArgument: 'customer', keyArgument: null },
    ...{ settledBy: null, compensatedBy: null, http: null, timeoutMs: null, mostAtOnce: null, mostPerMinute: null },
    ...more,
  };
}
