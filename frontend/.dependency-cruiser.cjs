// lib, api → ui → session → features → app: imports point one way only.
// `app/paths.ts` is the one leaf of `app` that everyone may read: every address of the client stands there.
const layers = ['lib', 'api', 'ui', 'session', 'features', 'app']

/** A layer may not import one that stands above it. */
const upward = layers.flatMap((layer, i) => {
  const above = layers.slice(layer === 'lib' ? 1 : i + 1)
  return above.length === 0
    ? []
    : [
        {
          name: `${layer}-stays-below`,
          severity: 'error',
          from: { path: `^src/${layer}/`, pathNot: '\\.test\\.tsx?$' },
          to: { path: `^src/(${above.join('|')})/`, pathNot: '^src/app/paths\\.ts$' },
        },
      ]
})

module.exports = {
  forbidden: [
    ...upward,
    {
      name: 'features-do-not-import-one-another',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: ['^src/features/$1/', '^src/features/units/'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { pathNot: '\\.test\\.tsx?$|^src/test/' },
      to: { path: '\\.test\\.tsx?$|^src/test/' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
