import assert from 'node:assert/strict';
import { parsePaper } from '../../server/src/paper/paper.ts';
import { builtInTemplates } from '../../server/src/template/builtInTemplates.ts';
import type { Field } from '../../server/src/template/field.ts';
import { readFields } from '../../server/src/template/fields.ts';
import { compileCustomTemplates } from '../../server/src/template/customTemplates.ts';
import { findSchemaProblems, labelOf } from '../../server/src/template/schemaProblems.ts';
import { fieldAt, type Template } from '../../server/src/template/template.ts';
import { formatPath } from '../../server/src/text/path.ts';

function template(name: string): Template {
  const found = builtInTemplates.get(name);
  assert.ok(found);
  return found;
}

function* allFields(fields: readonly Field[]): Iterable<Field> {
  for (const field of fields) {
    yield field;
    yield* allFields(field.fields);
    if (field.item) yield* allFields(field.item.fields);
  }
}

describe('the built-in templates', () => {
  it('are the four of the format, each with its layout', () => {
    assert.deepEqual(
      [...builtInTemplates.values()].map(({ name, layout }) => [name, layout]),
      [
        ['committee-report', 'numbered-sections'],
        ['cover-sheet', 'cover-table'],
        ['board-paper', 'labelled-values'],
        ['partner-paper', 'paper'],
      ],
    );
  });

  for (const { name, fields } of builtInTemplates.values()) {
    it(`describe every field of ${name} to its author`, () => {
      for (const field of allFields(fields)) {
        for (const part of ['label', 'description', 'guidance'] as const)
          assert.notEqual(field[part], '', `${field.key}: ${part}`);
        assert.ok(field.examples.length > 0 || field.key === 'template', `${field.key}: examples`);
      }
    });
  }

  it('require what the format says', () => {
    const required = (name: string): string[] => {
      const { fields } = template(name);
      const parts = fields.find(({ key }) => key === 'impact-assessment')?.fields ?? [];
      return [...fields.filter((field) => field.required), ...parts.filter((part) => part.required)].map(({ key }) => key).sort();
    };
    const common = [
      'appendices', 'background-papers', 'budget', 'committee', 'date', 'equalities', 'executive-summary', 'impact-assessment',
      'officer-contact', 'other', 'reason-for-recommendations', 'recommendations', 'risk', 'template', 'title',
    ]; // prettier-ignore
    assert.deepEqual(required('cover-sheet'), [...common, 'evidence', 'executive-director'].sort());
    assert.deepEqual(required('board-paper'), [...common, 'climate', 'executive-director', 'portfolio-holder'].sort());
    assert.deepEqual(
      required('committee-report'),
      [
        ...common,
        'climate',
        'executive-director',
        'local-councillors',
        'portfolio-holder',
        'purpose',
        'status',
        'well-being-and-health',
      ].sort(),
    );
    assert.deepEqual(required('partner-paper'), ['committee', 'date', 'template', 'title']);
  });

  it('print their own labels', () => {
    const label = (name: string, path: (string | number)[]): string => labelOf(template(name), path);
    assert.equal(label('cover-sheet', ['title']), 'Subject of Report');
    assert.equal(label('board-paper', ['portfolio-holder']), 'Lead Member');
    assert.equal(label('committee-report', ['impact-assessment', 'budget']), 'Financial Implications');
    assert.equal(label('committee-report', ['officer-contact', 1, 'tel']), 'Report Author 2: Tel');
    assert.equal(label('committee-report', ['impact-assessment', 'risk', 'current']), 'Current Risk');
    assert.equal(label('committee-report', ['recommendations', 2]), 'Recommendation 3');
  });

  it('number the cover sections of a committee report', () => {
    const { fields } = template('committee-report');
    const numbered = [...allFields(fields)]
      .filter(({ number }) => number !== undefined)
      .sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
    assert.deepEqual(
      numbered.map(({ key }) => key),
      [
        'executive-summary',
        'budget',
        'well-being-and-health',
        'climate',
        'other',
        'risk',
        'equalities',
        'appendices',
        'background-papers',
      ],
    );
  });

  it('know the keys that they do not print', () => {
    for (const { fields, name } of builtInTemplates.values()) {
      assert.equal(fieldAt({ fields }, ['urgency'])?.printed, false, name);
    }
  });
});

const read = (text: string, name = 'committee-report') => readFields(parsePaper(text), template(name));

describe('readFields', () => {
  it('keeps text as typed and takes choices in any letter case', () => {
    const fields = read(
      '---\nofficer-contact:\n  tel: 01632960123\nimpact-assessment:\n  risk: {current: HIGH, residual: Low}\nkey-decision: true\n---\n',
    );
    assert.deepEqual(JSON.parse(JSON.stringify(fields.data)), {
      'officer-contact': { tel: '01632960123' },
      'impact-assessment': { risk: { current: 'high', residual: 'low' } },
      'key-decision': true,
    });
  });

  it('finds long fields as sections at the start of the body', () => {
    const text = [
      '---\ntemplate: committee-report\nimpact-assessment:\n  climate: None.\n---\n',
      '## Executive Summary\n\nSummary text.\n\n| a |\n|---|\n',
      '## 2. FINANCIAL IMPLICATIONS\n\nIt costs £5.\n',
      '## Recommendations\n\n1. Agree *this*.\n   - nested\n2. Note that.\n',
      '## 10. Introduction\n\n10.1 Text.\n',
      '## Climate implications\n\nNot a field here.\n',
    ].join('\n');
    const fields = read(text.replaceAll('\n', '\r\n'));
    assert.equal(fields.text(['executive-summary']), 'Summary text.\n\n| a |\n|---|');
    assert.equal(fields.text(['impact-assessment', 'budget']), 'It costs £5.');
    assert.deepEqual(fields.get(['recommendations'])?.data, ['Agree *this*.\n   - nested', 'Note that.']);
    assert.deepEqual(
      fields.sections.map(({ title }) => title),
      ['Introduction', 'Climate implications'],
    );
    const impact = (fields.data as Record<string, Record<string, unknown>>)['impact-assessment'];
    assert.deepEqual({ ...impact }, { climate: 'None.', budget: 'It costs £5.' });
  });

  it('tells of a field given both ways', () => {
    const fields = read('---\nexecutive-summary: One.\n---\n\n## Executive Summary\n\nTwo.\n');
    assert.deepEqual(
      fields.duplicates.map(({ path }) => formatPath(path)),
      ['executive-summary'],
    );
    assert.equal(fields.text(['executive-summary']), 'One.');
  });

  it('takes one or several people', () => {
    const one = read('---\nofficer-contact: {name: A Person}\n---\n');
    const several = read('---\nofficer-contact:\n  - {name: A Person}\n  - {name: B Person}\n---\n');
    assert.deepEqual(
      [one, several].map((fields) => fields.list(['officer-contact']).length),
      [1, 2],
    );
    assert.equal(several.text(['officer-contact', 1, 'name']), 'B Person');
  });

  it('takes what looks like a list or a mapping as the text that it was meant as', () => {
    const fields = read('---\ntitle: [insert title]\nrecommendations:\n  - That the committee: (a) note it\n---\n');
    assert.equal(fields.text(['title']), '[insert title]');
    assert.equal(fields.text(['recommendations', 0]), 'That the committee: (a) note it');
  });
});

describe("a council's own template", () => {
  const licensing = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Licensing report',
    'x-layout': 'labelled-values',
    $ref: 'scrutiny:report',
    properties: {
      template: { const: 'licensing-report' },
      title: { 'x-label': 'Application' },
      premises: { type: 'string', title: 'Premises', pattern: '^(a+)+$' },
      ward: { $ref: 'shared.schema.json#/$defs/ward' },
    },
    required: ['template', 'title', 'premises'],
    unevaluatedProperties: false,
  };
  const shared = { $defs: { ward: { type: 'string', title: 'Ward', enum: ['Harbour', 'Moorside'] } } };
  const load = (files: Record<string, unknown>) =>
    compileCustomTemplates(
      new Map(
        Object.entries(files).map(([file, schema]) => [file, typeof schema === 'string' ? schema : JSON.stringify(schema)]),
      ),
    );

  it('extends the base and another file beside it', async () => {
    const { templates, problems } = await load({
      'templates/licensing-report.schema.json': licensing,
      'templates/shared.schema.json': shared,
    });
    assert.deepEqual(problems, []);
    const [own] = templates;
    assert.ok(own);
    assert.equal(own.name, 'licensing-report');
    assert.deepEqual(
      own.fields.slice(0, 4).map(({ label }) => label),
      ['Template', 'Application', 'Premises', 'Ward'],
    );
    assert.deepEqual(fieldAt(own, ['ward'])?.choices, ['Harbour', 'Moorside']);
    const found = findSchemaProblems(own, {
      template: 'licensing-report',
      title: 'T',
      premises: `${'a'.repeat(40)}!`,
      ward: 'x',
      foo: 1,
      purpose: 'For Decision',
    });
    assert.deepEqual(
      found.map(({ kind, path }) => [kind, ...path]),
      [
        ['invalid', 'premises'],
        ['invalid', 'ward'],
        ['unknown', 'foo'],
      ],
    );
  });

  const broken: [what: string, schema: unknown, message: RegExp][] = [
    ['JSON that breaks off', '{\n "a": 1,\n "b" 2}', /not valid JSON \(line 3\)/],
    [
      'an address from outside',
      { ...licensing, properties: { ...licensing.properties, p: { $ref: 'https://x.example/y.json' } } },
      /x\.example/,
    ],
    [
      'a pattern that is not linear',
      { ...licensing, properties: { ...licensing.properties, p: { type: 'string', pattern: '(?=a)b' } } },
      /regexp/,
    ],
    ['a schema that refers to itself', { $ref: 'broken.schema.json' }, /without end/],
    ['no layout', { ...licensing, 'x-layout': 'poster' }, /x-layout/],
    ['a keyword of the wrong kind', { ...licensing, required: 'title' }, /required/],
    ['nothing of the base', { 'x-layout': 'paper', properties: {} }, /scrutiny:report/],
    ['a list', [], /object/],
  ];
  for (const [what, schema, message] of broken) {
    it(`is refused with ${what}, the others still working`, async () => {
      const { templates, problems } = await load({
        'broken.schema.json': schema,
        'shared.schema.json': shared,
        'licensing-report.schema.json': licensing,
      });
      assert.deepEqual(
        templates.map(({ name }) => name),
        ['licensing-report'],
      );
      assert.deepEqual(
        problems.map(({ file }) => file),
        ['broken.schema.json'],
      );
      assert.match(problems[0]?.message ?? '', message);
    });
  }
});
