import type { FileLookup } from '../../analysis/ruleContext.ts';

/** The files round a report as a check asks about them; it remembers the answers. */
export class RecordingFileLookup implements FileLookup {
  private readonly answers = new Map<string, { readonly ask: (files: FileLookup) => unknown; readonly answer: string }>();

  constructor(private readonly files: FileLookup) {}

  has(path: string): boolean {
    return this.ask(`has ${path}`, (files) => files.has(path));
  }

  near(path: string): readonly string[] {
    return this.ask(`near ${path}`, (files) => files.near(path));
  }

  headings(path: string): readonly string[] | undefined {
    return this.ask(`headings ${path}`, (files) => files.headings(path));
  }

  /** True when the files would give every answer again, so that the check would go the same way. */
  isSame(files: FileLookup): boolean {
    return [...this.answers.values()].every(({ ask, answer }) => spell(ask(files)) === answer);
  }

  private ask<T>(question: string, ask: (files: FileLookup) => T): T {
    const answer = ask(this.files);
    this.answers.set(question, { ask, answer: spell(answer) });
    return answer;
  }
}

function spell(answer: unknown): string {
  return JSON.stringify([answer]);
}
