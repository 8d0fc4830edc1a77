import type { Finding } from '../text/finding.ts';
import type { Completion } from './completion.ts';
import type { Hover } from './hover.ts';

/** What may be written at an offset of a `council.yaml`, the best first. */
export function completeCouncil(text: string, offset: number): readonly Completion[] {
  void [text, offset];
  return [];
}

/**
 * What there is to say at an offset of a `council.yaml`.
 * @param findings what `readCouncil` found in it
 */
export function hoverCouncil(text: string, offset: number, findings: readonly Finding[]): Hover | undefined {
  void [text, offset, findings];
  return undefined;
}
