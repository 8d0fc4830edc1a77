import { takeFindings, type PreviewChange } from '../../server/src/lsp/protocol/protocol.ts';
import type { Behaviour, FromPage, PageState, ToPage } from '../src/preview/previewMessages.ts';
import { barOf, showMessage, type ToolbarState } from './toolbar.ts';
import { BlockList } from './blockList.ts';
import { patch } from './patchElement.ts';
import { LineMap } from './lineMap.ts';

interface Kept extends PageState {
  readonly isPaper?: boolean;
  /** The line at the top. */
  readonly line?: number;
}

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): Kept | undefined;
  setState(state: Kept): void;
};

const vscode = acquireVsCodeApi();
const bar = element('header.bar');
const page = element('main');
const blocks = new BlockList(page);
const places = new LineMap(blocks);
let shown: (ToolbarState & { readonly id: number }) | undefined;
let barHtml = '';
let behaviour: Behaviour = { scrollEditor: true, doubleClick: true };
/** A person moves this page, and not the editor or the page itself. */
let isLed = false;
/** How wide the printed page is, in CSS pixels: A4. */
const A4 = (210 / 25.4) * 96;

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'scroll') return scrollTo(data.line);
  const before = vscode.getState();
  const { uri, isLocked } = data.state;
  if (before?.uri !== uri || before.isLocked !== isLocked) vscode.setState({ ...before, uri, isLocked });
  if (data.type === 'say') return say(data.text);
  behaviour = data.behaviour;
  const isFirst = shown === undefined || before?.uri !== uri;
  if (!show(data.change)) return vscode.postMessage({ type: 'ready' });
  if (!isFirst) return;
  fit();
  const line = before?.uri === uri ? before.line : 1;
  if (line !== undefined) scrollTo(line);
});

/** Shows what has changed; false where it is about a state other than the one that is shown. */
function show(change: PreviewChange): boolean {
  if (change.since !== undefined && change.since !== shown?.id) return false;
  const findings = takeFindings(change.since === undefined ? [] : (shown?.findings ?? []), change);
  shown = { ...change, findings };
  if (change.styles) for (const id of ['base', 'screen', 'print'] as const) sheet(id, change.styles[id]);
  if (document.title !== change.title) document.title = change.title;
  page.hidden = false;
  blocks.take(change);
  showBar();
  places.forget();
  return true;
}

function say(text: string): void {
  shown = undefined;
  page.hidden = true;
  bar.hidden = false;
  setBar(showMessage(text));
}

function showBar(): void {
  if (!shown) return;
  const isPaper = vscode.getState()?.isPaper === true;
  document.body.classList.toggle('paper', isPaper);
  element('#print').setAttribute('media', isPaper ? 'all' : 'not all');
  element('#screen').setAttribute('media', isPaper ? 'not all' : 'all');
  bar.hidden = false;
  setBar(barOf(shown, isPaper));
}

function setBar(html: string): void {
  if (html !== barHtml) patch(bar, `<header class="bar">${html}</header>`);
  barHtml = html;
}

function sheet(id: string, css: string): void {
  const style = element(`#${id}`);
  if (style.textContent !== css) style.textContent = css;
}

/** Makes the printed page fit into the window. */
function fit(): void {
  const room = document.documentElement.clientWidth - 32;
  page.style.zoom = document.body.classList.contains('paper') && room < A4 ? String(room / A4) : '';
}

function scrollTo(line: number): void {
  const top = line < 2 ? -window.scrollY : places.topOf(line);
  if (top === undefined) return;
  isLed = false;
  window.scrollBy({ top: line < 2 ? top : top - bar.offsetHeight, behavior: 'instant' });
  keepLine(line);
}

function keepLine(line: number): void {
  const state = vscode.getState();
  if (state) vscode.setState({ ...state, line });
}

for (const kind of ['wheel', 'pointerdown', 'keydown', 'touchmove']) {
  window.addEventListener(kind, () => (isLed = true), { passive: true, capture: true });
}

window.addEventListener('scroll', () => {
  const line = isLed ? (window.scrollY < 2 ? 1 : places.lineAt(bar.offsetHeight + 1)) : undefined;
  if (line === undefined) return;
  keepLine(line);
  if (behaviour.scrollEditor) vscode.postMessage({ type: 'scrolled', line });
});

window.addEventListener('resize', fit);

document.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return;
  if (target.closest('.toggle')) return toggle();
  if (!target.closest('details')) bar.querySelector('details')?.removeAttribute('open');
  const found = target.closest('[data-finding]');
  if (found) find(Number(found.getAttribute('data-finding')) + (blocks.of(found)?.place ?? 0));
  const link = target.closest('a')?.getAttribute('href');
  if (link?.startsWith('#')) document.getElementById(link.slice(1))?.scrollIntoView();
});

/** Goes to the text of a finding. */
function find(place: number): void {
  const range = shown?.findings[place]?.range;
  if (range) vscode.postMessage({ type: 'find', range });
}

document.addEventListener('dblclick', ({ target, clientY }) => {
  if (!behaviour.doubleClick || !(target instanceof Element) || target.closest('a, button, header')) return;
  const line = places.lineOf(target, clientY);
  if (line !== undefined) vscode.postMessage({ type: 'edit', line });
});

// What hides other text goes away by the keyboard too (WCAG 2.2, 1.4.13).
document.addEventListener('keydown', ({ key }) => {
  document.body.classList.toggle('hushed', key === 'Escape');
  if (key === 'Escape') bar.querySelector('details')?.removeAttribute('open');
});
document.addEventListener('pointermove', () => document.body.classList.remove('hushed'));
document.addEventListener('focusin', () => document.body.classList.remove('hushed'));

/** Between the page as it is read here and the page as it is printed. The same line stays at the top. */
function toggle(): void {
  const state = vscode.getState();
  const line = window.scrollY < 2 ? 1 : places.lineAt(bar.offsetHeight + 1);
  if (state) vscode.setState({ ...state, isPaper: state.isPaper !== true });
  showBar();
  fit();
  if (line !== undefined) scrollTo(line);
}

function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`there is no ${selector}`);
  return found;
}

vscode.postMessage({ type: 'ready' });
