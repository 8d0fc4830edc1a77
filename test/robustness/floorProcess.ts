/** A process that does with a text what the two parsers do, and answers: the floor of a server that is another process too. */
import { parseAlone } from './floor.ts';

process.on('message', (text) => {
  parseAlone(String(text));
  process.send?.('done');
});
