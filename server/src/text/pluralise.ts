/** `1 report`, `2 reports`. */
export function pluralise(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
