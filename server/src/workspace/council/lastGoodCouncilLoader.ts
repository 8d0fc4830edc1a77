import type { Council } from '../../council/council.ts';
import { loadPatterns } from '../../council/patterns.ts';
import type { LintOptions } from '../../analysis/ruleContext.ts';
import { compileCustomTemplates, templateNameOf } from '../../template/customTemplates.ts';
import { loadCouncil, type LoadedCouncil } from './loadCouncil.ts';

/**
 * Reads `council.yaml` files again and again while somebody edits them: one that cannot be used at all leaves the last good one
 * in use, a template that cannot be used the last good one of that name, and templates are compiled anew only when they change.
 * Where nothing has changed, what is given is known again by its `knowledge`.
 * @param trusted false where nobody has said that the files can be trusted: then no templates and no patterns are compiled
 */
export function lastGoodCouncilLoader(trusted: boolean): typeof loadCouncil {
  const last = new Map<string, LoadedCouncil>();
  const compiled = new Map<string, { readonly from: string; readonly templates: ReturnType<typeof compileCustomTemplates> }>();
  return async (files, path, terms) => {
    const readTemplates: typeof compileCustomTemplates = (texts) => {
      if (!trusted) return Promise.resolve({ templates: [], problems: [] });
      const from = JSON.stringify([...texts]);
      const known = compiled.get(path);
      if (known?.from === from) return known.templates;
      const templates = compileCustomTemplates(texts);
      compiled.set(path, { from, templates });
      return templates;
    };
    const readPatterns = trusted ? loadPatterns : () => Promise.resolve(undefined);
    const now = await loadCouncil(files, path, terms, readTemplates, readPatterns);
    const before = last.get(path);
    const kept = before ? keepGood(before, now) : now;
    last.set(path, kept);
    return kept;
  };
}

function keepGood(before: LoadedCouncil, now: LoadedCouncil): LoadedCouncil {
  const unusable = now.problems.some(({ file }) => file === now.file?.name);
  const isSameText = now.file?.text === before.file?.text;
  const { council } = unusable || isSameText ? before.knowledge : now.knowledge;
  const { templates } = unusable ? before.knowledge : now.knowledge;
  const kept = new Map(templates);
  for (const { file } of now.problems) {
    const name = templateNameOf(file);
    const good = before.knowledge.templates.get(name);
    if (good && !kept.has(name)) kept.set(name, good);
  }
  const { stage, today } = now.knowledge;
  const knowledge = { templates: kept, council, stage, today };
  return {
    ...now,
    knowledge: sameLintOptions(knowledge, before.knowledge) ? before.knowledge : knowledge,
    isReport: unusable ? before.isReport : now.isReport,
  };
}

/** True where reports are checked with the same either way. */
export function sameLintOptions(a: LintOptions, b: LintOptions): boolean {
  if (a === b) return true;
  return a.stage === b.stage && a.today === b.today && sameEntries(a.templates, b.templates) && sameCouncil(a.council, b.council);
}

/** The council's own checks hold compiled patterns, which cannot be compared. */
function sameCouncil(a: Council, b: Council): boolean {
  return a === b || (!a.checks && !b.checks && JSON.stringify(a) === JSON.stringify(b));
}

function sameEntries<K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}
