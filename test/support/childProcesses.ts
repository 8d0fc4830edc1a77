import type { ChildProcess } from 'node:child_process';

const running = new Set<ChildProcess>();

/** Keeps a process that a test has started for {@link endChildren}. */
export function kept<Child extends ChildProcess>(child: Child): Child {
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Ends what a test that failed half-way has left running: mocha would wait for it. For a hook after each test. */
export function endChildren(): void {
  for (const child of running) child.kill('SIGKILL');
}
