import { commands, Disposable, window, type ExtensionContext } from 'vscode';
import type { Desk } from './desk/desk.ts';
import { CHECKLIST_VIEW } from './desk/messages.ts';
import type { Session } from './session.ts';

/** The commands that the desk runs, without `scrutiny.`. */
export const DESK_COMMANDS = [
  'newReport',
  'checkForPublication',
  'refreshReports',
  'showMyReports',
  'showAllReports',
  'previewFromReports',
  'checkFromReports',
  'exportFromReports',
  'openExample',
] as const;

export type DeskCommand = (typeof DESK_COMMANDS)[number];

/** Offers what people at a desk do. It is not even read before one of its commands is run or the server runs. */
export function offerDesk(context: ExtensionContext, session: Session): Disposable {
  let desk: Promise<Desk> | undefined;
  const open = (): Promise<Desk> => (desk ??= import('./desk/desk.ts').then(({ Desk }) => new Desk(context, session)));
  return Disposable.from(
    ...DESK_COMMANDS.map((name) =>
      commands.registerCommand(`scrutiny.${name}`, async (...given: readonly unknown[]) => (await open()).run(name, given)),
    ),
    window.registerWebviewPanelSerializer(CHECKLIST_VIEW, {
      deserializeWebviewPanel: async (panel, state: unknown) => (await open()).restore(panel, state),
    }),
    session.onDidConnect(() => void open()),
    new Disposable(() => void desk?.then((one) => one.dispose())),
  );
}
