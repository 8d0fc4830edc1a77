import { createHash } from 'node:crypto';
import packageJson from '../../../../package.json' with { type: 'json' };
import { documentRule, ruleAddress } from '../../linter/ruleDocs.ts';
import { rules } from '../../rules/index.ts';
import { metaRules } from '../../linter/metaRules.ts';
import type { Severity } from '../../text/finding.ts';
import type { Formatter } from './formatter.ts';
import type { FileResult, Region, ReportedFinding, ReportedFix, FormatterNeeds } from '../lint/fileResult.ts';
import type { RunTotals } from '../lint/runTotals.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** SARIF 2.1.0, the form that code hosts and editors take findings in, each result on a line of its own. */
export class SarifFormatter implements Formatter {
  readonly wants: FormatterNeeds = { traces: true, fixes: true };
  private readonly ids = [...rules, ...metaRules].map(({ id }) => id);
  private results = 0;

  start(): string {
    const driver = {
      name: 'scrutiny',
      semanticVersion: packageJson.version,
      informationUri: packageJson.homepage,
      rules: [...rules, ...metaRules].map((rule) => ({
        id: rule.id,
        shortDescription: { text: rule.docs.summary },
        fullDescription: { text: rule.docs.why },
        helpUri: ruleAddress(rule.id),
        help: { text: `${rule.docs.summary} ${rule.docs.why}`, markdown: documentRule(rule) },
        defaultConfiguration: {
          enabled: rule.severity !== 'off',
          level: LEVELS[rule.severity === 'off' ? 'info' : rule.severity],
        },
      })),
    };
    const head = { $schema: SCHEMA, version: '2.1.0' };
    const run = { tool: { driver }, columnKind: 'utf16CodeUnits', originalUriBaseIds: ROOT };
    return `${JSON.stringify(head).slice(0, -1)},"runs":[${JSON.stringify(run).slice(0, -1)},\n"results":[`;
  }

  file({ file, findings }: FileResult): string {
    const uri = uriOf(file);
    return findings.map((finding) => `${this.results++ === 0 ? '' : ','}\n${JSON.stringify(this.result(uri, finding))}`).join('');
  }

  end({ problems }: RunTotals): string {
    const notifications = problems.map(({ file, message }) => ({
      level: 'error',
      message: { text: `${file}: ${message}` },
      locations: [{ physicalLocation: { artifactLocation: artifact(uriOf(file)) } }],
    }));
    const invocation = { executionSuccessful: problems.length === 0, toolExecutionNotifications: notifications };
    return `\n],\n"invocations":${JSON.stringify([invocation])}}]}\n`;
  }

  private result(uri: string, finding: ReportedFinding): object {
    const { rule, severity, message, trace = '', fixes = [] } = finding;
    const ruleIndex = this.ids.indexOf(rule);
    return {
      ruleId: rule,
      ...(ruleIndex === -1 ? {} : { ruleIndex }),
      level: LEVELS[severity],
      message: { text: message },
      locations: [{ physicalLocation: { artifactLocation: artifact(uri), region: regionOf(finding) } }],
      partialFingerprints: { 'scrutinyFinding/v1': fingerprint(uri, trace) },
      ...(fixes.length > 0 ? { fixes: fixes.map((fix) => describeFix(uri, fix)) } : {}),
    };
  }
}

const BASE = 'SRCROOT';
const ROOT = { [BASE]: { description: { text: 'The folder that scrutiny was run in.' } } };

/** A short name for a finding that stays the same while its own text does. */
export function fingerprint(file: string, trace: string): string {
  return createHash('sha256').update(`${file}\n${trace}`).digest('hex').slice(0, 32);
}

function uriOf(file: string): string {
  // Half a character, as a name on Windows may hold, has no address.
  const escaped = file
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return file.startsWith('/') ? `file://${escaped}` : /^[A-Za-z]:/.test(file) ? `file:///${escaped}` : escaped;
}

function artifact(uri: string): object {
  return uri.startsWith('file:') || uri.startsWith('..') ? { uri } : { uri, uriBaseId: BASE };
}

function regionOf({ line, column, endLine, endColumn }: Region): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function describeFix(uri: string, { title, edits }: ReportedFix): object {
  const replacements = edits.map((edit) => ({ deletedRegion: regionOf(edit), insertedContent: { text: edit.text } }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation: artifact(uri), replacements }] };
}
