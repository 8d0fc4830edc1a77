import type { Uri } from 'vscode';
import type { ClientSession } from './clientSession.ts';

/** Asks the server, which is started if need be. @returns nothing where it does not start, which has been said by then */
export async function sendRequest<T>(session: ClientSession, method: string, params: object = {}): Promise<T | undefined> {
  await session.start();
  return session.client?.sendRequest<T>(method, params);
}

/** A document's URI as the server knows it. */
export function serverUri(session: ClientSession, uri: Uri): string {
  return session.client?.code2ProtocolConverter.asUri(uri) ?? uri.toString();
}
