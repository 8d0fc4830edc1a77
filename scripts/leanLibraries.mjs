// How two libraries that every report goes through are bundled: what they do is theirs, some of how is quicker.
import { readFile } from 'node:fs/promises';

/**
 * What is written otherwise in a file of a library, and means the same there.
 * @type {readonly { file: RegExp, changes: readonly (readonly [RegExp, string])[] }[]}
 */
const REWRITES = [
  {
    // Published with its class fields compiled to calls of a helper around Object.defineProperty, which cost half of its time.
    file: /markdown-it[\\/]dist[\\/]markdown-it\.mjs$/,
    changes: [
      [/_defineProperty\(\s*this,\s*(?:\/\*\*[^]*?\*\/\s*)?"(\w+)",\s*([^]*?)\s*\);/g, 'this.$1 = $2;'],
      // Where a line ends is asked for; each of its characters was looked at.
      [
        /const (ch = s\.charCodeAt\(pos\);)(?=\s*if \(!indent_found\))([^]*?)(indent_found = true;)/,
        'let $1$2{ $3 pos = s.indexOf("\\n", pos); if (pos < 0) pos = len - 1; $1 }',
      ],
      // Where plain text ends is asked for as well.
      [
        /function text\(state, silent\) \{\s*let pos = state\.pos;\s*while \(pos < state\.posMax && !isTerminatorChar\(state\.src\.charCodeAt\(pos\)\)\) pos\+\+;/,
        `const TERMINATOR = new RegExp("[" + Array.from({ length: 128 }, (_, code) => isTerminatorChar(code) ? "\\\\x" + code.toString(16).padStart(2, "0") : "").join("") + "]", "g");
        function text(state, silent) {
          let pos = state.pos;
          if (pos < state.posMax && !isTerminatorChar(state.src.charCodeAt(pos))) {
            TERMINATOR.lastIndex = pos;
            pos = TERMINATOR.test(state.src) ? Math.min(TERMINATOR.lastIndex - 1, state.posMax) : state.posMax;
          }`,
      ],
    ],
  },
  {
    // The same for the kind of each node, the schema of each collection and what is in a schema.
    file: /yaml[\\/]browser[\\/]dist[\\/](?:nodes[\\/](?:Node|Pair|Collection)|doc[\\/]Document|schema[\\/]Schema)\.js$/,
    changes: [[/Object\.defineProperty\(this, ('schema'|[A-Z_]+), \{\s*value: (\w+)[^}]*\}\);/g, 'this[$1] = $2;']],
  },
  {
    // Each token goes up through four or five generators, each of which goes on for it: two fifths of yaml’s time.
    file: /yaml[\\/]browser[\\/]dist[\\/]parse[\\/](?:lexer|parser)\.js$/,
    changes: [
      [/^ {4}constructor\(.*\) \{/m, '$&\n        this.made = [];'],
      // Where lex() and parse() end.
      [/^ {12}(?:next = yield\* this\.parseNext\(next\)|yield\* this\.end\(\));/m, '$&\n        return this.made.splice(0);'],
      [/^ {4}\*(?=\w+\()/gm, '    '],
      [/yield\* /g, ''],
      [/yield ([^;]+);/g, 'this.made.push($1);'],
    ],
  },
];

/**
 * Bundles yaml and markdown-it with their slow ways taken out.
 * @returns {import('esbuild').Plugin} fails where a library no longer has what is to be changed
 */
export function leanLibraries() {
  return {
    name: 'lean-libraries',
    setup({ onLoad }) {
      for (const { file, changes } of REWRITES) {
        onLoad({ filter: file }, async ({ path }) => ({ contents: rewrite(await readFile(path, 'utf8'), path, changes) }));
      }
    },
  };
}

/**
 * @param {string} text
 * @param {string} path
 * @param {readonly (readonly [RegExp, string])[]} changes
 */
function rewrite(text, path, changes) {
  return changes.reduce((before, [pattern, by]) => {
    const after = before.replace(pattern, by);
    if (after === before) throw new Error(`${path} has no ${pattern} any more: see scripts/leanLibraries.mjs`);
    return after;
  }, text);
}
