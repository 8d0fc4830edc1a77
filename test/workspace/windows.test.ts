import assert from 'node:assert/strict';
import { win32 } from 'node:path';
import { openerOf } from '../../server/src/cli/terminal/openExternally.ts';
import { layOutFile } from '../../server/src/cli/commands/renderCommand.ts';
import { Councils } from '../../server/src/workspace/council/findCouncil.ts';
import { isOrdinary, resolveInside } from '../../server/src/workspace/files/insideRepository.ts';
import { programFolders } from '../../server/src/workspace/files/programs.ts';
import { FileIndex } from '../../server/src/workspace/reports/fileIndex.ts';
import { paper, run } from '../support/tempRepository.ts';
import { MemoryFiles, type Content } from '../support/memoryFiles.ts';

/** Ways to write a path that leads to another computer, to a device, to a stream of a file or out of the folder. */
const SPELLINGS = [
  String.raw`\\attacker\share\a`, '//attacker/share/a', String.raw`/\attacker\share\a`, String.raw`\/attacker/share/a`,
  String.raw`\\?\UNC\attacker\share\a`, String.raw`\\.\pipe\a`, String.raw`\\?\C:\other\a`, '//?/UNC/attacker/share/a',
  '//./pipe/a', String.raw`\??\C:\other\a`, String.raw`\\.\C:\other\a`, '///attacker/share/a', String.raw`\\\attacker\share\a`,
  String.raw`\\attacker@SSL@8443\share\a`, 'C:/other/a', String.raw`C:\other\a`, 'C:a', 'D:a', 'D:/a', 'c:/WORK/../other/a', '/other/a',
  String.raw`\other\a`, '../../other/a', String.raw`..\..\other\a`, String.raw`pictures\..\..\..\other\a`, '..//..//..//attacker/share/a',
  'NUL', 'nul', 'CON', 'con.a', 'AUX .a', 'PRN', 'COM1', 'com9.a', 'COM¹', 'LPT3.a', 'CONIN$', 'CLOCK$', 'pictures/NUL', 'pictures/com1.a',
  String.raw`pictures\aux.a`, 'a:stream', 'a::$DATA', 'pictures:x/a', 'pictures::$INDEX_ALLOCATION/a', 'file://attacker/share/a',
  'file:////attacker/share/a', 'a\0b', 'a?b', 'a*b', 'a<b', 'a|b',
]; // prettier-ignore

/** Each as it stands, with one sign or all of them written as an address does, once and twice. */
function spellingsOf(ending: string): string[] {
  const encoded = (text: string): string => text.replace(/[^\w.]/g, (sign) => encodeURIComponent(sign).replace(/^[^%]$/, (plain) => `%${plain.charCodeAt(0).toString(16)}`)); // prettier-ignore
  const plain = SPELLINGS.map((path) => (path.includes('$') || !path.endsWith('a') ? path : path + ending));
  return plain.flatMap((path) => [path, encoded(path), encoded(encoded(path)), path.replace(/[\\/]/, encoded), path.replaceAll('/', '%2F').replaceAll('\\', '%5c')]); // prettier-ignore
}

/** A disk of Windows that notes all that it is asked for. */
class WindowsDisk extends MemoryFiles {
  readonly asked: string[] = [];

  constructor(contents: Readonly<Record<string, Content>>) {
    super({ 'C:/work/.git/HEAD': '', 'C:/other/secret.md': paper(), ...contents }, ['C:/work/reports/locked'], '\\');
  }

  override readFile(path: string): Uint8Array {
    this.asked.push(path);
    return super.readFile(path);
  }

  override readFolder(path: string): ReturnType<MemoryFiles['readFolder']> {
    this.asked.push(path);
    return super.readFolder(path);
  }

  override kindOf(path: string): ReturnType<MemoryFiles['kindOf']> {
    this.asked.push(path);
    return super.kindOf(path);
  }

  override realPath(path: string): string {
    this.asked.push(path);
    return super.realPath(path);
  }

  override writeFile(path: string, content: Uint8Array): void {
    this.asked.push(path);
    super.writeFile(path, content);
  }

  /** Everything lies in the repository, or is looked for in the folders around it before that is found. */
  assertInside(what: string): void {
    for (const path of this.asked.splice(0)) {
      assert.ok(/^C:\/(?:work(?:\/|$)|$|\.git$|council\.yaml$)/.test(path), `${what}: ${path}`);
      assert.ok(isOrdinary(path.slice(3)) || path === 'C:/', `${what}: ${path}`);
      assert.doesNotMatch(path, /(?:^|\/)\.\.(?:\/|$)/, what);
    }
  }
}

const REPORT = 'C:/work/reports/a.md';

describe('on Windows', () => {
  const terms = { stage: 'publish' as const, today: '2026-12-01', show: (path: string) => path };
  const io = (fileSystem: WindowsDisk) => ({ fileSystem, cwd: String.raw`C:\work`, env: {} });

  it('no picture of a report is looked for elsewhere', async () => {
    for (const path of spellingsOf('.png')) {
      for (const markdown of [`![a](<${path.replace(/[<\0]/g, '')}>)`, `![a](${path.replaceAll('\\', '\\\\').replace(/[ \0]/g, '')})`, `<img src="${path}">`]) {
        const disk = new WindowsDisk({});
        const council = await new Councils(disk, terms).load('C:/work/reports');
        layOutFile(io(disk), REPORT, paper({}, `${markdown}\n`), council);
        disk.assertInside(markdown);
      }
    } // prettier-ignore
  });

  it('no logo, template or list of a council is looked for elsewhere', async () => {
    for (const path of spellingsOf('.json')) {
      const quoted = JSON.stringify(path);
      const disk = new WindowsDisk({
        'C:/work/council.yaml': `name: x\nlogo: ${quoted}\ntemplates:\n  - ${quoted}\n  - ${JSON.stringify(`${path}/*.json`)}\nreports: ${quoted}\n`,
        'C:/work/scrutiny-suppressions.json': JSON.stringify({ [path]: { 'field-missing': ['title'] } }),
        [REPORT]: paper(),
      });
      const council = await new Councils(disk, terms).load('C:/work/reports');
      layOutFile(io(disk), REPORT, paper(), council);
      disk.assertInside(path);
      await run(['lint', '--prune-suppressions', 'reports'], io(disk));
      disk.assertInside(path);
    }
  });

  it('no file that a report names is looked for elsewhere', () => {
    for (const path of spellingsOf('.md')) {
      const disk = new WindowsDisk({ 'C:/work/reports/locked/x.md': '' });
      for (const named of [path, `locked/${path}`, `${path}#costs`]) {
        const files = new FileIndex(disk).lookupFor(REPORT);
        files.has(named);
        files.near(named);
        files.headings(named);
        disk.assertInside(named);
      }
    }
  });

  it('what lies in the folder is found, however its path is written', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"></svg>';
    const disk = new WindowsDisk({ 'C:/work/council.yaml': 'name: x\nlogo: brand\\logo.svg\n', 'C:/work/brand/logo.svg': svg, 'C:/work/reports/p q.svg': svg }); // prettier-ignore
    const council = await new Councils(disk, terms).load('C:/work/reports');
    const body =
      '![a](<p q.svg>) ![b](p%20q.svg) ![c](..%5Cbrand%5Clogo.svg) ![d](./../brand/logo.svg) ![e](../reports/p%20q.svg)\n';
    const { pictures } = layOutFile(io(disk), REPORT, paper({}, body), council);
    assert.equal(pictures.length, 5);
    disk.assertInside('pictures');
  });

  it('a path stays inside only if it names folders and files', () => {
    const disk = new WindowsDisk({});
    for (const path of SPELLINGS) assert.equal(resolveInside(disk, 'C:/work', 'C:/work/reports', path), undefined, path);
    for (const [path, found] of [['a.png', 'C:/work/reports/a.png'], [String.raw`..\b\a.png`, 'C:/work/b/a.png'], ['./console.md', 'C:/work/reports/console.md'], ['com10.md', 'C:/work/reports/com10.md']] as const)
      assert.equal(resolveInside(disk, 'C:/work', 'C:/work/reports', path), found); // prettier-ignore
    // Folders that begin alike, and shares.
    assert.equal(resolveInside(disk, 'C:/work', 'C:/work', '../workshop/a'), undefined);
    assert.equal(resolveInside(disk, '//server/share/work', '//server/share/work', 'a.png'), '//server/share/work/a.png');
    assert.equal(resolveInside(disk, '//server/share/work', '//server/share/work', '../../../other/a'), undefined);
  });

  it('programs are started by their absolute paths, never from the folder', () => {
    const value = [String.raw`C:\work\node_modules\.bin`, String.raw`C:\Users\x\node_modules\.bin`, '.', '', 'bin', String.raw`C:\Program Files\Git\cmd`, String.raw`c:\WORK\tools`, 'C:tools', String.raw`C:\workshop`].join(';'); // prettier-ignore
    assert.deepEqual(programFolders(value, String.raw`C:\work`, win32), [String.raw`C:\Program Files\Git\cmd`, String.raw`C:\workshop`]); // prettier-ignore
    const opener = openerOf('C:/work/a.html', 'win32', { SystemRoot: String.raw`D:\Windows` }, () => undefined);
    assert.deepEqual(opener, {
      program: String.raw`D:\Windows\System32\rundll32.exe`,
      args: [String.raw`D:\Windows\System32\url.dll,FileProtocolHandler`, 'C:/work/a.html'],
      cwd: String.raw`D:\Windows\System32`,
    });
    assert.equal(openerOf('a', 'darwin', {}, () => undefined)?.program, '/usr/bin/open');
    assert.equal(openerOf('a', 'linux', {}, (name) => `/usr/bin/${name}`)?.program, '/usr/bin/xdg-open');
    assert.equal(openerOf('a', 'linux', {}, () => undefined), undefined); // prettier-ignore
  });
});
