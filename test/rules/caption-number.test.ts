import rule from '../../server/src/rules/numbering/caption-number.ts';
import { assertMarked } from '../support/marked.ts';

const captions = (...lines: string[]): string => lines.map((line) => `${line}\n\nThe pier.\n\n`).join('');

describe('caption-number', () => {
  const broken = [
    captions('Table 1: A', 'Table ⟦1⟧: B'),
    captions('Table 2: A', 'Table ⟦1⟧: B', 'Table 3: C'),
    captions('Figure 1: A', 'Figure 3: B', 'Figure ⟦2⟧: C', 'Figure 4: D'),
    captions('Table 3: A', 'Table ⟦1⟧: B', 'Table 2: C'),
    captions('Figure 4.1: A', 'Figure 4.2: B', 'Figure ⟦4.2⟧: C'),
    captions('# Appendix 1', 'Fig. 1 A', 'Fig. ⟦1⟧ B'),
  ];
  broken.forEach((text) => it(`finds ${text.replace(/\n\nThe pier.\n\n/g, ' ')}`, () => assertMarked(rule, text)));

  const right = [
    captions('Table 1: A', 'Figure 1: B', 'Table 2: C', 'Figure 2: D'),
    captions('Table 1: A', 'Table 3: B'),
    captions('Table 1: A', '# Appendix 1', 'Table 1: B'),
    captions('Table 1: A', 'Table 1 (continued)'),
    captions('- Table 1: A\n- Table 2: B', 'Table 1: A', 'Table 2: B'),
    captions('Figure 1a: A', 'Figure 1b: B', 'Figure 2: C'),
    captions('Figure 4.9: A', 'Figure 4.10: B', 'Figure 5.1: C'),
    captions('Table 2: A', 'Table 1 shows what B is.'),
  ];
  right.forEach((text) => it(`is silent on ${text.replace(/\n\nThe pier.\n\n/g, ' ')}`, () => assertMarked(rule, text)));
});
