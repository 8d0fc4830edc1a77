/** A report of test/fixtures/workspace, and what is found in it. */
export const REPORT = 'reports/market.md';
export const FOUND = ['6:10 Error field-invalid', '18:1 Error paragraph-number-repeated', '22:36 Information to-be-confirmed'];
