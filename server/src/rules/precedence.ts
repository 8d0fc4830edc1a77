/** Rules that may speak of the same value, the one to be heard first. */
const ORDER = [
  'front-matter-syntax',
  'value-cut',
  'value-needs-quotes',
  'placeholder',
  'councillor-unnamed',
  'template-instruction',
  'to-be-confirmed',
  'field-empty',
  'risk-incomplete',
  'risk-high-unexplained',
  'risk-residual-above-current',
  'reason-missing',
  'recommendation-empty',
  'recommendation-wrong-body',
  'recommendation-not-actionable',
  'budget-contradicts-body',
  'impact-unexplained',
  'field-missing',
  'field-invalid',
  'drafting-note',
];

/** A rule's place in the order, from 0; nothing for a rule that always speaks. */
export function precedenceOf(rule: string): number | undefined {
  const place = ORDER.indexOf(rule);
  return place === -1 ? undefined : place;
}
