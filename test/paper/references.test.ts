import assert from 'node:assert/strict';
import { readMarkdown } from '../../server/src/paper/markdown/markdown.ts';
import { readReferences } from '../../server/src/paper/structure/references.ts';
import { SourceText } from '../../server/src/text/sourceText.ts';

/** The mentions of a text, as `kind label «whole»`. */
function mentions(text: string): string[] {
  const { passages } = readMarkdown(SourceText.verbatim(text, { start: 0, end: text.length }));
  return passages
    .flatMap((passage) => readReferences(passage))
    .map(({ kind, label, whole }) => `${kind} ${label} «${text.slice(whole.start, whole.end)}»`);
}

describe('readReferences', () => {
  const found: [string, ...string[]][] = [
    ['See paragraph 2.4.', 'paragraph 2.4 «paragraph 2.4»'],
    ['As para\u00a02.4 says, it', 'paragraph 2.4 «para\u00a02.4»'],
    ['in **paragraph** 2.4 above', 'paragraph 2.4 «paragraph** 2.4»'],
    ['Paragraphs 2.4, 2.5 and 2.7 show', 'paragraph 2.4 «Paragraphs 2.4»', 'paragraph 2.5 «2.5»', 'paragraph 2.7 «2.7»'],
    ['paras 2.4 – 2.6 below', 'paragraph 2.4 «paras 2.4»', 'paragraph 2.6 «2.6»'],
    ['set out in section 9 of this report', 'section 9 «section 9»'],
    ['Section 3 sets out the costs', 'section 3 «Section 3»'],
    ['(see section 3)', 'section 3 «section 3»'],
    ['in Table 3, and Figure 2 shows', 'table 3 «Table 3»', 'figure 2 «Figure 2»'],
    ['tables 1 and 2 below', 'table 1 «tables 1»', 'table 2 «2»'],
    ['the sum in Table 4, the network', 'table 4 «Table 4»'],
    ['is shown in Fig 1.', 'figure 1 «Fig 1»'],
    ['Table 4.1 shows', 'table 4.1 «Table 4.1»'],
    ['Figure 2a is', 'figure 2a «Figure 2a»'],
    ['See page 20 for comparisons', 'page 20 «page 20»'],
    ['on page 3 of this report', 'page 3 «page 3»'],
    ['in Appendix A and Appendix 2', 'appendix A «Appendix A»', 'appendix 2 «Appendix 2»'],
    ['Appendices A and B', 'appendix A «Appendices A»', 'appendix B «B»'],
    ['Appendix One', 'appendix One «Appendix One»'],
  ];
  for (const [text, ...wanted] of found) it(`finds in “${text}”`, () => assert.deepEqual(mentions(text), wanted));

  const outside = [
    'under section 17 of the Crime and Disorder Act 1998',
    'paragraph 3 of Schedule 12A',
    'paragraph 3 of Part 1 of Schedule 12A',
    'by Schedule 12A, paragraph 3',
    'section 47 enquiries',
    'a Section 106 agreement',
    'Section 20 children',
    'the Section 151 Officer',
    'section 149 Equality Act 2010',
    'the Equality Act 2010, section 149',
    'section 17(2)',
    'section 23C',
    'the Children Act 1989 (section 17)',
    'page 12 of the Plan',
    'the Local Plan (see page 12)',
    'In its strategy the Trust says on page 4 that',
    'page 3 of 12',
    'NPPF paragraph 11.2',
    'see the Code, paragraph 5.3',
    'paragraph 4.2 of our last report',
    'paragraph 4.2 in its report',
    'Table 3 in the census',
    'Appendix A, Table 3',
    'the table 4.A) in the appendix',
    'a figure 3 times higher',
    'a table 2 metres wide',
    'figures 2019 to 2021',
    'section 3 in Appendix A',
    'tables 20 people sat at',
    'in figure 45%',
  ];
  for (const text of outside) {
    it(`is silent on “${text}”`, () => assert.deepEqual(mentions(text).filter((mention) => !mention.startsWith('appendix')), [])); // prettier-ignore
  }

  it('does not take what follows one number for another', () => {
    assert.deepEqual(mentions('in section 3 and 12 posts'), ['section 3 «section 3»']);
    assert.deepEqual(mentions('sections 3 and 4, 12 posts'), ['section 3 «sections 3»', 'section 4 «4»']);
  });

  it('ends on whatever it is given', () => {
    for (const piece of ['section 1 ', 'Act 1 (', 'Aa ', 'page 1 a ', 'paragraphs 1.1, ', '(', '1.1.', ', A']) {
      assert.equal(mentions(`See section 3.\n\n${piece.repeat(20_000 / piece.length)}`)[0], 'section 3 «section 3»', piece);
    }
  });
});
