import type { Council } from '../council/council.ts';
import type { Report } from '../report/report.ts';
import { readFields, type Fields } from '../template/fields.ts';
import { findProblems, type SchemaProblem } from '../template/problems.ts';
import type { Template } from '../template/template.ts';
import type { Suppressed } from './suppressed.ts';
import { readAcronyms, type Acronyms } from './acronyms.ts';
import { holdsHint, readProse, wordingOf, type Prose } from './prose.ts';
import { readWords, type Words } from './words.ts';

export type Stage = 'draft' | 'publish';

/**
 * The files round a report, as they were before the check. Paths are as written in the report: relative to its folder, with `/`.
 */
export interface Files {
  has(path: string): boolean;
  /** Paths of files with a name like that of the one asked for, the likest first. */
  near(path: string): readonly string[];
  /** The `#names` of a Markdown file's headings; nothing where it is not there or no Markdown. */
  headings(path: string): readonly string[] | undefined;
}

/** What is known when a report is checked, beside the report. */
export interface Knowledge {
  /** The templates that the report may name: the built-in ones and the council's own. */
  readonly templates: ReadonlyMap<string, Template>;
  /** Empty where there is no `council.yaml`. */
  readonly council: Council;
  readonly stage: Stage;
  /** The day of the check in London, `YYYY-MM-DD`. */
  readonly today: string;
  /** Absent where nobody looked: rules about files are silent then. */
  readonly files?: Files;
  /** The report's findings that the council has accepted for the time being. */
  readonly suppressed?: Suppressed;
}

/** What a rule may know beside the report. */
export interface Context extends Knowledge {
  /** The template that the report names; nothing where it names none that is known. */
  readonly template: Template | undefined;
  readonly fields: Fields;
  /** What is wrong with the fields by the template's schema; nothing without a template. Read on first use. */
  readonly problems: readonly SchemaProblem[];
  /** All the text of the report that people read. Read on first use. */
  readonly prose: readonly Prose[];
  /** The words of it all, folded and without marks. Read on first use. */
  readonly wording: string;
  /** The same in lower case, for a quick look. Read on first use. */
  readonly glance: string;
  /** A quick look finds something there that a rule might speak of. */
  readonly isHinted: boolean;
  /** The words of the report. Read on first use. */
  readonly words: Words;
  /** Its acronyms. Read on first use. */
  readonly acronyms: Acronyms;
}

/** Reads a report's fields by its template, for its rules and whoever else asks. */
export function createContext(report: Report, knowledge: Knowledge): Context {
  const name = report.frontMatter.root?.entries.findLast((entry) => entry.key === 'template')?.value;
  const template = name?.kind === 'scalar' ? knowledge.templates.get(name.text.text.trim()) : undefined;
  const fields = readFields(report, template);
  let prose: readonly Prose[] | undefined;
  let wording: string | undefined;
  let glance: string | undefined;
  let isHinted: boolean | undefined;
  let words: Words | undefined;
  let acronyms: Acronyms | undefined;
  let problems: readonly SchemaProblem[] | undefined;
  return {
    ...knowledge,
    template,
    fields,
    get problems() {
      problems ??= template ? findProblems(template, fields.data) : [];
      return problems;
    },
    get prose() {
      return (prose ??= readProse(report, fields));
    },
    get wording() {
      return (wording ??= wordingOf(this.prose));
    },
    get glance() {
      return (glance ??= this.wording.toLowerCase());
    },
    get isHinted() {
      return (isHinted ??= holdsHint(this.glance));
    },
    get words() {
      return (words ??= readWords(this.prose));
    },
    get acronyms() {
      return (acronyms ??= readAcronyms(this.words));
    },
  };
}
