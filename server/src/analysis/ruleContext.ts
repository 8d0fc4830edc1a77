import type { Council } from '../council/council.ts';
import type { Paper } from '../paper/paper.ts';
import { readFields, type Fields } from '../template/fields.ts';
import { findSchemaProblems, type SchemaProblem } from '../template/schemaProblems.ts';
import type { Template } from '../template/template.ts';
import { Memo } from '../text/memo.ts';
import type { Baseline } from '../text/finding.ts';
import { readAcronyms, type Acronyms } from './acronyms.ts';
import { readProse, type Prose } from './prose.ts';
import { buildWordIndex, type WordIndex } from './wordIndex.ts';

export type Stage = 'draft' | 'publish';

/**
 * The files round a report, as they were before the check. Paths are as written in the report: relative to its folder, with `/`.
 */
export interface FileLookup {
  has(path: string): boolean;
  /** Paths of files with a name like that of the one asked for, the likest first. */
  near(path: string): readonly string[];
  /** The `#names` of a Markdown file's headings; nothing where it is not there or no Markdown. */
  headings(path: string): readonly string[] | undefined;
}

/** What is known when a report is checked, beside the report. */
export interface LintOptions {
  /** The templates that the report may name: the built-in ones and the council's own. */
  readonly templates: ReadonlyMap<string, Template>;
  /** Empty where there is no `council.yaml`. */
  readonly council: Council;
  readonly stage: Stage;
  /** The day of the check in London, `YYYY-MM-DD`. */
  readonly today: string;
  /** Absent where nobody looked: rules about files are silent then. */
  readonly files?: FileLookup | undefined;
  /** The report's findings that the council has accepted for the time being. */
  readonly suppressed?: Baseline | undefined;
}

/** What a rule may know beside the report. */
export interface RuleContext extends LintOptions {
  /** The template that the report names; nothing where it names none that is known. */
  readonly template: Template | undefined;
  readonly fields: Fields;
  /** What is wrong with the fields by the template's schema; nothing without a template. Read on first use. */
  readonly problems: readonly SchemaProblem[];
  /** All the text of the report that people read. Read on first use. */
  readonly prose: readonly Prose[];
  /** The words of the report. Read on first use. */
  readonly words: WordIndex;
  /** Its acronyms. Read on first use. */
  readonly acronyms: Acronyms;
  /** What rules have worked out for each other. */
  readonly memo: Memo;
}

/** Reads a report's fields by its template, for its rules and whoever else asks. */
export function createContext(report: Paper, knowledge: LintOptions): RuleContext {
  const name = report.frontMatter.root?.entries.findLast((entry) => entry.key === 'template')?.value;
  const template = name?.kind === 'scalar' ? knowledge.templates.get(name.text.text.trim()) : undefined;
  return new PaperRuleContext(report, knowledge, template, readFields(report, template));
}

/** A class, so that all contexts are one shape to whoever reads them: getters of an object are new ones each time. */
class PaperRuleContext implements RuleContext {
  readonly templates: LintOptions['templates'];
  readonly council: Council;
  readonly stage: Stage;
  readonly today: string;
  readonly files: FileLookup | undefined;
  readonly suppressed: Baseline | undefined;
  readonly memo = new Memo();
  private readonly read: {
    -readonly [key in 'problems' | 'prose' | 'words' | 'acronyms']?: RuleContext[key];
  } = {};

  constructor(
    private readonly report: Paper,
    { templates, council, stage, today, files, suppressed }: LintOptions,
    readonly template: Template | undefined,
    readonly fields: Fields,
  ) {
    this.templates = templates;
    this.council = council;
    this.stage = stage;
    this.today = today;
    this.files = files;
    this.suppressed = suppressed;
  }

  get problems(): readonly SchemaProblem[] {
    return (this.read.problems ??= this.template ? findSchemaProblems(this.template, this.fields.data) : []);
  }

  get prose(): readonly Prose[] {
    return (this.read.prose ??= readProse(this.report, this.fields));
  }

  get words(): WordIndex {
    return (this.read.words ??= buildWordIndex(this.prose));
  }

  get acronyms(): Acronyms {
    return (this.read.acronyms ??= readAcronyms(this.words));
  }
}
