import { parse } from 'yaml';
import type { SourceText } from '../../text/sourceText.ts';
import type { Span } from '../../text/span.ts';
import type { Scalar, ScalarStyle } from './yamlNode.ts';

/** Plain text that may be something else to YAML 1.2 (core); the rest, a date among it, is surely text. */
const TYPED = /^(?:~|null|true|false|[-+]?(?:0x[\da-f]+|0o[0-7]+|(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?|\.inf)|\.nan)$/i;

/** A scalar as it was read from front matter. */
export class ScalarNode implements Scalar {
  readonly kind = 'scalar';

  constructor(
    readonly span: Span,
    readonly style: ScalarStyle,
    readonly text: SourceText,
    readonly comment: Span | undefined,
    readonly needsQuotes: boolean,
  ) {}

  get value(): Scalar['value'] {
    const { text } = this.text;
    if (this.style !== 'plain' || this.needsQuotes) return text;
    if (text === '') return null;
    return TYPED.test(text) ? simple(parse(text, { version: '1.2', schema: 'core', logLevel: 'silent' })) : text;
  }
}

function simple(value: unknown): Scalar['value'] {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
