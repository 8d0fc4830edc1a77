import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/text/edit.ts';
import { LineIndex } from '../../server/src/text/lines.ts';
import { spanOf } from '../../server/src/lsp/documents/convert.ts';
import {
  ADD_APPENDICES,
  BEGINNINGS,
  CHECKLIST,
  MEETINGS,
  MEETINGS_CHANGED,
  NEW_REPORT,
  type AddAppendicesResult,
  type NewReportOptionsResult,
  type Checklist,
  type ChecklistResult,
  type MeetingsParams,
  type MeetingsResult,
  type NewReportParams,
  type NewReportResult,
} from '../../server/src/lsp/protocol/protocol.ts';
import { paper } from '../support/tempRepository.ts';
import { TestClient, until } from '../support/testClient.ts';

// The editor's clock says 22 November 2026, a Sunday.
const COUNCIL = `name: Northmoor Council
reports: reports/**/*.md
committees:
  - { name: Cabinet, meetings: [2026-10-20, 2026-12-15, 2026-11-24] }
  - { name: Harbour Board }
officers:
  - { name: Hannah Lisle, title: Library Services Manager, tel: 01632 960142, email: hannah.lisle@northmoor.gov.uk }
`;
const REPORT = 'file:///work/reports/library.md';

describe('what people at a desk ask', () => {
  let editor: TestClient;
  const start = async (files: Readonly<Record<string, string>> = {}): Promise<TestClient> =>
    (editor = await TestClient.start({ files: { '/work/council.yaml': COUNCIL, ...files } }));
  const ask = <T>(method: string, params: object = {}): Promise<T> => editor.connection.sendRequest(method, params);
  afterEach(() => editor.stop());

  describe('meetings', () => {
    const fit = paper({ committee: 'Cabinet', date: '2026-12-15', title: 'Beach huts' });
    const files = {
      '/work/reports/a.md': fit,
      '/work/reports/b.md': paper({ committee: 'harbour board', date: '2026-12-01', title: 'Berths', appendices: 'n/a' }),
      '/work/reports/c.md': paper({ committee: 'Harbour Board', date: '2026-11-24', title: 'Dredging' }),
      '/work/reports/d.md': paper({ committee: 'Cabinet', date: '2026-06-16', title: 'Car parks' }),
      '/work/README.md': '# No report\n',
    };
    const inShort = (meetings: MeetingsResult): string[] =>
      meetings.map(({ name, state, reports }) => `${name}: ${state}: ${reports.map(({ title }) => title).join(', ')}`);

    it('stand in the order of their days, with their reports, the last day to publish and how far they are', async () => {
      await start(files);
      const [held, late, needsWork, ready] = await ask<MeetingsResult>(MEETINGS);
      assert.deepEqual([held?.name, held?.isHeld], ['Cabinet, Tuesday 16 June 2026', true]);
      assert.deepEqual([late?.name, late?.state, late?.reports[0]?.state], ['Harbour Board, Tuesday 24 November 2026', 'late', 'late']); // prettier-ignore
      assert.deepEqual(needsWork, {
        committee: 'Harbour Board',
        day: '2026-12-01',
        name: 'Harbour Board, Tuesday 1 December 2026',
        state: 'needs work',
        isHeld: false,
        publishBy: 'Monday 23 November 2026',
        left: '1 working day left',
        reports: [
          {
            uri: 'file:///work/reports/b.md',
            title: 'Berths',
            template: 'Partner Paper',
            state: 'needs work',
            found: '1 error, 0 warnings',
            isExempt: false,
            isMine: false,
          },
        ],
      });
      assert.deepEqual([ready?.name, ready?.state, ready?.reports[0]?.found], ['Cabinet, Tuesday 15 December 2026', 'ready', 'fit to publish']); // prettier-ignore
    });

    it('know an exempt report, and whose a report is', async () => {
      const contact = '{ name: Hannah Lisle, email: hannah.lisle@northmoor.gov.uk }';
      const exempt = fit.replace('title:', `status: exempt\nofficer-contact: ${contact}\ntitle:`);
      await start({ '/work/reports/a.md': exempt });
      const whose = async (officer: string): Promise<boolean | undefined> => {
        const params: MeetingsParams = { officer };
        return (await ask<MeetingsResult>(MEETINGS, params))[0]?.reports[0]?.isMine;
      };
      assert.equal((await ask<MeetingsResult>(MEETINGS))[0]?.reports[0]?.isExempt, true);
      const answers = [];
      for (const officer of ['H. Lisle', 'Hannah.Lisle@northmoor.gov.uk', 'Somebody Else', ''])
        answers.push(await whose(officer));
      assert.deepEqual(answers, [true, true, false, false]);
    });

    it('follow what is typed, and say once for each answer that there is another', async () => {
      await start(files);
      let told = 0;
      editor.connection.onNotification(MEETINGS_CHANGED, () => {
        told++;
      });
      assert.equal((await ask<MeetingsResult>(MEETINGS)).length, 4);
      const uri = 'file:///work/reports/a.md';
      await editor.open(uri, fit);
      await editor.findings(uri);
      await until('the news', () => told === 1);
      await editor.replace(uri, 'title: Beach huts', 'title: ""');
      await editor.findings(uri);
      await editor.replace(uri, 'date: 2026-12-15', 'date: 2026-12-16');
      const after = await ask<MeetingsResult>(MEETINGS);
      assert.equal(inShort(after).at(-1), 'Cabinet, Wednesday 16 December 2026: needs work: reports/a.md');
      assert.equal(told, 1);
      editor.files.writeFile('/work/reports/e.md', new TextEncoder().encode(fit.replace('2026-12-15', '2027-01-12')));
      await editor.tell('file:///work/reports/e.md', 1);
      await until('more news', () => told === 2);
      assert.equal(inShort(await ask(MEETINGS)).at(-1), 'Cabinet, Tuesday 12 January 2027: ready: Beach huts');
      await editor.close(uri);
      await until('that it is as it was', () => told === 3);
      assert.equal(inShort(await ask(MEETINGS)).at(-2), 'Cabinet, Tuesday 15 December 2026: ready: Beach huts');
    });
  });

  describe('a checklist', () => {
    it('says what is left to do at stage publish, each thing known again after an edit', async () => {
      await start();
      const text = paper({ committee: 'Cabinet', date: '2026-12-15', title: 'Beach huts' });
      await editor.open(REPORT, text.replace('title: Beach huts', 'title:').replace('committee: Cabinet', 'committee: Cabinett'));
      const first = await ask<ChecklistResult>(CHECKLIST, { uri: REPORT });
      const { items, ...rest } = first ?? ({} as Checklist);
      assert.deepEqual(rest, {
        version: 1,
        title: 'library.md',
        template: 'Partner Paper',
        state: 'needs work',
        found: '2 errors, 0 warnings',
        meeting: {
          name: 'Cabinett, Tuesday 15 December 2026',
          publishBy: 'Monday 7 December 2026',
          left: '11 working days left',
        },
      });
      assert.deepEqual(items.map(({ severity, place }) => [severity, place]), [['error', 'Committee'], ['error', 'Title']]); // prettier-ignore
      await editor.replace(REPORT, 'committee: Cabinett', '# about the committee\ncommittee: Cabinet');
      const second = await ask<ChecklistResult>(CHECKLIST, { uri: REPORT });
      assert.deepEqual(second?.items.map(({ id }) => id), [items[1]?.id]); // prettier-ignore
      await editor.replace(REPORT, 'title:', 'title: Beach huts');
      const last = await ask<ChecklistResult>(CHECKLIST, { uri: REPORT });
      assert.deepEqual([last?.items, last?.found, last?.state], [[], 'fit to publish', 'ready']);
    });

    it('is none for what is no report', async () => {
      await start();
      await editor.open('file:///work/README.md', '# Notes\n');
      assert.equal(await ask(CHECKLIST, { uri: 'file:///work/README.md' }), null);
      assert.equal(await ask(CHECKLIST, { uri: REPORT }), null);
    });
  });

  describe('a new report', () => {
    it('is begun with what the council knows, the next meetings first', async () => {
      await start({ '/work/partner/council.yaml': 'name: Northmoor Harbour\n' });
      const [council, partner] = await ask<NewReportOptionsResult>(BEGINNINGS);
      assert.deepEqual(council?.council, { uri: 'file:///work/council.yaml', name: 'Northmoor Council' });
      assert.equal(partner?.council?.name, 'Northmoor Harbour');
      assert.deepEqual(council.templates.map(({ name }) => name), ['committee-report', 'cover-sheet', 'board-paper', 'partner-paper']); // prettier-ignore
      assert.deepEqual(council.committees, [
        {
          name: 'Cabinet',
          meetings: [
            {
              day: '2026-11-24',
              said: 'Tuesday 24 November 2026',
              publishBy: 'Monday 16 November 2026',
              left: 'that day has passed',
              isLate: true,
            },
            {
              day: '2026-12-15',
              said: 'Tuesday 15 December 2026',
              publishBy: 'Monday 7 December 2026',
              left: '11 working days left',
              isLate: false,
            },
          ],
        },
        { name: 'Harbour Board', meetings: [] },
      ]);
      assert.deepEqual(council.officers.map(({ name }) => name), ['Hannah Lisle']); // prettier-ignore
    });

    it('is written with what was chosen, and named after it', async () => {
      await start();
      const contact = (await ask<NewReportOptionsResult>(BEGINNINGS))[0]?.officers[0];
      const params: NewReportParams = {
        council: 'file:///work/council.yaml',
        template: 'committee-report',
        committee: 'Cabinet',
        date: '2026-12-15',
        title: 'Fees: a review of £5 & more, for all of the beaches and piers',
        ...(contact ? { contact } : {}),
      };
      const report = await ask<NewReportResult>(NEW_REPORT, params);
      assert.equal(report?.folder, 'file:///work/reports');
      assert.equal(report.name, '2026-12-15-fees-a-review-of-5-more-for-all-of-the-beaches-and.md');
      for (const line of [
        'committee: Cabinet',
        'date: 2026-12-15',
        "title: 'Fees: a review of £5 & more, for all of the beaches and piers'",
        '  name: Hannah Lisle',
        '  email: hannah.lisle@northmoor.gov.uk',
      ])
        assert.ok(report.snippet.split('\n').includes(line), line);
      assert.match(report.snippet, /^[^$]*\$\{?1\b/);
    });

    it('can be begun where there is no council', async () => {
      editor = await TestClient.start({ folders: [] });
      const [none, ...others] = await ask<NewReportOptionsResult>(BEGINNINGS);
      assert.deepEqual([none?.council, none?.committees, none?.officers, others], [undefined, [], [], []]);
      const report = await ask<NewReportResult>(NEW_REPORT, { template: 'partner-paper' });
      assert.deepEqual([report?.folder, report?.name], [undefined, 'partner-paper.md']);
      assert.equal(await ask(NEW_REPORT, { template: 'gone' }), null);
    });

    it('is checked with the council of the place where it is going to be saved', async () => {
      await start({ '/work/council.yaml': 'name: Elsewhere\n', '/work/north/council.yaml': COUNCIL });
      const uri = 'untitled:/work/north/reports/new.md';
      await editor.open(uri, paper({ committee: 'Cabinett', date: '2026-12-15' }));
      assert.deepEqual(await editor.findings(uri), ['3:12 committee-unknown']);
    });
  });

  describe('files for the appendices', () => {
    const drop = async (text: string, behind: string, files: readonly string[]): Promise<string | null> => {
      await start();
      await editor.open(REPORT, text);
      const lines = new LineIndex(text);
      const { line, column } = lines.placeAt(text.indexOf(behind));
      const position = { line: line - 1, character: column - 1 };
      const edits = await ask<AddAppendicesResult>(ADD_APPENDICES, { uri: REPORT, position, files });
      return edits && applyEdits(text, edits.map(({ range, newText }) => ({ span: spanOf(lines, range), text: newText }))); // prettier-ignore
    };

    it('begin the list where there is none', async () => {
      const text = paper({ appendices: 'none' });
      assert.equal(
        await drop(text, 'appendices', ['appendices/opening-hours.pdf', "appendices/What families said: the year's survey.docx"]),
        text.replace(
          'appendices: none',
          `appendices:
  - title: Opening hours
    file: appendices/opening-hours.pdf
  - title: "What families said: the year's survey"
    file: "appendices/What families said: the year's survey.docx"`,
        ),
      );
    });

    it('go behind what is listed', async () => {
      const list = '\n  - title: First\n    file: a.md';
      const text = paper({ appendices: list });
      const added = '\n  - title: Second part\n    file: b/second_part.xlsx';
      assert.equal(await drop(text, 'file: a.md', ['b/second_part.xlsx']), text.replace(list, list + added));
    });

    it('are not added from elsewhere', async () => {
      assert.equal(await drop(paper({ appendices: 'none' }), 'title:', ['a.pdf']), null);
    });
  });
});
