import { beginFrugally } from './memory.ts';

// What the desktop extension starts, and `scrutiny server --stdio`.
beginFrugally();
const { serveProcess } = await import('./node.ts');
serveProcess();
