type Rgb = readonly [number, number, number];

/** The least contrast between text and what it stands on (WCAG 2.2, 1.4.3). */
const LEAST_CONTRAST = 4.5;
const WHITE: Rgb = [255, 255, 255];

/** A council's colour as far as it can be read. */
export interface Palette {
  /** For bands and rules, which nobody has to read; nothing where no colour is given. */
  readonly band: string | undefined;
  /** For text on white; nothing where it would be hard to read. */
  readonly text: string | undefined;
  /** For text on a dark page: the same, mixed with as much white as it takes. */
  readonly textOnDark: string | undefined;
}

/** @param colour `#rrggbb`; anything else is no colour */
export function readPalette(colour: string | undefined, dark: string): Palette {
  const rgb = readColour(colour);
  const page = readColour(dark);
  if (!rgb || !page) return { band: undefined, text: undefined, textOnDark: undefined };
  let light = rgb;
  while (contrast(light, page) < LEAST_CONTRAST) light = light.map((part) => Math.min(255, part + 8)) as unknown as Rgb;
  return {
    band: written(rgb),
    text: contrast(rgb, WHITE) >= LEAST_CONTRAST ? written(rgb) : undefined,
    textOnDark: written(light),
  };
}

function readColour(colour: string | undefined): Rgb | undefined {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour ?? '');
  return found ? [parseInt(found[1] ?? '', 16), parseInt(found[2] ?? '', 16), parseInt(found[3] ?? '', 16)] : undefined;
}

function written(rgb: Rgb): string {
  return `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, relative luminance). */
function contrast(a: Rgb, b: Rgb): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
