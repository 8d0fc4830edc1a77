import councillorUnnamed from './councillor-unnamed.ts';
import draftingNote from './drafting-note.ts';
import placeholder from './placeholder.ts';
import templateInstruction from './template-instruction.ts';
import toBeConfirmed from './to-be-confirmed.ts';
import type { Chapter } from '../rule.ts';

// prettier-ignore
export const templateText = {
  title: 'Left-over template text',
  rules: [
    placeholder,
    templateInstruction,
    draftingNote,
    toBeConfirmed,
    councillorUnnamed,
  ],
} satisfies Chapter;
