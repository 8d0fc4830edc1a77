import type { FromPage, Task, ToPage } from '../src/reports/checklistMessages.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(state: ToPage): void };

const vscode = acquireVsCodeApi();
const SEVERITIES = ['error', 'warning', 'info'] as const;
/** The rows there are, by the ids of their tasks: they stay, so that nobody loses their place. */
const rows = new Map<string, HTMLLIElement>();

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  // Kept for when the window is opened again.
  vscode.setState(data);
  show(data);
});
document.addEventListener('keydown', walk);
vscode.postMessage({ type: 'ready' });

function show({ title, about, deadline, state, found, tasks }: ToPage): void {
  const done = tasks.filter(({ isDone }) => isDone).length;
  write('title', title);
  write('about', about);
  write('deadline', deadline);
  write('status', statusOf(state, found, done, tasks.length));
  document.body.dataset['state'] = state;
  element('progress').hidden = tasks.length === 0;
  element('bar').style.width = `${tasks.length === 0 ? 100 : (done / tasks.length) * 100}%`;
  for (const severity of SEVERITIES) showList(severity, tasks.filter((task) => task.severity === severity)); // prettier-ignore
}

function statusOf(state: ToPage['state'], found: string, done: number, all: number): string {
  const left = all - done;
  const end = state === 'ready' ? 'This report is fit to publish.' : state === 'late' ? `Too late to publish in time. ${sentence(found)}` : sentence(found); // prettier-ignore
  if (all === 0) return end;
  return left === 0 ? `All ${all} done. ${end}` : `${done} of ${all} done. ${end}`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function showList(severity: Task['severity'], tasks: readonly Task[]): void {
  const section = element(severity);
  const list = section.querySelector('ul');
  if (!list) return;
  section.hidden = tasks.length === 0;
  tasks.forEach((task, i) => {
    const row = rowOf(task);
    // Only what stands elsewhere is moved: moving takes the focus away.
    if (list.children[i] !== row) list.insertBefore(row, list.children[i] ?? null);
  });
  while (list.children.length > tasks.length) list.lastElementChild?.remove();
}

function rowOf(task: Task): HTMLLIElement {
  const row = rows.get(task.id) ?? newRow(task.id);
  const [mark, state, place, message] = row.querySelectorAll('span');
  const button = row.querySelector('button');
  if (!mark || !state || !place || !message || !button) return row;
  row.className = task.isDone ? 'done' : '';
  mark.textContent = task.isDone ? '✓' : '';
  setText(state, task.isDone ? 'Done: ' : 'To do: ');
  setText(place, task.place);
  setText(message, task.message);
  button.setAttribute('aria-disabled', String(task.isDone));
  return row;
}

function newRow(id: string): HTMLLIElement {
  const row = document.createElement('li');
  const button = document.createElement('button');
  for (const name of ['mark', 'state', 'place', 'message']) {
    const part = document.createElement('span');
    part.className = name;
    // What the mark shows, the state says.
    part.ariaHidden = name === 'mark' ? 'true' : null;
    button.append(part);
  }
  button.addEventListener('click', () => {
    if (button.getAttribute('aria-disabled') !== 'true') vscode.postMessage({ type: 'go', id });
  });
  row.append(button);
  rows.set(id, row);
  return row;
}

/** The arrow keys go from row to row, Home and End to the first and the last. */
function walk(event: KeyboardEvent): void {
  const buttons = [...document.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  const button = to === undefined ? undefined : buttons[to];
  if (at === -1 || !button) return;
  event.preventDefault();
  button.focus();
}

function write(id: string, text: string): void {
  const place = element(id);
  setText(place, text);
  place.hidden = text === '';
}

/** A screen reader reads out what is set anew, so what is the same is left alone. */
function setText(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found;
}
