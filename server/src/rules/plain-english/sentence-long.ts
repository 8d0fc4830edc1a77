import { defineRule } from '../rule.ts';
import { readSentences } from '../../analysis/sentences.ts';

const MOST = 35;

export default defineRule({
  id: 'sentence-long',
  severity: 'off',
  docs: {
    summary: `A sentence of more than ${MOST} words.`,
    why: 'A reader who has to go back to the beginning of a sentence may give up on the report.',
    source: 'GOV.UK, Writing for GOV.UK: short sentences',
    bad: '10.1 ⟦The council, which has run the library service since 1974 and which in that time has opened four branches and closed two, now proposes to change the hours of all of them so that more people can use them after work.⟧\n',
    good: '10.1 The council has run the library service since 1974. It now proposes to open all branches later, so that more people can use them after work.\n',
  },
  *check(_report, { prose }) {
    for (const { passages, passageTexts, path, value } of prose) {
      if (value && value.field?.kind !== 'markdown') continue;
      for (const [i, { kind, quoted, text }] of passages.entries()) {
        const plain = passageTexts[i] ?? '';
        if (kind !== 'paragraph' || quoted || plain.length < 4 * MOST) continue;
        for (const { start, end, words } of readSentences(plain)) {
          if (words <= MOST) continue;
          const from = start + (/^\d+(?:\.\d+)+\.?\s+/.exec(plain.slice(start, end))?.[0].length ?? 0);
          const message = `This sentence has ${words} words. Make two or three of it: up to 25 words are easy to read.`;
          yield { span: text.spanOf(from, end), path, message };
        }
      }
    }
  },
});
