import assert from 'node:assert/strict';
import rule from '../../server/src/rules/template-text/councillor-unnamed.ts';
import { assertMarked, cover, fixed } from '../support/marked.ts';

describe('councillor-unnamed', () => {
  const council = 'portfolio-holders:\n  - { name: Cllr Joe Fox, portfolio: "Finance, Assets" }\n  - { name: Cllr Ann Bell }\n';

  it('finds it wherever a councillor is named', () => {
    assertMarked(rule, cover('portfolio-holder: ⟦Cllr⟧\nlocal-councillors:\n  - ⟦Councillor⟧\n  - Cllr Ann Bell\n  - ⟦Cllr …⟧'));
    assertMarked(rule, cover('portfolio-holder:\n  - name: "⟦Cllr. ⟧"\n    portfolio: x'.replace('⟦Cllr. ⟧', '⟦Cllr.⟧ ')));
    assertMarked(rule, cover('portfolio-holder:\n  name: ⟦Cllr Name⟧\nlocal-councillors: ⟦Cllrs⟧'));
  });

  it('is silent on names and on other fields', () => {
    assertMarked(
      rule,
      cover(
        'title: Councillor\nofficer-contact:\n  title: Councillor\nportfolio-holder:\n  name: A Bell\nlocal-councillors: All',
      ),
    );
    assertMarked(rule, cover('portfolio-holder:\n  name: Cllr\u00a0Bell\n  portfolio: Councillors\nlocal-councillors: Cllr Xu'));
    assertMarked(rule, '10.1 The Cllr spoke. Cllr\n');
  });

  it('writes a name as the field asks for it', () => {
    assert.deepEqual(fixed(rule, cover('local-councillors: Cllr'), council), [
      cover('local-councillors: All'),
      cover('local-councillors: All Members'),
      cover('local-councillors: [Cllr Joe Fox]'),
      cover('local-councillors: [Cllr Ann Bell]'),
    ]);
    assert.deepEqual(fixed(rule, cover('portfolio-holder: Cllr'), council), [
      cover("portfolio-holder: { name: Cllr Joe Fox, portfolio: 'Finance, Assets' }"),
      cover('portfolio-holder: { name: Cllr Ann Bell }'),
    ]);
    assert.deepEqual(
      fixed(rule, cover('local-councillors:\n  - Cllr'), council)[0],
      cover('local-councillors:\n  - Cllr Joe Fox'),
    );
    assert.deepEqual(fixed(rule, cover('portfolio-holder: Cllr')), []);
  });
});
