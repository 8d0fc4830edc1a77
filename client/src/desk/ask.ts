import type { Uri } from 'vscode';
import type { Session } from '../session.ts';

/** Asks the server, which is started if need be. @returns nothing where it does not start, which has been said by then */
export async function ask<T>(session: Session, method: string, params: object = {}): Promise<T | undefined> {
  await session.start();
  return session.client?.sendRequest<T>(method, params);
}

/** A document's URI as the server knows it. */
export function nameOf(session: Session, uri: Uri): string {
  return session.client?.code2ProtocolConverter.asUri(uri) ?? uri.toString();
}
