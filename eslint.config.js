import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The layers of server/src in order: each may import only from itself and from those before it (ARCHITECTURE.md). */
const layers = [
  ...['text', 'paper', 'template', 'council', 'analysis', 'layout', 'fixes', 'rules', 'linter', 'language'],
  ...['workspace', 'export', 'lsp', 'cli'],
];
const platform = ['node:*', 'fs', 'path', 'os', 'process', 'child_process', 'vscode', 'vscode-*'];

function layerRule(layer, place) {
  const later = layers.slice(place + 1);
  const files = [`server/src/${layer}/**/*.ts`];
  const pure = !['workspace', 'export', 'lsp', 'cli'].includes(layer);
  const group = later.flatMap((other) => [`**/${other}`, `**/${other}/**`]);
  return {
    files,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...(group.length > 0
              ? [{ group, message: `${layer} may import only the layers before it: see ARCHITECTURE.md.` }]
              : []),
            ...(pure ? [{ group: platform, message: `${layer} knows nothing of files, editors or the platform.` }] : []),
          ],
        },
      ],
    },
  };
}

export default defineConfig(
  { ignores: ['dist/', '.node/', '.vscode-test/', 'coverage/', 'server/src/*/generated/', 'node_modules/'] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.js', 'scripts/*.mjs'] } } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
      // Text for a terminal is all about control characters.
      'no-control-regex': 'off',
      'max-lines': ['error', 300],
    },
  },
  ...layers.map(layerRule),
  {
    files: ['client/src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: 'server/src/(?!lsp/protocol/)',
              message: 'Of the server the client knows only lsp/protocol/: see ARCHITECTURE.md.',
            },
            { group: platform.filter((name) => !name.startsWith('vscode')), message: 'The client runs in a browser too.' },
          ],
        },
      ],
      'no-restricted-properties': ['error', { property: 'fsPath', message: 'Not every document is a file on a disk.' }],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: true, console: true, URL: true, performance: true } },
  },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-floating-promises': 'off' } },
);
