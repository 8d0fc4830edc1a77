import { stringify } from 'yaml';
import packageJson from '../../../../package.json' with { type: 'json' };
import { newReport } from '../../language/snippet/reportText.ts';
import { builtInTemplates } from '../../template/builtInTemplates.ts';
import type { NewText } from './newFiles.ts';

export const TEMPLATES: readonly string[] = [...builtInTemplates.keys()];
export const CI_PROVIDERS = ['github', 'gitlab', 'none'] as const;

/** What is to be known to begin a folder of reports. */
export interface ScaffoldOptions {
  /** The council's name. */
  readonly name: string;
  readonly committees: readonly string[];
  /** The template of the first report: one of {@link TEMPLATES}. */
  readonly template: string;
  readonly ci: (typeof CI_PROVIDERS)[number];
}

/** The commit that the program was built from; `undefined` in a build outside git, and where the source is run. */
declare const BUILD_COMMIT: string | undefined;

/** The first report. */
export const FIRST_REPORT = 'reports/first-report.md';

/**
 * The files of a folder of reports that is to be begun.
 * @param today `YYYY-MM-DD` in London
 */
export function scaffoldFiles(beginning: ScaffoldOptions, today: string): NewText[] {
  const council = { name: 'council.yaml', text: councilText(beginning) };
  const report = { name: FIRST_REPORT, text: firstReport(beginning, today) };
  switch (beginning.ci) {
    case 'github':
      return [council, report, { name: '.github/workflows/reports.yml', text: GITHUB }];
    case 'gitlab':
      return [council, report, { name: '.gitlab-ci.yml', text: GITLAB }];
    case 'none':
      return [council, report];
  }
}

function firstReport({ template: name, committees }: ScaffoldOptions, today: string): string {
  const template = builtInTemplates.get(name);
  const [committee, ...others] = committees;
  const known = committee !== undefined && others.length === 0 ? { committee } : {};
  if (!template) return '';
  return newReport(template, known, { templates: builtInTemplates, council: {}, stage: 'publish', today }).report.text;
}

/** A text as YAML has it: in quotation marks where it needs them. */
function scalar(text: string): string {
  return stringify(text, { lineWidth: 0 }).trimEnd();
}

function councilText({ name, committees }: ScaffoldOptions): string {
  const listed =
    committees.length > 0
      ? `committees:\n${committees.map((committee) => `  - name: ${scalar(committee)}\n`).join('')}`
      : '#committees:\n#  - name: Cabinet\n#    kind: cabinet\n#    meetings: [2026-09-15, 2026-10-20]\n';
  return `# Everything the checks know about the council. You can change this file by hand:
#   - a line that begins with # is a note for people; the checks do not read it;
#   - the word before a colon is fixed; what comes after it is yours to change;
#   - indent with spaces, never with the tab key, and keep lists lined up as they are;
#   - put double quotes round a value that has a colon or a # inside it, as with the colour below.
# Each part switches on the checks that need it. To use a part that is only shown as an example, such as
# "#email-domains: …", take away the # at the beginning of its lines and write your own words in it.

# The council's name and look, as printed on every report. The path of the logo begins in the folder of this file.
name: ${scalar(name)}
#logo: brand/logo.svg
#colour: "#00594c"

# Which files are reports: every file ending in .md under the folder "reports".
reports: reports/**/*.md

# Committees and boards, spelt as on the agenda. A report to any other is an error, so list them all or none.
# With "meetings" (year-month-day) a report to a day on which there is none is pointed out:
#     meetings: [2026-09-08, 2026-11-24]
# With "kind" reports are checked by what the body may decide: scrutiny, overview, board, cabinet or council.
${listed}
# Officers' addresses end in one of these.
#email-domains: [northmoor.gov.uk]

# From this many pounds a decision is a key decision. No £ sign and no comma.
#key-decision-threshold: 500000

# Members of the Cabinet and what each is responsible for.
#portfolio-holders:
#  - { name: Cllr Helen Garrick, portfolio: Finance and Resources }

#executive-directors:
#  - { name: Mark Ashdown, title: Executive Director of Place }

# Officers who write or lead on reports. Offered as you type; a wrong post or a misspelt name is pointed out.
#officers:
#  - { name: Hannah Lisle, title: Library Services Manager, tel: 01632 960142, email: hannah.lisle@northmoor.gov.uk }

# Abbreviations that need not be spelt out in a report, because your members know them.
#acronyms:
#  SEND: special educational needs and disabilities

# The council's own templates, beside those that are built in.
#templates: templates/*.schema.json

# Checks to switch off, or to take more or less seriously: off, info, warning or error.
#rules: { acronym-undefined: off }
`;
}

/** The repository of this program, as its package.json has it. */
const REPOSITORY = packageJson.repository.url.replace(/^git\+|\.git$/g, '');

/** What the action is pinned to: the commit that this program was built from, or its release if that is not known. */
function actionVersion(): string {
  const release = `v${packageJson.version}`;
  return typeof BUILD_COMMIT === 'undefined' ? release : `${BUILD_COMMIT} # ${release}`;
}

const GITHUB = `# Checks the committee reports of each change, and shows each finding on its line.
name: Committee reports
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with: { node-version: 22 }
      - uses: ${new URL(REPOSITORY).pathname.slice(1)}@${actionVersion()}
`;

const PACKAGE = `${packageJson.name}-${packageJson.version}.tgz`;

const GITLAB = `# Checks the committee reports of each change, and shows each finding beside its line in the merge request.
variables:
  # The SHA-256 of the program's package, from SHA256SUMS of the same release. Until it is here, the job fails.
  SCRUTINY_SHA256: ""
  SCRUTINY_PACKAGE: ${REPOSITORY}/releases/download/v${packageJson.version}/${PACKAGE}
committee-reports:
  image: node:22
  script:
    - curl --fail --location --silent --show-error --output ${PACKAGE} "$SCRUTINY_PACKAGE"
    - echo "$SCRUTINY_SHA256  ${PACKAGE}" | sha256sum --check --strict
    - npm install --global --offline --ignore-scripts ./${PACKAGE}
    - scrutiny-report lint --format text --format gitlab=gl-code-quality-report.json
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
`;
