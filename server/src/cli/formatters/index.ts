import { coloursFor } from '../terminal/colour.ts';
import type { Formatter } from './formatter.ts';
import { GithubFormatter } from './github.ts';
import { GitlabFormatter } from './gitlab.ts';
import { HtmlFormatter } from './html.ts';
import { JsonFormatter } from './json.ts';
import { JunitFormatter } from './junit.ts';
import { SarifFormatter } from './sarif.ts';
import { TextFormatter } from './text.ts';
import { widthOf, type Io } from '../io.ts';
import type { OutputTarget } from '../lint/outputs.ts';
import type { FormatOption, LintCommandOptions } from '../lint/lintOptions.ts';

/** The forms of output that were asked for. */
export function outputTargets(io: Io, options: LintCommandOptions): OutputTarget[] {
  return (options.format ?? [{ format: 'text' }]).map(({ format, file }) =>
    file === undefined
      ? { format: makeFormat(format, io, options) }
      : { format: makeFormat(format, io, { ...options, color: false }), file },
  );
}

function makeFormat(name: FormatOption['format'], io: Io, options: LintCommandOptions): Formatter {
  const { stage, today, maxWarnings, quiet = false, fix = false, color } = options;
  switch (name) {
    case 'json':
      return new JsonFormatter();
    case 'sarif':
      return new SarifFormatter();
    case 'github':
      return new GithubFormatter(io);
    case 'gitlab':
      return new GitlabFormatter();
    case 'junit':
      return new JunitFormatter();
    case 'html':
      return new HtmlFormatter({ stage, today });
    case 'text':
      return new TextFormatter(coloursFor(io, color), widthOf(io), { stage, maxWarnings, quiet, fix });
  }
}
