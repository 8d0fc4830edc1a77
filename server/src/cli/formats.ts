import { coloursFor } from './colour.ts';
import type { Format } from './format.ts';
import { GithubFormat } from './formatGithub.ts';
import { GitlabFormat } from './formatGitlab.ts';
import { HtmlFormat } from './formatHtml.ts';
import { JsonFormat } from './formatJson.ts';
import { JunitFormat } from './formatJunit.ts';
import { SarifFormat } from './formatSarif.ts';
import { TextFormat } from './formatText.ts';
import { widthOf, type Io } from './io.ts';
import type { Destined } from './outputs.ts';
import type { Destination, LintCommandOptions } from './lintOptions.ts';

/** The forms of output that were asked for. */
export function formatsOf(io: Io, options: LintCommandOptions): Destined[] {
  return (options.format ?? [{ format: 'text' }]).map(({ format, file }) =>
    file === undefined
      ? { format: makeFormat(format, io, options) }
      : { format: makeFormat(format, io, { ...options, color: false }), file },
  );
}

function makeFormat(name: Destination['format'], io: Io, options: LintCommandOptions): Format {
  const { stage, today, maxWarnings, quiet = false, fix = false, color } = options;
  switch (name) {
    case 'json':
      return new JsonFormat();
    case 'sarif':
      return new SarifFormat();
    case 'github':
      return new GithubFormat(io);
    case 'gitlab':
      return new GitlabFormat();
    case 'junit':
      return new JunitFormat();
    case 'html':
      return new HtmlFormat({ stage, today });
    case 'text':
      return new TextFormat(coloursFor(io, color), widthOf(io), { stage, maxWarnings, quiet, fix });
  }
}
