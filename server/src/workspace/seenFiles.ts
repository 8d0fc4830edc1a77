import type { Files } from '../rules/context.ts';

/** The files round a report as a check asks about them; it remembers the answers. */
export class SeenFiles implements Files {
  private readonly answers = new Map<string, { readonly ask: (files: Files) => unknown; readonly answer: string }>();

  constructor(private readonly files: Files) {}

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
  isSame(files: Files): boolean {
    return [...this.answers.values()].every(({ ask, answer }) => spell(ask(files)) === answer);
  }

  private ask<T>(question: string, ask: (files: Files) => T): T {
    const answer = ask(this.files);
    this.answers.set(question, { ask, answer: spell(answer) });
    return answer;
  }
}

function spell(answer: unknown): string {
  return JSON.stringify([answer]);
}
