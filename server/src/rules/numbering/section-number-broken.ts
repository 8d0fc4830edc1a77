import type { RuleContext } from '../../analysis/ruleContext.ts';
import { defineRule } from '../rule.ts';
import { faultOf, sectionNumberSpan, renumberSections } from '../../fixes/renumberSections.ts';
import { coverNumbers, findSectionFaults, type SectionFault } from '../../analysis/sectionNumbering.ts';

export default defineRule({
  id: 'section-number-broken',
  severity: 'error',
  docs: {
    summary: 'Section numbers are repeated, skipped or out of order, or some sections have none.',
    why: 'The agenda, the minutes and other reports point to sections by their numbers.',
    source: 'House style: sections are numbered once, in order',
    bad: '## 10. Background\n\nThe pier was closed in March.\n\n## ⟦12⟧. Cost\n\nThe work costs £84,000.\n',
    good: '## 10. Background\n\nThe pier was closed in March.\n\n## 11. Cost\n\nThe work costs £84,000.\n',
  },
  *check(_report, context) {
    for (const fault of faultsIn(context))
      yield { span: sectionNumberSpan(fault.section), path: ['body'], message: describe(fault) };
  },
  fixes(finding, report, context) {
    const fault = faultOf(finding, faultsIn(context));
    return fault ? renumberSections(fault, report, context) : [];
  },
});

function faultsIn({ fields, template }: RuleContext): SectionFault[] {
  return findSectionFaults(fields.sections, Math.max(0, ...coverNumbers(template?.fields ?? [])) + 1);
}

function describe({ kind, section, before, wanted }: SectionFault): string {
  const number = section.number?.parts[0] ?? 0;
  switch (kind) {
    case 'repeated':
      return `There are two sections ${number}. Number this one ${wanted}, and those after it if need be.`;
    case 'skipped':
      return `Section ${before} is followed by section ${number}. Number this one ${wanted}, and those after it if need be, or put back what is missing.`;
    case 'misplaced':
      return `Section ${number} stands after section ${before}. Number the sections in the order in which they stand: this would be ${wanted}.`;
    case 'numbered':
      return `Section ${number} has a number, but most of the others have none. Number all of them, or none.`;
    case 'unnumbered':
      return `This section has no number, although the others have. Number it ${wanted}.`;
  }
}
