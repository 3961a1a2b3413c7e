// A tested start for .dependency-cruiser.cjs: every rule an error. Extend it as rooms appear; do not loosen it quietly.
const value = { dependencyTypesNot: ['type-only'] };
module.exports = {
  forbidden: [
    { name: 'no-runtime-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: value } },
    { name: 'lib-knows-no-ui', severity: 'error', from: { path: '^lib/' }, to: { path: '^(app|components)/' } },
    {
      name: 'components-take-types-and-schemas-only',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^lib/', pathNot: '(\\.schema\\.ts$|^lib/format/)', ...value },
    },
    {
      name: 'components-know-only-actions-of-app',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^app/', pathNot: '/actions\\.ts$' },
    },
    {
      name: 'ui-kit-is-a-leaf',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: { path: '^(components/(?!ui/)|app/|lib/(?!format/))' },
    },
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      // The test database hands out people as the rest of the house knows them.
      from: { path: '^lib/platform/', pathNot: '^lib/platform/test-database' },
      to: { path: '^lib/(?!platform/)' },
    },
    {
      name: 'app-goes-through-rooms',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^lib/platform/(db|model)' },
    },
    {
      name: 'web-never-loads-the-worker',
      severity: 'error',
      from: { path: '^(app|components)/' },
      to: { path: '^lib/worker/|@dbos-inc', reachable: true },
    },
    {
      name: 'records-know-no-actors',
      severity: 'error',
      from: {
        path: '^lib/(auth|audit|events|channels|conversations|knowledge|models|tools|governance|privacy|documents|history|mail|metrics|quality|reports|surveys|levels|alerts|live|worth)/',
      },
      to: { path: '^lib/(pipeline|outreach|worker|http)/' },
    },
    {
      name: 'mail-carries-for-all',
      severity: 'error',
      // Surveys, reports and alerts hand mails in; what is in them is none of its business.
      from: { path: '^lib/mail/', pathNot: '\\.test\\.ts$' },
      to: { path: '^lib/(?!(mail|platform|privacy|audit|auth|events|format)/)' },
    },
    {
      name: 'alerts-look-at-all',
      severity: 'error',
      // What tells that something is wrong is needed by nothing that may go wrong.
      from: { path: '^lib/(?!(alerts|worker)/)' },
      to: { path: '^lib/alerts/' },
    },
    {
      name: 'back-rooms-are-private',
      severity: 'error',
      // A bench measures a stage alone; it is no part of the product.
      from: { path: '^(?:lib/([^/]+)|[^/]+)/', pathNot: '^bench/' },
      to: { path: '^lib/[^/]+/[^/]+/', pathNot: '^lib/$1/' },
    },
    {
      name: 'stages-do-no-io',
      severity: 'error',
      from: { path: '^lib/pipeline/[^/]+/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^lib/(?!pipeline/)',
        pathNot: '^lib/(format/|privacy/redact-text|platform/errors)|\\.schema\\.ts$',
        ...value,
      },
    },
    {
      name: 'stages-know-no-sibling',
      severity: 'error',
      from: { path: '^lib/pipeline/([^/]+)/' },
      to: { path: '^lib/pipeline/[^/]+/', pathNot: '^lib/pipeline/$1/' },
    },
    {
      name: 'the-demo-stands-alone',
      severity: 'error',
      from: { path: '^(app|components|lib)/' },
      to: { path: '^demo/', pathNot: '^demo/model/' },
    },
    {
      name: 'only-tests-meet-the-stand-in-model',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: '^lib/.+\\.test\\.ts$' },
      to: { path: '^demo/model/' },
    },
    {
      name: 'the-demo-knows-no-product',
      severity: 'error',
      from: { path: '^demo/' },
      to: { path: '^(app|components|lib)/' },
    },
    { name: 'e2e-only-seeds', severity: 'error', from: { path: '^e2e/' }, to: { path: '^(app|components|lib)/' } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
