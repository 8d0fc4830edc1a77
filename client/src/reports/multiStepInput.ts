import { QuickInputButtons, window, type QuickInput, type QuickPickItem } from 'vscode';

/** The answer of a person who wants the question before. */
export const BACK = Symbol('back');

/** Where a question stands among several. */
export interface Step {
  readonly title: string;
  /** From 1. */
  readonly step: number;
  readonly totalSteps: number;
}

/** An answer; {@link BACK}; or nothing, for a person who has called it off. */
export type Answer<T> = T | typeof BACK | undefined;

/** Has a person choose one of several things. */
export function pickItem<T extends QuickPickItem>(items: readonly T[], placeholder: string, step: Step): Promise<Answer<T>> {
  const pick = window.createQuickPick<T>();
  Object.assign(pick, { items, placeholder, matchOnDescription: true, matchOnDetail: true });
  return answer<T>(pick, step, (done) => pick.onDidAccept(() => pick.selectedItems[0] && done(pick.selectedItems[0])));
}

/** Has a person type a line, which may be empty. */
export function type(prompt: string, placeholder: string, step: Step): Promise<Answer<string>> {
  const box = window.createInputBox();
  Object.assign(box, { prompt, placeholder });
  return answer<string>(box, step, (done) => box.onDidAccept(() => done(box.value.trim())));
}

function answer<T>(
  input: QuickInput & { buttons: readonly unknown[]; onDidTriggerButton: (heard: (button: unknown) => void) => unknown },
  step: Step,
  listen: (done: (value: T) => void) => unknown,
): Promise<Answer<T>> {
  return new Promise((resolve) => {
    const done = (value: Answer<T>): void => {
      resolve(value);
      input.dispose();
    };
    Object.assign(input, step, { ignoreFocusOut: true, buttons: step.step > 1 ? [QuickInputButtons.Back] : [] });
    input.onDidTriggerButton((button) => button === QuickInputButtons.Back && done(BACK));
    input.onDidHide(() => done(undefined));
    listen(done);
    input.show();
  });
}

/**
 * Asks questions one after the other, and the one before again for a person who goes back.
 * @param questions each told its number and how many there are; one that has nothing to ask gives `skip`
 * @returns whether all were answered
 */
export async function runSteps(
  title: string,
  questions: readonly ((step: Step) => Promise<'next' | 'skip' | typeof BACK | undefined>)[],
): Promise<boolean> {
  const asked: number[] = [];
  for (let at = 0; at < questions.length;) {
    const outcome = await questions[at]?.({ title, step: at + 1, totalSteps: questions.length });
    if (outcome === undefined) return false;
    if (outcome === BACK) at = asked.pop() ?? 0;
    else {
      if (outcome === 'next') asked.push(at);
      at++;
    }
  }
  return true;
}
